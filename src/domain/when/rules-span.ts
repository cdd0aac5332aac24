import type { Piece } from './asked.ts';
import { UNITS, type Unit } from './lexeme.ts';
import { piece, type Read, type Rule, rules } from './rule.ts';

/** Nothing is put off for longer than this: it is a slip of the finger. */
const MOST: Readonly<Record<Unit, number>> = {
  minute: 527_040,
  hour: 8784,
  day: 3660,
  week: 520,
  month: 120,
  year: 10,
};

function span(n: number | null, unit: Unit | undefined): Piece | null {
  if (n === null || unit === undefined || n <= 0 || n > MOST[unit]) return null;
  if (Number.isInteger(n)) return piece({ span: { n, unit } });
  return unit === 'hour' ? piece({ span: { n: n * 60, unit: 'minute' } }) : null;
}

const unitOf = (read: Read): Unit | undefined => UNITS[read('unit') ?? -1];

/** Half a month has no length. */
const halfOf = (read: Read): Piece | null => (unitOf(read) === 'hour' ? span(30, 'minute') : null);

/** What `2h` or `3d` says; hours up to 24 could be a clock. */
function short(minutes: number, mayBeClock: boolean): Piece | null {
  const whole = minutes % 10_080 === 0 ? 'week' : minutes % 1440 === 0 ? 'day' : 'minute';
  const said = span(minutes / { week: 10_080, day: 1440, minute: 1 }[whole], whole);
  return said === null || !mayBeClock ? said : piece(said.asked, 'span-or-clock');
}

export const SPAN_RULES: readonly Rule[] = [
  ...rules(['short'], (read) => {
    const minutes = read('short') ?? 0;
    return short(minutes, minutes % 60 === 0 && minutes < 1440);
  }),
  ...rules(['in short', 'short later', 'in short later', 'short hence', 'more short'], (read) =>
    short(read('short') ?? 0, false),
  ),
  ...rules(
    ['num unit', 'num unit later', 'num unit hence', 'num unit coming', 'in num unit', 'in num unit later'].concat([
      'more num unit',
    ]),
    (read) => span(read('num'), unitOf(read)),
  ),
  // not months: "25 tháng sau" is a day of the next
  ...rules(['num unit next'], (read) => (unitOf(read) === 'month' ? null : span(read('num'), unitOf(read)))),
  ...rules(['num hour num later', 'num hour num unit later', 'in num hour num', 'more num hour num'], (read) =>
    (read('unit') ?? 0) === 0 ? span((read('num') ?? 0) * 60 + (read('num', 1) ?? 0), 'minute') : null,
  ),
  ...rules(['num hour later', 'in num hour', 'in num hour later'], (read) => span(read('num'), 'hour')),
  ...rules(
    ['num unit more-half', 'num unit more-half later', 'more num unit more-half', 'in num unit more-half'],
    (read) => (unitOf(read) === 'hour' ? span((read('num') ?? 0) + 0.5, 'hour') : null),
  ),
  ...rules(['unit more-half', 'unit more-half later', 'more unit more-half'], (read) =>
    unitOf(read) === 'hour' ? span(90, 'minute') : null,
  ),
  ...rules(['half unit', 'half unit later', 'half unit hence', 'in half unit', 'more half unit'], halfOf),
  ...rules(
    ['num unit num unit', 'num unit num unit later', 'in num unit num unit', 'more num unit num unit'],
    (read) =>
      unitOf(read) === 'hour' && UNITS[read('unit', 1) ?? -1] === 'minute'
        ? span((read('num') ?? 0) * 60 + (read('num', 1) ?? 0), 'minute')
        : null,
  ),
  ...rules(['more unit', 'unit later'], (read) => span(1, unitOf(read))),
  ...rules(['more unit num'], (read) => (read('num') === 1 ? span(1, unitOf(read)) : null)),
  ...rules(['num fortnight', 'in num fortnight', 'num fortnight hence'], (read) =>
    span((read('num') ?? 0) * 2, 'week'),
  ),
];
