import type { DuplicatePair } from '../../../actions/duplicates.ts';
import { LIKELY } from '../../../domain/care/duplicates.ts';
import { type Words, wordsFor } from '../../../i18n/index.ts';
import { sayAlike } from '../../../i18n/say-alike.ts';
import { clean } from '../../../text/clean.ts';
import { pad, truncate } from '../../../text/width.ts';
import { isSearching } from '../../commands/duplicates.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { flow } from '../../parts/flow.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import {
  blank,
  fitLine,
  type Line,
  lineWidth,
  say,
  selected,
  spaces,
  span,
  wholeParts,
  wrapped,
} from '../../parts/line.ts';
import type { DuplicatesScreen, State } from '../../state.ts';

/** Pairs of customers who may be one person, the likeliest first: how sure that is, both, and by what. */
export function duplicatesView(state: State, screen: DuplicatesScreen): Frame {
  const words = wordsFor(state.locale);
  const { customers } = words;
  const { pairs, percent, at } = screen;
  const { columns } = state.size;
  const name: Line = [say(' desk ', 'title'), say(` ${customers.pairsTitle} `, 'strong')];
  const parts: Line[] = [
    [say(` ${customers.pairs(pairs.length)}`, 'dim')],
    ...(isSearching(screen) ? [[say(`  ${customers.lookedThrough(percent)}`, 'warn')]] : []),
  ];
  const title = [...name, ...wholeParts(parts, columns - lineWidth(name))];
  if (pairs.length === 0) {
    const nothing = isSearching(screen) ? customers.searching : customers.noDuplicates;
    return frame(state, title, [blank, ...wrapped(nothing, columns, 2)], KEYMAP, 'duplicates');
  }
  const room = layoutOf(state.size).body - MOST_ROWS + 1;
  const top = Math.max(0, Math.min(at - Math.floor(room / 2), pairs.length - room));
  const lines = pairs
    .slice(top, top + room)
    .flatMap((pair, index) => pairLines(pair, columns, words, top + index === at));
  return frame(state, title, lines, KEYMAP, 'duplicates');
}

/** The pair under the cursor is told whole, on at most so many rows. */
const MOST_ROWS = 4;
const SURE = 6;
const NUMBER = 8;
/** Columns of a name; where there are fewer than so many in all, a reason is worth more. */
const [NAMES, FEWEST, WIDE] = [24, 12, 100];
const INDENT = 3 + SURE;

function pairLines(pair: DuplicatePair, columns: number, words: Words, isCurrent: boolean): Line[] {
  const { a, aName, b, bName, score, reasons } = pair;
  const room = Math.floor((columns - INDENT - 2 * NUMBER - LEAST) / 2);
  const names = columns < WIDE ? Math.max(FEWEST, room) : NAMES;
  const who = (id: number, name: string): Line => [
    span(pad(clean(`#${id}`, 'line'), NUMBER), 'dim'),
    span(pad(truncate(clean(name, 'line'), names), names + 1), 'strong'),
  ];
  const head: Line = [
    say(isCurrent ? ' › ' : '   ', 'accent'),
    span(pad(clean(`${Math.round(score * 100)} %`, 'line'), SURE), score >= LIKELY ? 'good' : 'plain'),
    ...who(a, aName),
    ...who(b, bName),
  ];
  const why = reasons.map((reason) => say(sayAlike(words, reason), 'dim'));
  const left = columns - lineWidth(head);
  const dotted = why.map((one, at): Line => (at === 0 ? [one] : [say(' · ', 'dim'), one]));
  if (!isCurrent) return [fitLine([...head, ...wholeParts(dotted, left)], columns)];
  const [first = [], ...more] = told(why, columns, left);
  return [[...head, ...first], ...more].slice(0, MOST_ROWS).map((line) => selected(fitLine(line, columns)));
}

/** Why, whole: beside the pair where there is room for it, else below. */
function told(why: Line, columns: number, room: number): Line[] {
  const beside = flow(why, room);
  if (room >= LEAST && beside.length === 1) return beside;
  return [[], ...flow(why, columns - INDENT).map((line): Line => [span(spaces(INDENT)), ...line])];
}

/** Columns that are worth to be written in. */
const LEAST = 20;
