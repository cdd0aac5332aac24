import { perform } from '../../src/actions/action.ts';
import { type CustomerSet, NO_CHANGE, setCustomer } from '../../src/actions/customers.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { addPurchase } from '../../src/actions/purchases.ts';
import { readCommitments } from '../../src/actions/read-commitments.ts';
import { type CaseFields, setCase } from '../../src/actions/set-case.ts';
import type { Context, PageFile } from '../../src/context.ts';
import { createDesk, type Desk, type DeskOptions } from './desk.ts';

export const DAY = 86_400_000;

/** A desk in Hà Nội on a Thursday at nine, whose clock stands between actions. */
export const careDesk = (options: DeskOptions = {}): Desk =>
  createDesk({ tick: 0, zone: 'Asia/Ho_Chi_Minh', ...options });

/** A case in which a customer writes. */
export const open = (on: Context, subject: string, customer = 'Lan <lan@x.example>'): number =>
  perform(on, newCase, { ...{ customer, subject, kind: 'support', channel: 'email' }, message: 'Alo' }).output.number;

export const set = (on: Context, number: number, fields: CaseFields) =>
  perform(on, setCase, { cases: [number], fields, addTags: [], removeTags: [] });

/** A fault that is put right. */
export function fixed(on: Context, subject = 'Màn hình', customer?: string): number {
  const number = open(on, subject, customer);
  set(on, number, { topic: 'fault', status: 'solved' });
  return number;
}

export const about = (on: Context, customer: number, fields: CustomerSet['fields']) =>
  perform(on, setCustomer, { ...NO_CHANGE, customer, fields });

export const buy = (on: Context, customer: number, at: number | null = on.now()) =>
  perform(on, addPurchase, {
    ...{ customer, product: 'OV65', at, deliveredAt: null, serial: null, warrantyUntil: null },
    ...{ amount: null, currency: 'VND' },
  });

/** What is to be done, as `#case text` or `customer text`. */
export const toDoList = (on: Context): string[] =>
  readCommitments(on, 'follow-up', false).map((one) =>
    one.case === null ? `${one.customerName}: ${one.text}` : `#${one.case} ${one.text}`,
  );

/** The same desk with these plans instead of those that come with it. */
export function withPlans<Of extends Context>(on: Of, plans: Readonly<Record<string, string>>): Of {
  const files = Object.entries(plans).map(([name, text]): PageFile => ({ name, path: `plans/${name}.md`, text }));
  return { ...on, pages: (folder) => (folder === 'plans' ? files : on.pages(folder)) };
}

export const planFile = (name: string, event: string, after: number, more = ''): string =>
  `---\nname: ${name}\ntitle en: ${name}\nevent: ${event}\nafter: ${after}d\n${more}template: check-in\nconsent: no\n---\n`;
