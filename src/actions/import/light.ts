import { normalAddress } from '../../domain/entry.ts';
import type { ParsedMail, RecordCase } from '../../domain/incoming.ts';
import type { LightMail as TrafficMail } from '../../mail/own-address.ts';
import { parentIds } from '../../mail/thread.ts';

/** What stays in memory of a staged mail: what threads are made from. */
export interface LightMail {
  readonly seq: number;
  readonly messageId: string | null;
  /** nearest first */
  readonly parents: readonly string[];
  readonly at: number | null;
}

/** The same of a staged record. */
export interface LightRecord {
  readonly seq: number;
  /** of its oldest entry */
  readonly at: number | null;
  /** addresses that its agents wrote from */
  readonly own: readonly string[];
}

/** Who wrote to whom. */
export type Traffic = TrafficMail;

export const lightMail = (seq: number, parsed: ParsedMail): LightMail => ({
  seq,
  messageId: parsed.messageId === null ? null : copied(parsed.messageId),
  parents: parentIds(parsed).map(copied),
  at: parsed.at,
});

/** A string cut out of a mail keeps the whole mail in memory (V8 shares its letters); a copy does not. */
const copied = (text: string): string => Buffer.from(text).toString();

export function lightRecord(seq: number, record: RecordCase): LightRecord {
  const dates = record.entries.flatMap((entry) => (entry.at === null ? [] : [entry.at]));
  return {
    seq,
    at: dates.length === 0 ? null : Math.min(...dates),
    own: record.entries.flatMap((entry) =>
      entry.party === 'agent' && entry.from !== undefined && entry.from.address !== ''
        ? [normalAddress(entry.from.address)]
        : [],
    ),
  };
}

export function trafficOf(parsed: ParsedMail): Traffic {
  const of = (...roles: string[]): string[] =>
    parsed.addresses
      .filter((one) => roles.includes(one.role) && one.address !== '')
      .map((one) => copied(normalAddress(one.address)));
  const { messageId, parents } = lightMail(0, parsed);
  return {
    messageId,
    parents,
    from: of('from')[0] ?? null,
    to: of('to', 'cc'),
    deliveredTo: of('delivered-to'),
  };
}
