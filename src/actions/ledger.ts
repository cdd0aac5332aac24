import * as z from 'zod';
import { DeskError } from '../domain/errors.ts';
import type { LedgerMark } from '../domain/ledger/ledger.ts';
import { getCustomer, wholeCustomer } from '../store/customers.ts';
import { dropOverride, putOverride } from '../store/mark-overrides.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';
import { ledgerAt } from './read-ledger.ts';

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
