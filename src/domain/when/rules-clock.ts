import type { ClockAsked, Piece } from './asked.ts';
import { PARTS } from './lexeme.ts';
import { piece, type Read, type Rule, rules } from './rule.ts';

const NOON = 720;

/** An hour as it is said, 1 to 6 of either half of the day; null: there is no such time. */
function told(hour: number | null, minute = 0): ClockAsked | null {
  if (hour === null || !Number.isInteger(hour) || hour > 24 || minute > 59 || minute < 0) return null;
  const minutes = hour * 60 + minute;
  return minutes > 1440 ? null : { minutes, sort: hour >= 1 && hour <= 6 ? 'early' : 'exact' };
}

const asClock = (clock: ClockAsked | null): Piece | null => (clock === null ? null : piece({ clock }));

const exact = (minutes: number): Piece => piece({ clock: { minutes, sort: 'exact' } });

/** 5pm: from 1 to 12. */
function halved(hour: number | null, minute: number, half: 'am' | 'pm'): Piece | null {
  if (hour === null || hour < 1 || hour > 12 || !Number.isInteger(hour)) return null;
  return exact((hour % 12) * 60 + minute + (half === 'pm' ? NOON : 0));
}

const clockOf = (read: Read): number | null => read('clock') ?? read('early');

function clockHalved(read: Read, half: 'am' | 'pm'): Piece | null {
  const minutes = clockOf(read);
  return minutes === null ? null : halved(Math.floor(minutes / 60), minutes % 60, half);
}

/** 9 โมง is nine, 3 โมง is three in the afternoon or, with "morning", the third hour after six. */
function mong(read: Read, minute: number): Piece | null {
  const hour = read('num');
  if (hour === null || hour < 1 || hour > 11 || minute > 59 || !Number.isInteger(hour)) return null;
  return piece({ clock: { minutes: hour * 60 + minute, sort: hour <= 6 ? 'mong' : 'exact' } });
}

/** Hours of the evening (ทุ่ม, from 18:00) and of the night (ตี, from 0:00). */
function counted(hour: number | null, from: number, most: number, minute: number): Piece | null {
  if (hour === null || hour < 1 || hour > most || minute > 59 || !Number.isInteger(hour)) return null;
  return exact((from + hour) * 60 + minute);
}

/** A part of the day and a number: บ่าย 3, 8 tối. */
function partHour(read: Read, minute: number): Piece | null {
  const [at, hour] = [read('part'), read('num')];
  // "chieu mot" is chiều mốt
  if (hour === 1 && read('digits') === null) return null;
  const part = at === null ? undefined : PARTS[at];
  const clock = hour === null || hour < 1 || hour > 12 ? null : told(hour, minute);
  return part === undefined || part === 'close' || clock === null ? null : piece({ clock, part });
}

const minuteIn = (read: Read, nth: number): number => read('num', nth) ?? 0;

export const CLOCK_RULES: readonly Rule[] = [
  ...rules(['clock', 'clock hour', 'at clock'], (read) => exact(clockOf(read) ?? 0)),
  ...rules(['early', 'at early', 'early hour'], (read) =>
    piece({ clock: { minutes: clockOf(read) ?? 0, sort: 'early' } }),
  ),
  ...rules(['clock more-half'], (read) => (read('clock') === 780 ? exact(810) : null)),
  ...rules(['clock am', 'early am'], (read) => clockHalved(read, 'am')),
  ...rules(['clock pm', 'early pm'], (read) => clockHalved(read, 'pm')),
  ...rules(['num am'], (read) => halved(read('num'), 0, 'am')),
  ...rules(['num pm'], (read) => halved(read('num'), 0, 'pm')),
  ...rules(['num hour', 'at num', 'num hour num', 'num hour num unit'], (read) =>
    read('unit') === null || read('unit') === 0 ? asClock(told(read('num'), minuteIn(read, 1))) : null,
  ),
  ...rules(['num hour more-half', 'num more-half', 'half past num', 'half num'], (read) =>
    asClock(told(read('num'), 30)),
  ),
  ...rules(['quarter past num'], (read) => asClock(told(read('num'), 15))),
  ...rules(['quarter to num'], (read) => asClock(told((read('num') ?? 0) - 1, 45))),
  ...rules(['num past num', 'num unit past num'], (read) =>
    (read('unit') ?? 0) === 0 ? asClock(told(read('num', 1), read('num') ?? 0)) : null,
  ),
  ...rules(['num hour less num', 'num hour less num unit'], (read) => {
    const hour = read('num');
    const less = minuteIn(read, 1);
    return hour === null || hour < 1 || less < 1 || less > 59 ? null : asClock(told(hour - 1, 60 - less));
  }),
  ...rules(['num mong', 'num mong num', 'num mong num unit'], (read) => mong(read, minuteIn(read, 1))),
  ...rules(['num mong more-half'], (read) => mong(read, 30)),
  ...rules(['num thum', 'num thum num', 'num thum num unit'], (read) => counted(read('num'), 18, 6, minuteIn(read, 1))),
  ...rules(['num thum more-half'], (read) => counted(read('num'), 18, 6, 30)),
  ...rules(['thum more-half'], () => exact(19 * 60 + 30)),
  ...rules(['thum', 'thum num'], (read) => (minuteIn(read, 0) <= 1 ? exact(19 * 60) : null)),
  ...rules(['ti num', 'ti num num', 'ti num num unit'], (read) => counted(read('num'), 0, 5, minuteIn(read, 1))),
  ...rules(['ti num more-half'], (read) => counted(read('num'), 0, 5, 30)),
  ...rules(['part num', 'num part'], (read) => partHour(read, 0)),
  ...rules(['num this part', 'at num this part'], (read) => {
    const hour = partHour(read, 0);
    return hour === null ? null : piece({ ...hour.asked, shift: 0 });
  }),
  ...rules(['part num more-half'], (read) => partHour(read, 30)),
  ...rules(['part more-half'], (read) => (read('part') === PARTS.indexOf('noon') ? exact(NOON + 30) : null)),
];
