import type { CustomerSet } from '../../actions/customers.ts';
import type { CustomersMerged } from '../../actions/merge-customers.ts';
import type { Consent, Segment } from '../../domain/customer.ts';
import type { LedgerMark } from '../../domain/ledger/ledger.ts';
import { wordsFor } from '../../i18n/index.ts';
import type { CustomerUse, CustomerWork, TypedField } from '../customer-use.ts';
import { journeyRows } from '../parts/journey-rows.ts';
import type { Step } from '../program.ts';
import type { JourneyScreen, State } from '../state.ts';
import { prompt } from './work.ts';

const onJourney =
  (does: (state: State, screen: JourneyScreen) => Step) =>
  (state: State): Step =>
    state.screen.name === 'journey' ? does(state, state.screen) : [state, []];

const told = (state: State, text: string): Step => [{ ...state, notice: { text, tone: 'info' } }, []];
const work = (state: State, done: CustomerWork): Step => [state, [{ do: 'work', work: done }]];
const ask = (state: State, use: CustomerUse, text = ''): Step => [prompt(state, use, text), []];

const set = (change: Partial<Omit<CustomerSet, 'customer'>>): ((state: State) => Step) =>
  onJourney((state, { view }) => work(state, { what: 'customer-set', customer: view.customer.id, change }));

export const setSegment = (segment: Segment | null): ((state: State) => Step) => set({ fields: { segment } });

export const setConsent = (consent: Consent | null): ((state: State) => Step) => set({ fields: { consent } });

/** Do the rules see her in another segment? */
export const isSuggested = ({ screen }: State): boolean => screen.name === 'journey' && screen.view.suggestion !== null;

/** `+`: the move that the rules suggest. */
export const takeSuggestion = onJourney((state, { view }) =>
  view.suggestion === null
    ? told(state, wordsFor(state.locale).customers.noSuggestion)
    : setSegment(view.suggestion.to)(state),
);

export const toggleInternal = onJourney((state, { view: { customer } }) =>
  set({ fields: { internal: !customer.internal } })(state),
);

/** A field to be edited in a line that holds what is known. */
export const askField = (field: TypedField): ((state: State) => Step) =>
  onJourney((state, { view: { customer } }) => {
    const had = field === 'tags' ? customer.tags.join(' ') : (customer[field] ?? '');
    return ask(state, { what: 'customer-field', customer: customer.id, field, had }, had);
  });

export const askPurchase = onJourney((state, { view }) => ask(state, { what: 'purchase', customer: view.customer.id }));

/** The purchase under the cursor was none, or was brought back; undo takes that back. */
export const removePurchase = onJourney((state, screen) => {
  const row = journeyRows(screen)[screen.at];
  if (row?.row !== 'line' || row.line.kind !== 'purchase')
    return told(state, wordsFor(state.locale).customers.noPurchaseHere);
  return work(state, { what: 'unbuy', id: row.line.purchase.id });
});

/** Does the line under the cursor have a mark of the ledger? */
export const hasMark = ({ screen }: State): boolean => screen.name === 'journey' && markAt(screen) !== null;

/** `x`: the mark under the cursor does not count, for a reason that is asked for; one that was overruled counts again. */
export const overrule = onJourney((state, screen) => {
  const mark = markAt(screen);
  if (mark === null) return told(state, wordsFor(state.locale).customers.noMarkHere);
  const customer = screen.view.customer.id;
  if (mark.overruled !== null) return work(state, { what: 'overrule', customer, mark: mark.key, reason: null });
  return ask(state, { what: 'overrule', customer, mark });
});

/** Of several marks of one line the first poor one. */
function markAt(screen: JourneyScreen): LedgerMark | null {
  const row = journeyRows(screen)[screen.at];
  if (row === undefined || row.row === 'ledger') return null;
  if (row.row === 'mark') return row.mark;
  return row.line.marks.find(({ sort }) => sort === 'poor') ?? row.line.marks[0] ?? null;
}

/** `M`: another customer becomes a part of this one. */
export const askMerge = onJourney((state, { view: { customer } }) =>
  ask(state, { what: 'customer-merge', customer: customer.id, name: customer.name, found: null }),
);

/** The merge is shown before it is done. */
export function mergeRehearsed(state: State, merged: CustomersMerged): Step {
  return [{ ...state, notice: null, overlay: { name: 'confirm', ask: { what: 'merge-customers', merged } } }, []];
}

/** `U`: one who was merged into this one is taken out again. */
export const askUnmerge = onJourney((state, { view: { merged } }) => {
  const [first] = merged;
  if (first === undefined) return told(state, wordsFor(state.locale).customers.nobodyMerged);
  return ask(state, { what: 'customer-unmerge', merged }, String(first.id));
});

/** `f`: a follow-up with her, for herself. */
export const askFollowUp = onJourney((state, { view }) => [
  prompt(state, { what: 'commit-when', kind: 'follow-up', cases: [], customer: view.customer.id }),
  [],
]);

/** `c`: a new case of hers. */
export const askNewCase = onJourney((state, { view: { customer } }) => [
  prompt(state, { what: 'new-subject', customer: `#${customer.id}`, called: customer.name }),
  [],
]);
