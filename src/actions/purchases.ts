import * as z from 'zod';
import type { Purchase } from '../domain/purchase.ts';
import { getCustomer, wholeCustomer } from '../store/customers.ts';
import { deletePurchase, getPurchase, insertPurchase } from '../store/purchases.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';

const id = z.int().positive();
const moment = z.int().nullable();
const input = z.strictObject({
  customer: id,
  at: moment,
  deliveredAt: moment,
  product: z.string().trim().min(1),
  serial: z.string().trim().min(1).nullable(),
  warrantyUntil: moment,
  amount: z.int().min(0).nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type PurchaseMade = z.infer<typeof input>;

/** Notes what a customer bought. Throws `no-such-customer`. */
export const addPurchase: Action<PurchaseMade, Purchase> = {
  id: 'purchase-add',
  input,
  run: (writing, _context, made) => {
    const customer = getCustomer(writing.store, wholeCustomer(writing.store, made.customer));
    const bought = insertPurchase(writing, { ...made, customer: customer.id });
    describeAction(writing, { case: null, cases: 0, what: `${customer.name}: ${made.product}` });
    return getPurchase(writing.store, bought);
  },
};

/** A purchase that was none, or was brought back. Throws `no-such-purchase`. */
export const removePurchase: Action<{ id: number }, Purchase> = {
  id: 'purchase-remove',
  input: z.strictObject({ id }),
  run: (writing, _context, wanted) => {
    const found = getPurchase(writing.store, wanted.id);
    deletePurchase(writing, found.id);
    const { name } = getCustomer(writing.store, found.customer);
    describeAction(writing, { case: null, cases: 0, what: `${name}: ${found.product}` });
    return found;
  },
};
