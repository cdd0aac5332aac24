import type { Context } from '../context.ts';
import { type CustomerAsk, type CustomerRow, customerPage, customerRows } from '../store/customer-pages.ts';

export type { CustomerAsk, CustomerRow } from '../store/customer-pages.ts';

/** A part of the list of customers, the newest first. */
export interface CustomerListPage {
  readonly rows: readonly CustomerRow[];
  /** the id below which the next part begins; null: there is no more */
  readonly below: number | null;
}

/** Rows that are read at a time: more than a screen, few enough for a frame. */
const PAGE = 100;

/** The next part of the list below an id (null: from the newest on); of a search perhaps an empty one, though more may come. */
export function readCustomerList({ store, now }: Context, ask: CustomerAsk, below: number | null): CustomerListPage {
  const at = now();
  const page = customerPage(store, ask, at, below, PAGE);
  return { rows: customerRows(store, page.ids, at), below: page.below };
}

/** The rows of these customers as they are now. */
export const readCustomerRows = ({ store, now }: Context, ids: readonly number[]): CustomerRow[] =>
  customerRows(store, ids, now());
