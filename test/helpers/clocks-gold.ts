import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type GoldClock = 'first' | 'next' | 'resolution';
export type GoldPause = 'pending' | 'hold' | 'snooze' | 'solved';
export type GoldReason = 'holiday' | 'break' | 'off' | GoldPause;

/** Opening hours as the gold writes them: `{"mon": ["08:00-12:00", "13:30-17:30"]}` and `["2027-02-05"]`, local in `zone`. */
export interface GoldSchedule {
  readonly zone: string;
  readonly hours: Readonly<Record<string, readonly string[]>>;
  readonly holidays: readonly string[];
}

/** `at` as `2026-11-18 09:00+07:00`; `of` names the `id` of the event that is undone. */
export type GoldEvent = { readonly at: string; readonly id?: string } & (
  | { readonly type: 'customer' | 'agent' | 'call' | 'note' | 'auto-reply' | 'auto-message' | 'thanks' | 'merged-away' }
  | { readonly type: 'status' | 'priority' | 'schedule'; readonly to: string }
  | { readonly type: 'snooze'; readonly mode: 'until' | 'firm'; readonly until: string }
  | { readonly type: 'snooze'; readonly mode: 'reply' }
  | { readonly type: 'undo'; readonly of: string }
  | { readonly type: 'merge-in'; readonly events: readonly GoldEvent[] }
);

export interface GoldReading {
  readonly dueAt: string | null;
  readonly remainingMs: number;
  readonly state: 'running' | 'paused' | 'met' | 'breached';
}

export interface ExpectedClock extends GoldReading {
  readonly started: string;
  readonly targetMs: number;
  readonly ranMs: number;
  readonly stoodMs: Readonly<Partial<Record<GoldReason, number>>>;
  readonly metAt?: string;
  readonly breachedAt?: string;
  readonly onWaking?: GoldReading & { readonly at: string };
}

export interface ClockScenario {
  readonly name: string;
  readonly schedule: string;
  readonly pausedBy: readonly GoldPause[];
  /** Minutes by priority; `any` for all. */
  readonly targetMinutes: Readonly<Record<string, Readonly<Partial<Record<GoldClock, number>>>>>;
  readonly events: readonly GoldEvent[];
  readonly now: string;
  readonly expect: Readonly<Partial<Record<GoldClock, ExpectedClock>>>;
  readonly doubt?: string;
  readonly why: readonly string[];
}

export interface ClocksGold {
  readonly schedules: Readonly<Record<string, GoldSchedule>>;
  readonly scenarios: readonly ClockScenario[];
}

/** test/gold/clocks.json; its `about` says what each field means. */
export function clocksGold(): ClocksGold {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../gold/clocks.json'), 'utf8'));
}

/** Milliseconds since 1970 UTC of a moment as the gold writes it. */
export function goldMoment(written: string): number {
  const at = Date.parse(written.replace(' ', 'T'));
  if (Number.isNaN(at)) throw new Error(`no moment of the clocks' gold: ${written}`);
  return at;
}
