import { parseQuery } from '../../domain/query.ts';
import { wantedTexts } from '../../domain/query-text.ts';
import { wordsFor } from '../../i18n/index.ts';
import { holder } from '../../text/holds.ts';
import { layoutOf } from '../layout.ts';
import type { Step } from '../program.ts';
import { caseBody, caseLines } from '../screens/case/body.ts';
import type { CaseState, ListState, State } from '../state.ts';

/** `Ctrl-N` and `Ctrl-P`: the next or previous line of the case that holds something that was searched for. */
export function toHit(state: State, direction: 1 | -1): Step {
  if (state.screen.name !== 'case') return [state, []];
  const { open } = state.screen;
  const { tui } = wordsFor(state.locale);
  const told = (text: string): Step => [{ ...state, notice: { text, tone: 'info' } }, []];
  const holds = searched(state.list);
  if (holds === null) return told(tui.searchFirst);
  const { body } = layoutOf(state.size);
  const { top } = caseBody(state, open);
  // from the last hit, unless one has scrolled away from it
  const near = open.hit !== null && open.hit >= top && open.hit < top + body;
  const from = near && open.hit !== null ? open.hit + direction : direction === 1 ? top : top + body - 1;
  // quoted text is unfolded when the hit may lie there
  const further = hitFrom(state, open, from, direction, holds) ?? (open.unfolded ? null : unfolded(state, open, holds));
  // a case opens at its newest word: the first hit may stand above it
  const found = further ?? (near ? null : hitFrom(state, open, 0, 1, holds));
  if (found === null) return told(tui.noFurtherHit);
  const shown: CaseState = { ...found, top: Math.max(0, (found.hit ?? 0) - Math.floor(body / 3)) };
  return [{ ...state, notice: null, screen: { name: 'case', open: shown } }, []];
}

/** Does a line hold something that the list was searched or narrowed by? Null when it was not, or not for words. */
function searched({ search, narrow }: ListState): ((text: string) => boolean) | null {
  const wanted = [search, narrow].flatMap((query) => (query === null ? [] : wantedTexts(parseQuery(query).where)));
  const tests = wanted.map(({ text, prefix }) => holder(text, prefix));
  return tests.length === 0 ? null : (text) => tests.some((test) => test(text));
}

type Holds = (text: string) => boolean;

function hitFrom(state: State, open: CaseState, from: number, direction: 1 | -1, holds: Holds): CaseState | null {
  const { count, at } = caseLines(state, open);
  for (let line = from; line >= 0 && line < count; line += direction)
    if (holds((at(line) ?? []).map((one) => one.text).join(''))) return { ...open, hit: line };
  return null;
}

/** The first hit with quoted text unfolded, in a case that shows none without it. */
function unfolded(state: State, open: CaseState, holds: Holds): CaseState | null {
  return hitFrom(state, open, 0, 1, holds) === null ? hitFrom(state, { ...open, unfolded: true }, 0, 1, holds) : null;
}
