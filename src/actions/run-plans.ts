import { actorOf, type Context } from '../context.ts';
import { type Plan, planTitle } from '../domain/care/plan.ts';
import { dueTouchesOf, TOUCH_RULES, type Touch } from '../domain/care/touches.ts';
import { DeskError } from '../domain/errors.ts';
import { careCandidates } from '../store/care-candidates.ts';
import { insertCommitment } from '../store/commitments.ts';
import { forgetIfEmpty, recentActions } from '../store/history.ts';
import { careFacts, insertTouch } from '../store/touches.ts';
import { describeAction, type WriteOptions, type Writing, write, writeQuietly } from '../store/writing.ts';
import { endOfWork } from './end-of-work.ts';
import { createPace } from './pace.ts';
import { dayOf } from './read-commitments.ts';
import type { BrokenPage } from './read-pages.ts';
import { plansInForce } from './read-plans.ts';

export const FOLLOW_UP_RUN = 'follow-up-run';

/** A follow-up that a plan makes. */
export interface PlannedFollowUp extends Touch {
  /** the plan's title in the desk's language */
  readonly text: string;
  readonly template: string;
  /** ms; by when we act */
  readonly dueAt: number;
}

export interface PlansRun {
  /** the id that `undo` takes; null: nothing was made */
  readonly action: number | null;
  /** in the order in which they came due */
  readonly made: readonly PlannedFollowUp[];
  /** files of plans that cannot be read; the others were run */
  readonly broken: readonly BrokenPage[];
}

/** A longer run is a series, which can be run again. */
const FEW = 20;

/** Customers whose facts are read between two looks at the keys. */
const CUSTOMERS_AT_ONCE = 20;

/**
 * Makes the follow-ups that are due by the plans, each once for its occasion: what it has made is remembered, so that the
 * same run again makes none. It goes in short pieces, and there can be time for keys after each; all of them are one action.
 * Broken off at any place it leaves whole follow-ups, and the next run goes on. A dry run writes nothing. Throws `read-only`, `busy`.
 */
export function* runPlans(context: Context, dryRun = false): Generator<void, PlansRun> {
  if (context.store.readOnly && !dryRun) throw new DeskError('read-only', 'read-only', { verb: FOLLOW_UP_RUN });
  const { plans, broken } = plansInForce(context);
  const now = context.now();
  const due = yield* dueNow(context, plans, now);
  if (due.length === 0) return { action: null, made: [], broken };
  const dueAt = endOfWork(context, now);
  const planned = due.flatMap((touch) => plannedBy(context, plans, touch, dueAt));
  if (dryRun) return { action: null, made: planned, broken };
  return { ...(yield* makeAll(context, plans, planned)), broken };
}

/** The same to its end, with room for other writers between the pieces. */
export async function runPlansToEnd(context: Context, dryRun = false): Promise<PlansRun> {
  const run = runPlans(context, dryRun);
  for (;;) {
    const { done, value } = run.next();
    if (done === true) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function* dueNow(context: Context, plans: readonly Plan[], now: number): Generator<void, Touch[]> {
  const { store } = context;
  const customers = new Set<number>();
  for (const plan of plans) {
    const until = now - plan.after;
    for (const some of careCandidates(store, plan, { from: until - TOUCH_RULES.stale, until })) {
      for (const customer of some) customers.add(customer);
      yield;
    }
  }
  const due: Touch[] = [];
  let read = 0;
  for (const customer of customers) {
    due.push(...dueFor(context, plans, customer, now));
    read += 1;
    if (read % CUSTOMERS_AT_ONCE === 0) yield;
  }
  return due.sort((one, other) => one.at - other.at || one.customer - other.customer);
}

function dueFor({ store }: Context, plans: readonly Plan[], customer: number, now: number): readonly Touch[] {
  const facts = careFacts(store, customer);
  return facts === null ? [] : dueTouchesOf(plans, [facts], now);
}

function plannedBy(context: Context, plans: readonly Plan[], touch: Touch, dueAt: number): PlannedFollowUp[] {
  const plan = plans.find(({ name }) => name === touch.plan);
  if (plan === undefined) return [];
  return [{ ...touch, text: planTitle(plan, context.locale), template: plan.template, dueAt }];
}

function* makeAll(
  context: Context,
  plans: readonly Plan[],
  planned: readonly PlannedFollowUp[],
): Generator<void, Pick<PlansRun, 'action' | 'made'>> {
  const { store } = context;
  const pace = createPace();
  const made: PlannedFollowUp[] = [];
  let head: number | null = null;
  for (let from = 0; from < planned.length; ) {
    const relaxed = planned.length > FEW;
    const options: WriteOptions = head === null ? { relaxed } : { relaxed, parent: head };
    const { action, result } = pace.slice((goesOn) =>
      write(
        store,
        actorOf(context),
        FOLLOW_UP_RUN,
        (writing) => {
          const some: PlannedFollowUp[] = [];
          let at = from;
          do {
            const one = planned[at];
            if (one !== undefined && make(writing, context, plans, one)) some.push(one);
            at += 1;
          } while (at < planned.length && goesOn());
          describe({ ...writing, action: head ?? writing.action }, [...made, ...some]);
          return { some, at };
        },
        options,
      ),
    );
    head ??= action;
    made.push(...result.some);
    from = result.at;
    yield;
  }
  const first = head;
  // another window was faster
  if (first !== null && made.length === 0) writeQuietly(store, () => forgetIfEmpty(store, first));
  return { action: made.length === 0 ? null : first, made };
}

/** False: it is no longer due, or another program has made it since it was looked for. */
function make(writing: Writing, context: Context, plans: readonly Plan[], one: PlannedFollowUp): boolean {
  const here: Context = { ...context, store: writing.store };
  if (!dueFor(here, plans, one.customer, writing.now).some(({ key }) => key === one.key)) return false;
  insertTouch(writing, one);
  const { text, template, dueAt: at } = one;
  const about = one.case === null ? { case: null, customer: one.customer } : { case: one.case, customer: null };
  insertCommitment(writing, { kind: 'follow-up', at, text, template, ...about });
  return true;
}

/** What the undo list tells of the run. */
function describe(writing: Writing, made: readonly PlannedFollowUp[]): void {
  const cases = made.flatMap((one) => one.case ?? []);
  const only = made.length === 1 ? (cases[0] ?? null) : null;
  describeAction(writing, { case: only, cases: cases.length, customers: made.length - cases.length });
}

/** How many of the latest actions are looked through; what lies before them was not today. */
const LATEST = 500;

/** Was a run of today taken back? What somebody did not want is not made again by itself on the same day. */
export function runTakenBackToday(context: Context): boolean {
  const { from } = dayOf(context, context.now());
  return recentActions(context.store, LATEST).some(
    ({ verb, at, undoneBy }) => verb === FOLLOW_UP_RUN && undoneBy !== null && at >= from,
  );
}
