import { type BusinessDays, piecesBetween } from './business-time.ts';
import type { Clock } from './clocks.ts';
import type { Closed } from './local-day.ts';
import type { Paused } from './stretches.ts';

/** Why a clock stood: first what the schedule says, then what the case was. */
export type Stood = Closed | Paused;

/** Moments [from, to) of a clock. */
export type Segment = { readonly from: number; readonly to: number } & (
  | { readonly ran: true }
  | { readonly ran: false; readonly why: Stood }
);

/**
 * When a clock ran, when it stood and why, from its start to its end or to now: in order, without gaps, neighbours with
 * one reason as one. What the schedule closes is told before what the case was: a pending case on a holiday is on holiday.
 */
export function explain({ stretches }: Pick<Clock, 'stretches'>, days: BusinessDays): Segment[] {
  const segments: Segment[] = [];
  for (const { from, to, paused } of stretches)
    for (const piece of piecesBetween(days, from, to)) append(segments, piece, piece.closed ?? paused);
  return segments;
}

/**
 * The same as it is told: while the case itself stops the clock it stands, whatever the schedule says, so that weeks in
 * which a case was solved are one line, and not one for every night.
 */
export function tell({ stretches }: Pick<Clock, 'stretches'>, days: BusinessDays): Segment[] {
  const segments: Segment[] = [];
  for (const { from, to, paused } of stretches)
    if (paused !== null) append(segments, { from, to }, paused);
    else for (const piece of piecesBetween(days, from, to)) append(segments, piece, piece.closed);
  return segments;
}

function append(segments: Segment[], { from, to }: { from: number; to: number }, why: Stood | null): void {
  const last = segments.at(-1);
  const same = last !== undefined && (last.ran ? null : last.why) === why;
  if (same) segments.splice(-1, 1, { ...last, to });
  else segments.push(why === null ? { from, to, ran: true } : { from, to, ran: false, why });
}

/** ms that it stood, by reason; with what it ran they make the time gone by. */
export function stoodMs(segments: readonly Segment[]): Readonly<Partial<Record<Stood, number>>> {
  const stood: Partial<Record<Stood, number>> = {};
  for (const segment of segments)
    if (!segment.ran) stood[segment.why] = (stood[segment.why] ?? 0) + segment.to - segment.from;
  return stood;
}
