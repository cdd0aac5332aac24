import type { Context } from '../context.ts';
import { type SegmentSuggestion, suggestSegment } from '../domain/care/segments.ts';
import { type Customer, SEGMENTS } from '../domain/customer.ts';
import { balanceOf, type Ledger } from '../domain/ledger/ledger.ts';
import type { LedgerRules } from '../domain/ledger/rules.ts';
import { type CustomerValue, type Purchase, readSegmentValues, worthOf } from '../domain/purchase.ts';
import { segmentFacts } from '../store/customer-life.ts';
import { type CustomerSearch, findCustomers } from '../store/customer-search.ts';
import { casesOfCustomer, getCustomer, wholeCustomer } from '../store/customers.ts';
import { ledgerRules } from '../store/ledger-rules.ts';
import type { Store } from '../store/open.ts';
import { purchasesOf } from '../store/purchases.ts';
import { readSetting } from '../store/settings.ts';
import { standingAt, standingIsBehind } from '../store/standings.ts';
import { readLedger } from './read-ledger.ts';

/** What is told of a customer in one row, and to scripts. */
export interface CustomerSummary {
  readonly customer: Customer;
  readonly products: readonly Purchase[];
  readonly value: CustomerValue | null;
  readonly ledger: Ledger;
}

/** A customer with everything that is known. */
export interface CustomerView extends CustomerSummary {
  /** newest first */
  readonly cases: readonly { number: number; subject: string; status: string; updatedAt: number | null }[];
  /** where she belongs by now, and why */
  readonly suggestion: SegmentSuggestion | null;
  readonly rules: LedgerRules;
}

/** What a customer is worth to the shop; null where nobody can say. */
export function customerValue(
  store: Store,
  { segment }: Customer,
  products: readonly Purchase[],
): CustomerValue | null {
  return worthOf(products, segment, readSegmentValues(readSetting(store, 'segment-values') ?? '', SEGMENTS) ?? {});
}

/** What is known of a customer, without what follows from it. */
export const readPerson = ({ store }: Context, id: number): Customer => getCustomer(store, id);

export function readSummary(context: Context, id: number): CustomerSummary {
  const { store } = context;
  const customer = getCustomer(store, id);
  const products = purchasesOf(store, id);
  return { customer, products, value: customerValue(store, customer, products), ledger: readLedger(context, id) };
}

/** Who was merged is shown as whom she is part of. Throws `no-such-customer`. */
export function readCustomer(context: Context, wanted: number): CustomerView {
  const { store } = context;
  const id = wholeCustomer(store, wanted);
  const summary = readSummary(context, id);
  return {
    ...summary,
    cases: casesOfCustomer(store, id),
    suggestion: suggestSegment(segmentFacts(store, summary.customer, summary.products), context.now()),
    rules: ledgerRules(store),
  };
}

/** What stands on the card beside a case. */
export interface CustomerCare {
  readonly value: CustomerValue | null;
  readonly ledger: Pick<Ledger, 'strikes' | 'balance' | 'atRisk' | 'oneMore'>;
  readonly strikesToLeave: number;
}

/** Cases of which a ledger is read while a frame waits, where it is not worked out yet; of more, what is kept counts. */
const CASES_IN_A_FRAME = 40;

/** As her ledger is kept: a card is drawn in a frame, however many cases there are. */
export function readCare(context: Context, id: number): CustomerCare {
  const { store, now } = context;
  const value = customerValue(store, getCustomer(store, id), purchasesOf(store, id));
  const rules = ledgerRules(store);
  const isRead = standingIsBehind(store, id) && casesOfCustomer(store, id).length <= CASES_IN_A_FRAME;
  const { strikes, poor, good, atRisk } = isRead ? readLedger(context, id) : standingAt(store, id, now());
  return {
    value,
    ledger: {
      strikes,
      balance: balanceOf(good, poor, rules.ratio),
      atRisk,
      oneMore: strikes === rules.strikesToLeave - 1,
    },
    strikesToLeave: rules.strikesToLeave,
  };
}

/** The customers whom a search finds, the newest first. */
export const searchCustomers = ({ store }: Context, search: CustomerSearch, limit: number): number[] =>
  findCustomers(store, search, limit);
