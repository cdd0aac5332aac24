import { isSnoozed } from '../case.ts';
import type { BusinessDays } from './business-time.ts';
import { type CaseCourse, type CaseState, courseOf, isOver, lastState } from './case-states.ts';
import { type CaseEvent, historyOf } from './history.ts';
import { type Counted, count, type Reading, usedUpAt } from './reading.ts';
import { type ClockSpan, roundSpans, spanOf } from './spans.ts';
import { type Paused, type Stretch, stretchesOf } from './stretches.ts';
import { CLOCKS, type ClockKind, type ClockPolicy, type Pause } from './targets.ts';

/** One clock of a case. Moments and spans in ms; `ranMs` counts from `started` to `metAt`, or to now. */
export type Clock = Reading & {
  readonly started: number;
  /** when it was answered or solved, in time or not; null: still open */
  readonly metAt: number | null;
  readonly targetMs: number;
  readonly ranMs: number;
  /** the schedule by which it is measured */
  readonly schedule: string;
  /** how the case itself let it run or stopped it, without the schedule */
  readonly stretches: readonly Stretch[];
  /** how it will stand when the present snooze has ended by itself; null: no snooze ends so */
  readonly onWaking: (Reading & { readonly at: number }) | null;
};

export type Clocks = Readonly<Partial<Record<ClockKind, Clock>>>;

/** By what a case is measured now. */
export interface ClockRules {
  readonly policy: ClockPolicy;
  readonly days: (schedule: string) => BusinessDays;
  /** how the case began, before its first event */
  readonly before: CaseState;
}

/**
 * The clocks of a case at `now`, from its events alone. Targets and pauses are those of now; priority and schedule are
 * those of now for an open clock and those at the end for one that has ended (help-desks.md 4, "Business vs calendar": one
 * schedule, the one at the event [ZD-bh]).
 */
export function clocksOf(events: readonly CaseEvent[], now: number, rules: ClockRules): Clocks {
  const course = courseOf(historyOf(events, now), rules.before);
  const clocks: Partial<Record<ClockKind, Clock>> = {};
  for (const kind of CLOCKS) {
    const span = spanOf(kind, course);
    const clock = span === null ? null : clockOf(kind, span, course, now, rules);
    if (clock !== null) clocks[kind] = clock;
  }
  return clocks;
}

/** A clock that was used up before the answer, or before now; ms. */
export interface Breach {
  readonly clock: Exclude<ClockKind, 'resolution'>;
  readonly breachedAt: number;
}

/** The breaches of every round of a case, not only of the last one as in `clocksOf`. */
export function breachesOf(events: readonly CaseEvent[], now: number, rules: ClockRules): Breach[] {
  const course = courseOf(historyOf(events, now), rules.before);
  return roundSpans(course).flatMap(({ clock, ...span }) => {
    const to = span.ended?.at ?? now;
    const { targetMs, pauses, schedule } = measureOf(clock, span, course, rules);
    // what was answered sooner by the clock on the wall needs no office hours counted
    if (targetMs === undefined || to - span.started < targetMs) return [];
    const breachedAt = usedUpAt(stretchesOf(course, span.started, to, pauses), targetMs, rules.days(schedule));
    return breachedAt === null || breachedAt >= to ? [] : [{ clock, breachedAt }];
  });
}

/** By what a clock is measured: as the case stands, or stood at its end. */
function measureOf(kind: ClockKind, { ended }: ClockSpan, course: CaseCourse, { policy }: ClockRules) {
  const state = ended === null ? lastState(course) : (course.after[ended.index] ?? course.before);
  return {
    ...{ state, schedule: state.schedule, targetMs: policy.targets[state.priority]?.[kind] },
    pauses: pausesOf(kind, policy.pausedBy),
  };
}

function clockOf(kind: ClockKind, span: ClockSpan, course: CaseCourse, now: number, rules: ClockRules): Clock | null {
  const { started, ended } = span;
  const { state, schedule, targetMs, pauses } = measureOf(kind, span, course, rules);
  if (targetMs === undefined) return null;
  const read = (to: number): Counted => {
    const stretches = stretchesOf(course, started, to, pauses);
    const standing = ended !== null ? 'ended' : pauses(state, isSnoozed(state.snooze, to)) !== null ? 'paused' : 'open';
    return count(stretches, targetMs, standing, to, rules.days(schedule));
  };
  const { reading, ranMs, stretches } = read(ended?.at ?? now);
  const wakes = ended === null && isSnoozed(state.snooze, now) ? (state.snooze?.until ?? null) : null;
  return {
    ...reading,
    ...{ started, metAt: ended?.at ?? null, targetMs, ranMs, schedule, stretches },
    onWaking: wakes === null ? null : { at: wakes, ...read(wakes).reading },
  };
}

/**
 * help-desks.md 4, "SLA pause": pending and closed freeze, hold and snooze where the desk says so; "Next reply time":
 * pending does not stop it once the customer wrote [GL-met].
 */
const pausesOf =
  (kind: ClockKind, by: ReadonlySet<Pause>) =>
  (state: CaseState, snoozed: boolean): Paused | null => {
    if (state.status === 'pending' && kind !== 'next' && by.has('pending')) return 'pending';
    if (state.status === 'hold' && by.has('hold')) return 'hold';
    if (isOver(state)) return 'solved';
    return snoozed && by.has('snooze') ? 'snooze' : null;
  };
