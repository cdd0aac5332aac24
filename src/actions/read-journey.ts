import type { Context } from '../context.ts';
import { type SegmentSuggestion, suggestSegment } from '../domain/care/segments.ts';
import type { Customer } from '../domain/customer.ts';
import { journeyOf } from '../domain/journey/journey.ts';
import type { JourneyLine } from '../domain/journey/line.ts';
import { type Ledger, ledgerOf } from '../domain/ledger/ledger.ts';
import type { LedgerRules } from '../domain/ledger/rules.ts';
import type { PageTitles } from '../domain/playbook/page.ts';
import type { CustomerValue } from '../domain/purchase.ts';
import { workingCase } from '../store/cases.ts';
import { segmentFacts } from '../store/customer-life.ts';
import { getCustomer, wholeCustomer } from '../store/customers.ts';
import { journeyFacts, mergedCustomers } from '../store/journey-facts.ts';
import { customerFacts } from '../store/ledger-facts.ts';
import { ledgerRules } from '../store/ledger-rules.ts';
import { overridesOf } from '../store/mark-overrides.ts';
import { type DuplicatePair, readAlike } from './duplicates.ts';
import { titlesFor } from './page-titles.ts';
import { customerValue } from './read-customers.ts';

/** A customer's whole story, with how she stands now. */
export interface JourneyView {
  readonly customer: Customer;
  readonly value: CustomerValue | null;
  readonly ledger: Ledger;
  readonly rules: LedgerRules;
  /** where she belongs by now, and why */
  readonly suggestion: SegmentSuggestion | null;
  /** the newest first */
  readonly lines: readonly JourneyLine[];
  /** what options are called, by `playbook/step`, and departments, by their names */
  readonly titles: PageTitles;
  /** who may be the same person, the likeliest first */
  readonly alike: readonly DuplicatePair[];
  /** who was merged into her, the newest first */
  readonly merged: readonly { readonly id: number; readonly name: string }[];
}

/** The customer who is meant; null: the case has none. Throws `no-such-case`. */
export const customerOf = (
  { store }: Context,
  of: { readonly customer: number } | { readonly case: number },
): number | null => ('customer' in of ? of.customer : workingCase(store, of.case).customer);

/** Who was merged is told as whom she is part of. Throws `no-such-customer`. */
export function readJourney(context: Context, wanted: number): JourneyView {
  const { store } = context;
  const customer = getCustomer(store, wholeCustomer(store, wanted));
  const now = context.now();
  const known = customerFacts(store, customer.id, now);
  const facts = journeyFacts(store, customer.id, known);
  const rules = ledgerRules(store);
  const ledger = ledgerOf(known, overridesOf(store, customer.id), rules, now);
  return {
    customer,
    value: customerValue(store, customer, facts.purchases),
    ledger,
    rules,
    suggestion: suggestSegment(segmentFacts(store, customer, facts.purchases), now),
    lines: journeyOf(facts, ledger.marks, now),
    titles: titlesFor(context, { steps: facts.options.length > 0, departments: facts.handoffs.length > 0 }),
    alike: readAlike(context, customer.id),
    merged: mergedCustomers(store, customer.id),
  };
}
