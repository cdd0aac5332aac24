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
  let ranMs = 0;
  let usedUp: number | null = null;
  for (const stretch of stretches) {
    if (stretch.paused !== null) continue;
    const ms = businessMs(days, stretch.from, stretch.to);
    if (usedUp === null && ranMs + ms >= targetMs) usedUp = momentAfter(days, stretch.from, targetMs - ranMs);
    ranMs += ms;
  }
  const counted = { ranMs, stretches };
  const remainingMs = targetMs - ranMs;
  if (usedUp !== null && usedUp < to) return { ...counted, reading: { state: 'breached', dueAt: usedUp, remainingMs } };
  if (usedUp === null && standing === 'paused')
    return { ...counted, reading: { state: 'paused', dueAt: null, remainingMs } };
  const dueAt = usedUp ?? momentAfter(days, to, remainingMs);
  return { ...counted, reading: { state: standing === 'ended' ? 'met' : 'running', dueAt, remainingMs } };
}
