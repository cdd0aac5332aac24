import type { Context } from '../context.ts';
import { type BusinessDays, momentAfter } from '../domain/clock/business-time.ts';
import { rulesInForce } from '../store/clock-rules.ts';
import { dayOf } from './read-commitments.ts';

const HOUR = 3_600_000;

/** When the day's work ends by the opening hours (ms): today, or on the next day that leaves an hour for it. */
export function endOfWork(context: Context, now: number): number {
  const rules = rulesInForce(context.store);
  const schedule = rules.policies[0]?.schedule;
  const end = schedule === undefined ? null : closingAfter(rules.days(schedule), now);
  return end ?? dayOf(context, now + HOUR).to - HOUR;
}

function closingAfter(days: BusinessDays, now: number): number | null {
  const at = momentAfter(days, now, HOUR);
  const open = at === null ? undefined : days.dayAt(at).pieces.findLast(({ closed }) => closed === null);
  return open?.to ?? null;
}
