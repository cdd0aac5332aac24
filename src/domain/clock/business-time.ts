import { DAY, evenDayOpenMs, type LocalDay, localDay, type Piece } from './local-day.ts';
import type { Schedule } from './schedule.ts';

/** The days of a schedule, each worked out once; make them anew when the schedule changes. */
export interface BusinessDays {
  readonly dayAt: (at: number) => LocalDay;
  /** ms open until then, from a moment that is the same for all */
  readonly openUntil: (at: number) => number;
  /** an IANA name */
  readonly zone: string;
  /** false: no weekday has hours */
  readonly everOpen: boolean;
}

/** Days after which a moment counts as never: a decade. */
const MOST_DAYS = 3653;

export function businessDays(schedule: Schedule): BusinessDays {
  const known = new Map<number, LocalDay>();
  const day = (number: number): LocalDay => {
    const made = known.get(number) ?? localDay(schedule, number, known.get(number - 1)?.to);
    known.set(number, made);
    return made;
  };
  const numberAt = (at: number): number => {
    let number = Math.floor(at / DAY);
    while (at < day(number).from) number -= 1;
    while (at >= day(number).to) number += 1;
    return number;
  };
  const dayAt = (at: number): LocalDay => day(numberAt(at));
  const before = openBefore((number) => evenDayOpenMs(schedule, number) ?? day(number).openMs);
  const openUntil = (at: number): number => {
    const number = numberAt(at);
    let open = before(number);
    for (const { from, to, closed } of day(number).pieces)
      if (closed === null && from < at) open += Math.min(to, at) - from;
    return open;
  };
  return { dayAt, openUntil, zone: schedule.zone, everOpen: schedule.week.some((openings) => openings.length > 0) };
}

/** Sums of days, counted from the first that is asked for and known from there to the farthest asked. */
function openBefore(openOf: (number: number) => number): (number: number) => number {
  const sums = new Map<number, number>();
  let [low, high] = [Number.NaN, Number.NaN];
  return (number) => {
    if (sums.size === 0) {
      [low, high] = [number, number];
      sums.set(number, 0);
    }
    for (; high < number; high++) sums.set(high + 1, (sums.get(high) ?? 0) + openOf(high));
    for (; low > number; low--) sums.set(low - 1, (sums.get(low) ?? 0) - openOf(low - 1));
    return sums.get(number) ?? 0;
  };
}

/** Open ms between two moments; 0 where the second is not later (help-desks.md 4, "SLA of 16 h at 8 h/day = 2 days"). */
export const businessMs = ({ openUntil }: BusinessDays, from: number, to: number): number =>
  from < to ? openUntil(to) - openUntil(from) : 0;

/**
 * The earliest moment by which so much business time has gone by since `from`: the closing of a day rather than the next
 * opening. Null where a decade does not hold it, as in a schedule without hours.
 */
export function momentAfter(days: BusinessDays, from: number, ms: number): number | null {
  if (ms <= 0) return from;
  if (!days.everOpen) return null;
  let left = ms;
  let at = from;
  for (let turn = 0; turn <= MOST_DAYS; turn++) {
    const day = days.dayAt(at);
    const whole = at === day.from && day.openMs < left;
    if (whole) left -= day.openMs;
    for (const piece of whole ? [] : within(day, at, day.to)) {
      if (piece.closed !== null) continue;
      if (piece.to - piece.from >= left) return piece.from + left;
      left -= piece.to - piece.from;
    }
    at = day.to;
  }
  return null;
}

/** What the schedule says of every moment of [from, to), in order and without gaps. */
export function piecesBetween(days: BusinessDays, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at < to; ) {
    const day = days.dayAt(at);
    pieces.push(...within(day, at, to));
    at = day.to;
  }
  return pieces;
}

const within = ({ pieces }: LocalDay, from: number, to: number): Piece[] =>
  pieces
    .map((piece) => ({ ...piece, from: Math.max(piece.from, from), to: Math.min(piece.to, to) }))
    .filter((piece) => piece.from < piece.to);
