import type { Asked, Piece } from './asked.ts';
import { EDGES, PARTS, UNITS } from './lexeme.ts';
import { piece, type Read, type Rule, rules } from './rule.ts';

/** A week, month or year: the next, this one, or the first whose edge is still to come. */
function period(read: Read, shift: number | null): Piece | null {
  const unit = UNITS[read('unit') ?? -1];
  if (unit !== 'week' && unit !== 'month' && unit !== 'year') return null;
  return piece({ period: { unit, shift, edge: EDGES[read('edge') ?? -1] ?? null } });
}

function monthEdge(month: number | null, read: Read): Piece | null {
  if (month === null || month < 1 || month > 12) return null;
  return piece({ period: { unit: 'month', shift: null, edge: EDGES[read('edge') ?? -1] ?? null, month } });
}

function date(day: number | null, month: number | null, year: number | null): Asked | null {
  if (day === null || day < 1 || day > 31 || !Number.isInteger(day)) return null;
  if (month !== null && (month < 1 || month > 12)) return null;
  return { date: { day, month, year } };
}

const asDate = (asked: Asked | null, read: Read): Piece | null =>
  asked === null ? null : read('moon-day') === null ? piece(asked) : piece(asked, 'lunar');

const isMonth = (read: Read): boolean => UNITS[read('unit') ?? -1] === 'month';

/** A year is written with two digits or four: "1 dec 3" is none. */
const isYear = (year: number | null): boolean => year === null || (year > 12 && Number.isInteger(year));

function weekday(read: Read, next: boolean): Piece | null {
  const day = read('weekday') ?? read('thu');
  return day === null ? null : piece({ weekday: { day, next } });
}

function part(read: Read, today: boolean): Piece | null {
  const name = PARTS[read('part') ?? -1];
  return name === undefined ? null : piece(today ? { part: name, shift: 0 } : { part: name });
}

/** mai 8, fri 3: an hour, no minutes, and no more than twelve, or it could be a date. */
function hourAfter(read: Read, day: Piece | null): Piece | null {
  const hour = read('digits');
  if (day === null || hour === null || hour < 1 || hour > 12) return null;
  return piece({ ...day.asked, clock: { minutes: hour * 60, sort: hour <= 6 ? 'early' : 'exact' } });
}

const shift = (read: Read): Piece => piece({ shift: read('shift') ?? 0 });

/** The day before a half of it that has no hour: "tomorrow a.m.", "this pm". */
const dayOf = (read: Read): Asked => (read('this') === null ? shift(read).asked : { shift: 0 });

export const DAY_RULES: readonly Rule[] = [
  ...rules(['shift'], shift),
  ...rules(['shift digits'], (read) => hourAfter(read, shift(read))),
  ...rules(['weekday digits'], (read) => hourAfter(read, weekday(read, false))),
  ...rules(['shift am', 'this am'], (read) => piece({ ...dayOf(read), part: 'morning' })),
  ...rules(['shift pm', 'this pm'], (read) => piece({ ...dayOf(read), part: 'afternoon' })),
  ...rules(['tonight'], () => piece({ part: 'night', shift: 0 })),
  ...rules(['part this', 'this part'], (read) => part(read, true)),
  ...rules(['part'], (read) => part(read, false)),
  ...rules(['weekend', 'weekend this', 'this weekend'], () => piece({ weekend: { next: false } })),
  ...rules(['weekend next', 'next weekend', 'weekend coming'], () => piece({ weekend: { next: true } })),
  ...rules(['unit next', 'next unit', 'unit coming', 'into unit', 'into unit next'], (read) => period(read, 1)),
  ...rules(['edge unit next', 'edge next unit', 'edge unit coming'], (read) => period(read, 1)),
  ...rules(['unit this', 'this unit', 'edge unit this', 'edge this unit'], (read) => period(read, 0)),
  ...rules(['edge unit'], (read) => period(read, null)),
  ...rules(['edge unit num'], (read) => (isMonth(read) ? monthEdge(read('num'), read) : null)),
  ...rules(['period-end'], (read) => {
    const unit = UNITS[read('period-end') ?? -1];
    if (unit !== 'week' && unit !== 'month' && unit !== 'year') return null;
    return piece({ period: { unit, shift: null, edge: 'end' } });
  }),
  ...rules(['into unit num'], (read) => (isMonth(read) ? monthEdge(read('num'), read) : null)),
  ...rules(['edge month'], (read) => monthEdge(read('month'), read)),
  ...rules(['weekday|thu', 'weekday|thu this', 'this weekday|thu', 'weekday coming'], (read) => weekday(read, false)),
  ...rules(['weekday|thu next', 'next weekday|thu'], (read) => weekday(read, true)),
  ...rules(['date', 'day-word date', 'moon-day date', 'date this', 'day-word date this'], (read) => {
    const packed = read('date') ?? 0;
    const [year, month] = [Math.floor(packed / 10_000), Math.floor(packed / 100) % 100];
    // no month: the weekday may say that the month stands first
    if (month > 12) return piece({ date: { day: packed % 100, month, year: null } });
    return asDate(date(packed % 100, month, year === 0 ? null : year), read);
  }),
  ...rules(['day-word num', 'moon-day num', 'day-word num this', 'digits this', 'ordinal'], (read) =>
    asDate(date(read('num'), null, null), read),
  ),
  ...rules(['num month', 'day-word num month', 'month num'], (read) =>
    asDate(date(read('num'), read('month'), null), read),
  ),
  ...rules(['num month num', 'day-word num month num', 'num month year-word num', 'month num num'], (read) =>
    isYear(read('num', 1)) ? asDate(date(read('num'), read('month'), read('num', 1)), read) : null,
  ),
  // before "tháng sáu": without its mark that is "tháng sau", as one says it far more often
  ...rules(['day-word num unit next', 'moon-day num unit next', 'day-word num unit coming'], (read) => {
    const day = asDate(date(read('num'), null, null), read);
    const next = isMonth(read) ? period(read, 1) : null;
    return day === null || next === null ? null : { asked: { ...day.asked, ...next.asked }, unclear: day.unclear };
  }),
  ...rules(
    ['num unit num', 'day-word num unit num', 'moon-day num unit num', 'day-word num unit num year-word num'].concat([
      'num unit num year-word num',
      'moon-day num unit num year-word num',
    ]),
    (read) =>
      isMonth(read) && isYear(read('num', 2)) ? asDate(date(read('num'), read('num', 1), read('num', 2)), read) : null,
  ),
];
