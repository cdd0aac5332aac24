import type { Context } from '../context.ts';
import { isDone } from '../domain/case.ts';
import { askingClocks, dueOf } from '../domain/clock/due.ts';
import { explain, stoodMs, tell } from '../domain/clock/explanation.ts';
import { CLOCKS } from '../domain/clock/targets.ts';
import type { ExplainedClock, Why } from '../domain/clock/why.ts';
import { isToDo } from '../domain/commitment.ts';
import { answersDue } from '../domain/handoff/handoff.ts';
import { workingCase } from '../store/cases.ts';
import { rulesInForce } from '../store/clock-rules.ts';
import { catchUp, clocksAt, dueIsBehind } from '../store/due.ts';
import { handoffsOf } from '../store/handoffs.ts';
import { inOurWords } from '../store/sqlite-errors.ts';
import { catchUpStandings, standingsAreBehind } from '../store/standings.ts';
import { commitmentsInCase } from './read-commitments.ts';

/** Explains what is due in a case, minute by minute; one that was merged as what it is part of. Throws `not-found`. */
export function readWhy(context: Context, wanted: number): Why {
  const { store } = context;
  const now = context.now();
  const found = workingCase(store, wanted);
  const measured = clocksAt(store, found, now);
  const rules = rulesInForce(store);
  const commitments = commitmentsInCase(store, found.number, now);
  const handoffs = handoffsOf(store, found.number).filter(({ state }) => state === 'waiting');
  const clocks = CLOCKS.flatMap((kind): ExplainedClock[] => {
    const clock = measured?.clocks[kind];
    if (clock === undefined) return [];
    const days = rules.days(clock.schedule);
    const segments = explain(clock, days);
    return [{ ...clock, kind, segments, told: tell(clock, days), stood: stoodMs(segments) }];
  });
  const open = measured === null ? {} : askingClocks(measured.clocks, found.status, measured.policy.pausedBy);
  return {
    number: found.number,
    subject: found.subject,
    due: dueOf(open, [...commitments.filter(isToDo), ...(isDone(found.status) ? [] : answersDue(handoffs))]),
    targets: measured?.policy.name ?? null,
    schedule: measured?.policy.schedule ?? null,
    zone: measured === null ? null : rules.days(measured.policy.schedule).zone,
    clocks,
    commitments,
    handoffs,
  };
}

/** Have hours, targets or weights changed since what follows from them was worked out, or was that left for later? */
export const isBehind = ({ store }: Context): boolean =>
  !store.readOnly && (dueIsBehind(store) || standingsAreBehind(store));

/** The same of what is due alone: lists stand in its order. */
export const isDueBehind = ({ store }: Context): boolean => dueIsBehind(store);

/** A writer holds the lock at most 25 ms; the commit is a part of that. */
const SLICE_MS = 12;

/** Works out the next cases by new hours or targets, then how ledgers stand. False: all are. Throws `busy`. */
export function workOutSome({ store, now }: Context, ms = SLICE_MS): boolean {
  const clock = (): number => performance.now();
  return inOurWords(() =>
    dueIsBehind(store)
      ? catchUp(store, now(), ms, clock) || standingsAreBehind(store)
      : catchUpStandings(store, now(), ms, clock),
  );
}

/** Works out what is due in every case by the hours and targets in force, with room for other writers between. */
export async function workOutDue(context: Context, told: () => void = () => undefined): Promise<void> {
  if (!isBehind(context)) return;
  while (workOutSome(context)) {
    told();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
