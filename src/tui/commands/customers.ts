import type { CustomerListPage, CustomerRow } from '../../actions/read-customer-list.ts';
import { wordsFor } from '../../i18n/index.ts';
import { layoutOf } from '../layout.ts';
import type { Step } from '../program.ts';
import type { CustomersScreen, State } from '../state.ts';
import { prompt } from './work.ts';

/** `g c`: the customers, the newest first. */
export const show = (state: State): Step => [
  state,
  [{ do: 'load-customers', ask: { atRisk: false, words: [] }, below: null }],
];

const onList =
  (does: (state: State, screen: CustomersScreen) => Step) =>
  (state: State): Step =>
    state.screen.name === 'customers' ? does(state, state.screen) : [state, []];

/** Enter: the journey of the customer under the cursor. */
export const open = onList((state, screen) => {
  const row = screen.rows[screen.at];
  if (row === undefined)
    return [{ ...state, notice: { text: wordsFor(state.locale).customers.none, tone: 'info' } }, []];
  return [state, [{ do: 'open-journey', of: { customer: row.id } }]];
});

/** `Tab`: all, or those whom one more poor experience may drive away. */
export const toggleAtRisk = onList((state, { ask }) => [
  state,
  [{ do: 'load-customers', ask: { ...ask, atRisk: !ask.atRisk }, below: null }],
]);

/** `/`: by name, address, phone, company, tag or note; an empty line takes the search back. */
export const askSearch = onList((state, { ask }) => [
  prompt(state, { what: 'customer-search' }, ask.words.join(' ')),
  [],
]);

/** The search as it was typed. */
export const searched = (state: State, typed: string): Step =>
  onList((on, { ask }) => {
    const words = typed.split(/\s+/).filter((word) => word !== '');
    return [{ ...on, overlay: null }, [{ do: 'load-customers', ask: { ...ask, words }, below: null }]];
  })(state);

/** The cursor, `count` rows on; near the end of what is read the next part is. */
export const by = (state: State, count: number): Step =>
  onList((on, screen) => {
    const at = Math.max(0, Math.min(screen.at + count, screen.rows.length - 1));
    return further({ ...on, screen: { ...screen, at } });
  })(state);

type PageRead = CustomerListPage & { readonly ask: CustomersScreen['ask']; readonly from: number | null };

/** A part of the list is read: the first, or the next of those that are shown. */
export function customersRead(state: State, { ask, from, rows, below }: PageRead): Step {
  const was = state.screen.name === 'customers' ? state.screen : null;
  if (from !== null && (was === null || was.ask !== ask)) return [state, []]; // something else is shown by now
  const back = was?.back ?? state.screen;
  const all = from === null || was === null ? rows : [...was.rows, ...rows];
  const at = from === null ? 0 : (was?.at ?? 0);
  return further({ ...state, notice: null, screen: { name: 'customers', ask, rows: all, below, at, back } });
}

/** What is shown is read anew: the same rows, as they are now. */
export function rowsRead(state: State, rows: readonly CustomerRow[]): Step {
  if (state.screen.name !== 'customers') return [state, []];
  const here = state.screen.rows[state.screen.at]?.id;
  const same = rows.findIndex(({ id }) => id === here);
  const at = Math.max(0, same >= 0 ? same : Math.min(state.screen.at, rows.length - 1));
  return [{ ...state, screen: { ...state.screen, rows, at } }, []];
}

/** A moment between two parts of a search, for the keys. */
const PAUSE_MS = 20;

/** The next part, where the cursor comes near the end of what is read: of a search a moment later, so that keys come between. */
function further(state: State): Step {
  if (state.screen.name !== 'customers') return [state, []];
  const { rows, at, below, ask } = state.screen;
  if (below === null || rows.length > at + 2 * layoutOf(state.size).body) return [state, []];
  if (ask.words.length === 0) return [state, [{ do: 'load-customers', ask, below }]];
  return [state, [{ do: 'after', ms: PAUSE_MS, timer: 'customers', message: { type: 'customers-due' } }]];
}

/** The moment is over. */
export const due = onList((state, { ask, below }) =>
  below === null ? [state, []] : [state, [{ do: 'load-customers', ask, below }]],
);
