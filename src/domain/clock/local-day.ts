import { type Day, weekdayOf } from '../when/calendar.ts';
import { momentOf, offset } from '../when/zone.ts';
import type { Openings, Schedule } from './schedule.ts';

/** Why nothing runs by the schedule: a holiday, the break within a day, or outside of its hours. */
export type Closed = 'holiday' | 'break' | 'off';

/** Moments [from, to) in ms; `closed` null: open. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly closed: Closed | null;
}

/** One local day of a schedule, of 23 to 25 hours where clocks change. Its pieces leave nothing of [from, to) out. */
export interface LocalDay {
  readonly from: number;
  readonly to: number;
  readonly openMs: number;
  readonly pieces: readonly Piece[];
}

const MINUTE = 60_000;
export const DAY = 86_400_000;

/**
 * The local day with that number (0 is 1970-01-01). It is open whenever the clock on the wall shows a time within the
 * hours: an hour that a clock skips is not there, one that comes twice counts twice (help-desks.md 4, "Business vs
 * calendar": store UTC, compute in the schedule's zone). `begins`: the end of the day before, where it is known.
 */
export function localDay({ zone, week, holidays }: Schedule, number: number, begins?: number): LocalDay {
  const midnight = number * DAY;
  const [from, to] = [begins ?? startOf(number, zone), startOf(number + 1, zone)];
  const openings = week[weekdayOf(dayOf(number))] ?? [];
  const holiday = holidays.has(nameOf(midnight));
  const pieces: Piece[] = [];
  for (const even of evenParts(from, to, zone)) {
    const edges = openings
      .flatMap((opening) => [opening.from, opening.to])
      .map((minutes) => midnight + minutes * MINUTE - even.ahead)
      .filter((at) => at > even.from && at < even.to);
    const cuts = [even.from, ...edges, even.to];
    for (const [index, end] of cuts.slice(1).entries()) {
      const start = cuts[index] ?? end;
      const wall = (start + even.ahead - midnight) / MINUTE;
      append(pieces, { from: start, to: end, closed: holiday ? 'holiday' : closedAt(openings, wall) });
    }
  }
  const openMs = pieces.reduce((sum, piece) => sum + (piece.closed === null ? piece.to - piece.from : 0), 0);
  return { from, to, openMs, pieces };
}

/** ms that a day is open by its hours alone, without its pieces being made; null: clocks change about then. */
export function evenDayOpenMs({ zone, week, holidays }: Schedule, number: number): number | null {
  const midnight = number * DAY;
  if (offset(midnight - DAY, zone) !== offset(midnight + 2 * DAY, zone)) return null;
  if (holidays.has(nameOf(midnight))) return 0;
  const openings = week[weekdayOf(dayOf(number))] ?? [];
  return openings.reduce((ms, { from, to }) => ms + (to - from) * MINUTE, 0);
}

const nameOf = (midnight: number): string => new Date(midnight).toISOString().slice(0, 10);

function closedAt(openings: Openings, wall: number): Closed | null {
  if (openings.some(({ from, to }) => wall >= from && wall < to)) return null;
  const [first, last] = [openings.at(0), openings.at(-1)];
  return first !== undefined && last !== undefined && wall >= first.from && wall < last.to ? 'break' : 'off';
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (piece.from === piece.to) return;
  if (last?.closed === piece.closed) pieces.splice(-1, 1, { ...last, to: piece.to });
  else pieces.push(piece);
}

function dayOf(number: number): Day {
  const at = new Date(number * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

const startOf = (number: number, zone: string): number => momentOf({ ...dayOf(number), minutes: 0 }, zone);

/** [from, to) cut where the zone changes its distance from UTC, which it does at most once a day. */
function evenParts(from: number, to: number, zone: string): { from: number; to: number; ahead: number }[] {
  if (from >= to) return [];
  const [before, after] = [offset(from, zone), offset(to - 1, zone)];
  if (before === after) return [{ from, to, ahead: before }];
  let [low, high] = [from, to - 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle, zone) === before) low = middle;
    else high = middle;
  }
  return [
    { from, to: high, ahead: before },
    { from: high, to, ahead: after },
  ];
}
