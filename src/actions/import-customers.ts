import * as z from 'zod';
import type { ContactPoint } from '../domain/customer.ts';
import { customersAt, customersNamed, customerWithUid, insertCustomer, wholeCustomer } from '../store/customers.ts';
import type { Store } from '../store/open.ts';
import { isRemoved } from '../store/tombstones.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';
import { changeCustomer, customerChange } from './customers.ts';
import { isForgottenPoint } from './import/people.ts';

const input = z.strictObject({ rows: z.array(z.strictObject({ uid: z.string().nullable(), change: customerChange })) });
export type CustomerRows = z.infer<typeof input>['rows'];

export interface CustomersImported {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** rows of customers who were forgotten: they are left out */
  readonly forgotten: number;
}

/**
 * Takes in a table of customers. One who is known, by uid or by name and a shared address, gets what her row says and
 * keeps what it does not say.
 */
export const importCustomers: Action<z.infer<typeof input>, CustomersImported> = {
  id: 'customer-import',
  input,
  run: (writing, context, { rows }) => {
    const done = { added: 0, updated: 0, unchanged: 0, forgotten: 0 };
    for (const { uid, change } of rows) {
      const known = knownAs(writing.store, uid, change.fields.name ?? '', change.addPoints);
      if (known === null && isForgotten(writing.store, uid, change.addPoints)) {
        done.forgotten += 1;
        continue;
      }
      if (known === null) done.added += 1;
      const customer =
        known ?? insertCustomer(writing, { ...NOBODY, uid: uid ?? context.newId(), name: nameOf(change) });
      const changed = changeCustomer(writing, customer, change);
      if (known !== null) done[changed.length > 0 ? 'updated' : 'unchanged'] += 1;
    }
    describeAction(writing, { case: null, cases: 0, customers: done.added + done.updated });
    return done;
  },
};

const isForgotten = (store: Store, uid: string | null, points: readonly ContactPoint[]): boolean =>
  (uid !== null && isRemoved(store, 'customer', uid)) || points.some((point) => isForgottenPoint(store, point));

const NOBODY = {
  ...{ givenName: null, honorific: null, language: null, segment: null, company: null, internal: false, points: [] },
};

const nameOf = ({ fields, addPoints }: CustomerRows[number]['change']): string =>
  fields.name ?? addPoints[0]?.value ?? '';

function knownAs(store: Store, uid: string | null, name: string, points: readonly ContactPoint[]): number | null {
  const same = uid === null ? null : customerWithUid(store, uid);
  if (same !== null) return wholeCustomer(store, same);
  if (uid !== null) return null;
  const called = name === '' ? null : customersNamed(store, name);
  return points.flatMap((one) => customersAt(store, one)).find((id) => called?.includes(id) ?? true) ?? null;
}
