import type { CustomerRow } from '../../../actions/read-customer-list.ts';
import { SEGMENTS } from '../../../domain/customer.ts';
import { type Words, wordsFor } from '../../../i18n/index.ts';
import { age } from '../../../i18n/time.ts';
import { bareAddress } from '../../../text/address.ts';
import { clean } from '../../../text/clean.ts';
import { pad, truncate, width } from '../../../text/width.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { blank, fitLine, type Line, lineWidth, say, selected, span, wholeParts, wrapped } from '../../parts/line.ts';
import type { CustomersScreen, State } from '../../state.ts';

/** The customers, the newest first: who they are, how they stand, when they were heard of last. */
export function customersView(state: State, screen: CustomersScreen): Frame {
  const words = wordsFor(state.locale);
  const { customers } = words;
  const { columns } = state.size;
  const { ask, rows, below, at } = screen;
  const name: Line = [say(' desk ', 'title'), say(` ${customers.listTitle} `, 'strong')];
  const parts: Line[] = [
    [say(` ${below === null ? customers.count(rows.length) : customers.countMore(rows.length)}`, 'dim')],
    ...(ask.atRisk ? [[say(`  ${customers.onlyAtRisk}`, 'warn')]] : []),
    ...(ask.words.length === 0 ? [] : [[say(`  / ${ask.words.join(' ')}`, 'accent')]]),
  ];
  const title = [...name, ...wholeParts(parts, columns - lineWidth(name))];
  if (rows.length === 0) {
    const nothing = below === null ? customers.none : customers.searching;
    return frame(state, title, [blank, ...wrapped(nothing, columns, 2)], KEYMAP, 'customers');
  }
  const room = layoutOf(state.size).body - 1;
  const top = Math.max(0, Math.min(at - Math.floor(room / 2), rows.length - room));
  const shape = shapeOf(columns, words);
  const lines = rows
    .slice(top, top + room)
    .map((row, index) => rowLine(state, row, shape, { isCurrent: top + index === at }));
  return frame(state, title, [headLine(shape, words), ...lines], KEYMAP, 'customers');
}

/** Columns of each part of a row; what does not fit is left out from the right. */
interface Shape {
  readonly columns: number;
  readonly id: number;
  readonly name: number;
  readonly segment: number;
  readonly strikes: number;
  readonly last: number;
  readonly open: number;
  readonly point: number;
}

function shapeOf(columns: number, words: Words): Shape {
  const wide = (...texts: string[]): number => Math.max(...texts.map((text) => width(clean(text, 'line'))));
  const { heads } = words.customers;
  const segment = wide(heads.segment, ...SEGMENTS.map((one) => words.journey.segments[one])) + 2;
  const [strikes, last, open] = [wide(heads.strikes, '99!') + 2, wide(heads.last, '100d') + 2, wide(heads.open) + 2];
  const id = 7;
  const rest = columns - 3 - id - segment - strikes - last - open;
  const name = Math.max(10, Math.min(30, rest));
  return { columns, id, name, segment, strikes, last, open, point: Math.max(0, rest - name - 2) };
}

/** Columns in which an address is worth to be begun. */
const LEAST = 8;

const cell = (text: string, columns: number): ReturnType<typeof pad> =>
  pad(truncate(clean(text, 'line'), Math.max(1, columns - 1)), columns);

const right = (text: string, columns: number): ReturnType<typeof pad> => pad(clean(text, 'line'), columns, 'right');

function headLine(shape: Shape, { customers: { heads } }: Words): Line {
  const line: Line = [
    say('   '),
    span(cell('#', shape.id), 'dim'),
    span(cell(heads.name, shape.name), 'dim'),
    span(cell(heads.segment, shape.segment), 'dim'),
    span(right(heads.strikes, shape.strikes), 'dim'),
    span(right(heads.last, shape.last), 'dim'),
    span(right(heads.open, shape.open), 'dim'),
  ];
  return fitLine(line, shape.columns);
}

function rowLine(state: State, row: CustomerRow, shape: Shape, { isCurrent }: { readonly isCurrent: boolean }): Line {
  const words = wordsFor(state.locale);
  const name = [row.honorific, row.name].filter((part) => part !== null && part !== '').join(' ');
  const strikes = row.strikes === 0 ? '' : `${row.strikes}${row.atRisk ? '!' : ''}`;
  const last = row.lastAt === null ? '' : age(words, state.now - row.lastAt);
  const line: Line = [
    say(isCurrent ? ' › ' : '   ', 'accent'),
    span(cell(String(row.id), shape.id), 'dim'),
    span(cell(name, shape.name), 'strong'),
    span(cell(row.segment === null ? '' : words.journey.segments[row.segment], shape.segment)),
    span(right(strikes, shape.strikes), row.atRisk ? 'danger' : 'plain'),
    span(right(last, shape.last), 'dim'),
    span(right(row.open === 0 ? '' : String(row.open), shape.open), row.open === 0 ? 'dim' : 'accent'),
    ...(row.point === null || shape.point < LEAST
      ? []
      : [say('  '), span(truncate(bareAddress(row.point), shape.point), 'dim' as const)]),
  ];
  const fitted = fitLine(line, shape.columns);
  return isCurrent ? selected(fitted) : fitted;
}
