import { type BusinessDays, businessMs, momentAfter } from './business-time.ts';
import type { Stretch } from './stretches.ts';

/**
 * How a clock stands. `dueAt` is the earliest moment at which the target is used up if nothing more happens, or was to be
 * for one that has ended; null while it is paused, or where the schedule has no such moment within a decade. Breached is
 * what was used up before `now` or before the answer: at `dueAt` itself nothing is broken yet. What runs, runs by the
 * rules; the office need not be open.
 */
export type Reading = { readonly remainingMs: number } & (
  | { readonly state: 'running' | 'met'; readonly dueAt: number | null }
  | { readonly state: 'paused'; readonly dueAt: null }
  | { readonly state: 'breached'; readonly dueAt: number }
);

/** What was counted of a clock. */
export interface Counted {
  readonly reading: Reading;
  readonly ranMs: number;
  readonly stretches: readonly Stretch[];
}

/** Counts a clock until `to`, where it has ended, stands, or runs on by the schedule alone. */
export function count(
  stretches: readonly Stretch[],
  targetMs: number,
  standing: 'ended' | 'paused' | 'open',
  to: number,
  days: BusinessDays,
): Counted {
  const ranMs = stretches.reduce(
    (ms, { paused, from, to: end }) => ms + (paused === null ? businessMs(days, from, end) : 0),
    0,
  );
  const usedUp = usedUpAt(stretches, targetMs, days);
  const counted = { ranMs, stretches };
  const remainingMs = targetMs - ranMs;
  if (usedUp !== null && usedUp < to) return { ...counted, reading: { state: 'breached', dueAt: usedUp, remainingMs } };
  if (usedUp === null && standing === 'paused')
    return { ...counted, reading: { state: 'paused', dueAt: null, remainingMs } };
  const dueAt = usedUp ?? momentAfter(days, to, remainingMs);
  return { ...counted, reading: { state: standing === 'ended' ? 'met' : 'running', dueAt, remainingMs } };
}

/** When a clock was used up, or null; of what came after that moment no day is looked at. */
export function usedUpAt(stretches: readonly Stretch[], targetMs: number, days: BusinessDays): number | null {
  let left = targetMs;
  for (const { paused, from, to } of stretches) {
    if (paused !== null) continue;
    const at = momentAfter(days, from, left);
    if (at !== null && at <= to) return at;
    left -= businessMs(days, from, to);
  }
  return null;
}
