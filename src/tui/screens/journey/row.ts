import type { JourneyLine } from '../../../domain/journey/line.ts';
import type { LedgerMark } from '../../../domain/ledger/ledger.ts';
import { type Words, wordsFor } from '../../../i18n/index.ts';
import { sayFurtherMarks, sayJourneyLine, sayMark } from '../../../i18n/say-journey.ts';
import { dayIn } from '../../../i18n/time.ts';
import { clean } from '../../../text/clean.ts';
import { pad, truncate, width } from '../../../text/width.ts';
import { flow } from '../../parts/flow.ts';
import { isAhead } from '../../parts/journey-rows.ts';
import {
  fitLine,
  type Line,
  lineWidth,
  type Span,
  say,
  selected,
  spaces,
  span,
  type Tone,
  wholeParts,
} from '../../parts/line.ts';
import type { JourneyScreen, State } from '../../state.ts';
import { dayColumns } from './head.ts';

/** The line under the cursor is told whole, on at most so many rows. */
const MOST_ROWS = 4;
const CASE = 7;

const SIGNS: Readonly<Record<JourneyLine['kind'], string>> = {
  ...{ case: '●', call: '◦', promise: '◆', care: '○', rating: '★', purchase: '■', option: '◇', handoff: '▲' },
  ...{ repair: '□', mark: '│', silence: '┊' },
};

const CASE_SIGNS = { opened: '●', solved: '✓', reopened: '◐' } as const;

function toneOf(line: JourneyLine, now: number): Tone {
  switch (line.kind) {
    case 'case':
      return line.what === 'opened' ? 'accent' : line.what === 'solved' ? 'good' : 'warn';
    case 'promise':
      return line.what === 'broken' ? 'danger' : line.what === 'kept' ? 'good' : 'accent';
    case 'care':
      return line.what === 'open' && line.at !== null && line.at < now ? 'danger' : 'accent';
    case 'handoff':
      return 'warn';
    case 'silence':
      return 'warn';
    default:
      return 'accent';
  }
}

/** One line of the story: the day, what it is, whether it left a good or a poor mark, its case, what happened. */
export function lineRow(state: State, { view }: JourneyScreen, line: JourneyLine, isCurrent: boolean): Line[] {
  const words = wordsFor(state.locale);
  const tone = toneOf(line, state.now);
  const said = sayJourneyLine(words, state.locale, line, view.titles);
  const further = sayFurtherMarks(words, line);
  const text = say(said, line.kind === 'silence' ? 'warn' : isAhead(line, state.now) ? 'dim' : 'plain');
  return laid(state, {
    at: line.at,
    sign: say(line.kind === 'case' ? CASE_SIGNS[line.what] : SIGNS[line.kind], tone),
    mark: markSign(line.marks),
    number: line.case,
    texts: further === '' ? [text] : [text, say(further, line.marks.some(isPoor) ? 'warn' : 'good')],
    isWhole: line.kind === 'mark' || line.kind === 'silence',
    isCurrent,
  });
}

/** A mark of the unfolded ledger, with its weight. */
export function markRow(state: State, mark: LedgerMark, isCurrent: boolean): Line[] {
  const words = wordsFor(state.locale);
  const tone: Tone = mark.overruled !== null ? 'dim' : isPoor(mark) ? 'warn' : 'good';
  return laid(state, {
    at: mark.at,
    sign: say(' '),
    mark: markSign([mark]),
    number: mark.case,
    texts: [say(sayMark(words, mark), tone), ...weightOf(words, mark).map((one) => say(one, 'dim'))],
    isWhole: true,
    isCurrent,
  });
}

const weightOf = ({ customers }: Words, { weight, strike }: LedgerMark): string[] => [
  customers.mark(String(weight)),
  ...(strike ? [customers.strike] : []),
];

const isPoor = ({ sort, overruled }: LedgerMark): boolean => sort === 'poor' && overruled === null;

/** `−` and `+` for what counts, `·` for what was overruled; a strike in the colour of danger. */
function markSign(marks: readonly LedgerMark[]): Span {
  const poor = marks.filter(isPoor);
  if (poor.length > 0) return say('−', poor.some(({ strike }) => strike) ? 'danger' : 'warn');
  if (marks.some(({ overruled }) => overruled === null)) return say('+', 'good');
  return say(marks.length > 0 ? '·' : ' ', 'dim');
}

interface Laid {
  readonly at: number | null;
  readonly sign: Span;
  readonly mark: Span;
  readonly number: number | null;
  /** the first gives way to the others, if it is not told whole */
  readonly texts: readonly Span[];
  readonly isWhole: boolean;
  readonly isCurrent: boolean;
}

function laid(state: State, { at, sign, mark, number, texts, isWhole, isCurrent }: Laid): Line[] {
  const { columns } = state.size;
  const { journey } = wordsFor(state.locale);
  const days = dayColumns(state);
  const day = clean(at === null ? journey.undated : dayIn(state.locale, at, state.zone(), true), 'line');
  const head: Line = [
    say(isCurrent ? ' › ' : '   ', 'accent'),
    span(pad(truncate(day, days), days), 'dim'),
    say('  '),
    sign,
    say(' '),
    mark,
    say(' '),
    span(pad(clean(number === null ? '' : `#${number}`, 'line'), CASE), 'dim'),
  ];
  const room = columns - lineWidth(head);
  if (!isCurrent && !isWhole) return [[...head, ...cut(texts, room)]];
  const rows = flow(texts, room).slice(0, MOST_ROWS);
  return rows.map((row, index) => {
    const line = [...(index === 0 ? head : [span(spaces(lineWidth(head)))]), ...row];
    return isCurrent ? selected(fitLine(line, columns)) : line;
  });
}

/** Less of the first text is told than there is, so that what is said of it stands there whole. */
const LEAST = 20;

function cut([first, ...more]: readonly Span[], room: number): Line {
  if (first === undefined) return [];
  const dotted = more.map((one): Line => [say(' · ', 'dim'), one]);
  const after = wholeParts(dotted, room - Math.min(LEAST, width(first.text)));
  return [span(truncate(first.text, room - lineWidth(after)), first.tone), ...after];
}
