import type { Context } from '../context.ts';
import { type SegmentSuggestion, suggestSegment } from '../domain/care/segments.ts';
import type { Customer } from '../domain/customer.ts';
import { isSince, journeyOf } from '../domain/journey/journey.ts';
import type { JourneyLine } from '../domain/journey/line.ts';
import type { CaseStory } from '../domain/ledger/facts.ts';
import { type Ledger, ledgerOf } from '../domain/ledger/ledger.ts';
import type { LedgerRules } from '../domain/ledger/rules.ts';
import type { PageTitles } from '../domain/playbook/page.ts';
import type { CustomerValue } from '../domain/purchase.ts';
import { workingCase } from '../store/cases.ts';
import { segmentFacts } from '../store/customer-life.ts';
import { getCustomer, wholeCustomer } from '../store/customers.ts';
import { journeyFacts, mergedCustomers } from '../store/journey-facts.ts';
import { factsAround, type OwnCase, ownCases, storiesOf } from '../store/ledger-facts.ts';
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
  /** what is still to be read; null: this is all */
  readonly rest: JourneyRest | null;
}

/**
 * How far a long journey is read. The lines that are shown meanwhile are all that happened since anything was changed in
 * what is not read; marks of the ledger may be missing beside them.
 */
export interface JourneyRest {
  readonly customer: number;
  /** ms: the moment that all of it is told for */
  readonly now: number;
  readonly read: readonly CaseStory[];
  /** those first that were worked on last */
  readonly left: readonly OwnCase[];
}

/** Cases that a key can wait for: they fill a screen, and are read within a frame. */
const AT_ONCE = 8;

/** The customer who is meant; null: the case has none. Throws `no-such-case`. */
export const customerOf = (
  { store }: Context,
  of: { readonly customer: number } | { readonly case: number },
): number | null => ('customer' in of ? of.customer : workingCase(store, of.case).customer);

/** A customer's whole journey. Who was merged is told as whom she is part of. Throws `no-such-customer`. */
export function readJourney(context: Context, wanted: number): JourneyView {
  const rest = startOf(context, wanted);
  return viewOf(context, further(context, rest, rest.left.length));
}

/** The same, but of a long one only its end, which fills a screen; `readFurther` reads the rest. */
export function openJourney(context: Context, wanted: number): JourneyView {
  const rest = startOf(context, wanted);
  return viewOf(context, further(context, rest, AT_ONCE));
}

/** Reads on, as much as a key can wait for: all of the journey when nothing is left, else how far it has come. */
export function readFurther(context: Context, rest: JourneyRest): JourneyView | JourneyRest {
  const next = further(context, rest, AT_ONCE);
  return next.left.length === 0 ? viewOf(context, next) : next;
}

function startOf({ store, now }: Context, wanted: number): JourneyRest {
  const customer = wholeCustomer(store, wanted);
  return { customer, now: now(), read: [], left: ownCases(store, customer) };
}

function further({ store }: Context, rest: JourneyRest, count: number): JourneyRest {
  const numbers = rest.left.slice(0, count).map(({ number }) => number);
  const read = storiesOf(store, { customer: rest.customer, numbers }, rest.now);
  return { ...rest, read: [...rest.read, ...read], left: rest.left.slice(count) };
}

function viewOf(context: Context, rest: JourneyRest): JourneyView {
  const { store } = context;
  const { now, left } = rest;
  const customer = getCustomer(store, rest.customer);
  const known = factsAround(
    store,
    customer.id,
    rest.read.toSorted((one, other) => one.number - other.number),
  );
  const facts = journeyFacts(store, customer.id, known);
  const rules = ledgerRules(store);
  const ledger = ledgerOf(known, overridesOf(store, customer.id), rules, now);
  const lines = journeyOf(facts, ledger.marks, now);
  const [newest] = left;
  return {
    customer,
    value: customerValue(store, customer, facts.purchases),
    ledger,
    rules,
    suggestion: suggestSegment(segmentFacts(store, customer, facts.purchases), now),
    lines: newest === undefined ? lines : lines.filter((line) => isSince(line, newest.updatedAt)),
    titles: titlesFor(context, { steps: facts.options.length > 0, departments: facts.handoffs.length > 0 }),
    alike: readAlike(context, customer.id),
    merged: mergedCustomers(store, customer.id),
    rest: newest === undefined ? null : rest,
  };
}
