import type { DuplicatePair } from '../../actions/duplicates.ts';
import { bySureness } from '../../domain/care/duplicates.ts';
import { wordsFor } from '../../i18n/index.ts';
import type { SearchSlice } from '../duplicate-finder.ts';
import type { Effect } from '../effects.ts';
import type { Step } from '../program.ts';
import type { DuplicatesScreen, State } from '../state.ts';

/** Everybody is looked at for pairs who may be one person; what is found is listed meanwhile. */
export const show = (state: State): Step => [
  {
    ...state,
    notice: null,
    screen: { name: 'duplicates', found: [], pairs: [], search: null, percent: 0, at: 0, back: state.screen },
  },
  [],
];

const onPairs =
  (does: (state: State, screen: DuplicatesScreen) => Step) =>
  (state: State): Step =>
    state.screen.name === 'duplicates' ? does(state, state.screen) : [state, []];

/** A part of the search is done: what it has found stands among the others, and the cursor stays on its pair. */
export const found = (state: State, part: SearchSlice): Step =>
  onPairs((on, shown) => {
    // another search has been begun meanwhile: this one begins anew
    const screen = part.search === shown.search ? shown : { ...shown, found: [], pairs: [], search: part.search };
    const percent = Math.floor(part.done * 100);
    // a frame that shows nothing new would hold up that of a key
    if (part.found.length === 0 && percent === shown.percent && screen === shown) return [on, searchOn(on)];
    const all = [...screen.found, ...part.found];
    const pairs = part.found.length === 0 ? screen.pairs : [...screen.pairs, ...part.found].sort(bySureness);
    return [{ ...on, screen: { ...onPair(screen, pairs), found: all, percent } }, []];
  })(state);

/** Who of what was found still stands for herself is read anew. */
export const pairsAgain = ({ found: pairs }: DuplicatesScreen): Effect => ({ do: 'load-pairs', pairs });

/** Who was merged is in none of the pairs any more, and after an undo in them again; names are those of now. */
export const pairsRead = (state: State, pairs: readonly DuplicatePair[]): Step =>
  onPairs((on, screen) => [{ ...on, screen: onPair(screen, pairs.toSorted(bySureness)) }, []])(state);

function onPair(screen: DuplicatesScreen, pairs: readonly DuplicatePair[]): DuplicatesScreen {
  const here = screen.pairs[screen.at];
  const same = pairs.findIndex(({ a, b }) => a === here?.a && b === here.b);
  // whoever has not moved looks at the likeliest
  if (screen.at === 0) return { ...screen, pairs };
  return { ...screen, pairs, at: same >= 0 ? same : Math.max(0, Math.min(screen.at, pairs.length - 1)) };
}

export const isSearching = ({ percent }: DuplicatesScreen): boolean => percent !== 100;

/** ms between two slices, for the keys: at 100,000 customers the search takes a quarter of a minute. */
const PAUSE_MS = 4;

/** A search that is not at its end goes on as long as its screen is looked at. */
export const searchOn = ({ screen }: State): Effect[] =>
  screen.name === 'duplicates' && isSearching(screen)
    ? [{ do: 'after', ms: PAUSE_MS, timer: 'duplicates', message: { type: 'duplicates-due' } }]
    : [];

/** The pause is over. */
export const due = onPairs((state, screen) => [
  state,
  isSearching(screen) ? [{ do: 'find-duplicates', search: screen.search }] : [],
]);

function nothing(state: State, screen: DuplicatesScreen): Step {
  const { searching, noDuplicates } = wordsFor(state.locale).customers;
  return [{ ...state, notice: { text: isSearching(screen) ? searching : noDuplicates, tone: 'info' } }, []];
}

/** Enter: the journey of the one who came later, which tells of both. */
export const open = onPairs((state, screen) => {
  const pair = screen.pairs[screen.at];
  return pair === undefined ? nothing(state, screen) : [state, [{ do: 'open-journey', of: { customer: pair.b } }]];
});

/** `M`: the later one becomes a part of the earlier; what that does is shown before it is done. */
export const merge = onPairs((state, screen) => {
  const pair = screen.pairs[screen.at];
  return pair === undefined ? nothing(state, screen) : [state, [{ do: 'rehearse-merge', from: pair.b, into: pair.a }]];
});
