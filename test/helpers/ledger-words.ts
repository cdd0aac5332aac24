import type { Spoken } from '../../src/domain/standing.ts';

/** Whose word an entry is, as the ledger's gold and its random facts say it. */
export const WHO = [
  ...(['customer', 'agent', 'thanks', 'agent-call', 'customer-call'] as const),
  ...(['note', 'agent-auto', 'customer-auto', 'thanks-auto', 'department'] as const),
] as const;
export type Who = (typeof WHO)[number];

const customer = { type: 'message', party: 'customer', direction: 'in', automatic: null, thanks: false } as const;
const agent = { ...customer, party: 'agent', direction: 'out' } as const;

export const SPOKEN: Readonly<Record<Who, Omit<Spoken, 'at'>>> = {
  customer,
  agent,
  thanks: { ...customer, thanks: true },
  'agent-call': { ...agent, type: 'call' },
  'customer-call': { ...customer, type: 'call' },
  note: { ...agent, type: 'note', direction: null },
  'agent-auto': { ...agent, automatic: 'reply' },
  'customer-auto': { ...customer, automatic: 'reply' },
  'thanks-auto': { ...customer, thanks: true, automatic: 'reply' },
  department: { ...customer, party: 'department' },
};
