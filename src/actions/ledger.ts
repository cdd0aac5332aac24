import * as z from 'zod';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { type Ledger, type LedgerMark, ledgerOf } from '../domain/ledger/ledger.ts';
import { DEFAULT_LEDGER_RULES, type LedgerRules } from '../domain/ledger/rules.ts';
import { readLedgerRules } from '../domain/ledger/rules-text.ts';
import { getCustomer, wholeCustomer } from '../store/customers.ts';
import { customerFacts } from '../store/ledger-facts.ts';
import { dropOverride, overridesOf, putOverride } from '../store/mark-overrides.ts';
import type { Store } from '../store/open.ts';
import { readSetting } from '../store/settings.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';

/** Weights, window and ratio as the desk has set them. */
export function ledgerRules(store: Store): LedgerRules {
  const read = readLedgerRules(readSetting(store, 'ledger') ?? '');
  return read.ok ? read.rules : DEFAULT_LEDGER_RULES;
}

/** The ledger of a customer at this moment. */
export const readLedger = ({ store, now }: Context, customer: number): Ledger => ledgerAt(store, customer, now());

export const ledgerAt = (store: Store, customer: number, now: number): Ledger =>
  ledgerOf(customerFacts(store, customer, now), overridesOf(store, customer), ledgerRules(store), now);

const input = z.strictObject({
  customer: z.int().positive(),
  mark: z.string(),
  /** null: the mark counts again */
  reason: z.string().trim().min(1).nullable(),
});

/** A mark does not count, for a reason; or counts again. Throws `no-such-mark`, `mark-counts`. */
export const overruleMark: Action<z.infer<typeof input>, LedgerMark> = {
  id: 'mark-overrule',
  input,
  run: (writing, _context, { customer: named, mark: key, reason }) => {
    const { store, now } = writing;
    const customer = wholeCustomer(store, named);
    const { name } = getCustomer(store, customer);
    const find = (): LedgerMark | undefined => ledgerAt(store, customer, now).marks.find((one) => one.key === key);
    const before = find();
    if (before === undefined) throw new DeskError('not-found', 'no-such-mark', { mark: key, id: customer });
    if (reason !== null) putOverride(writing, customer, before, reason);
    else if (!dropOverride(writing, customer, before)) throw new DeskError('conflict', 'mark-counts', { mark: key });
    describeAction(writing, { case: before.case, cases: before.case === null ? 0 : 1, what: `${name}: ${key}` });
    return find() ?? before;
  },
};
