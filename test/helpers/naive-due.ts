import type { CaseView } from '../../src/actions/read-cases.ts';
import { readCase } from '../../src/actions/read-cases.ts';
import type { Context } from '../../src/context.ts';
import { PRIORITIES, type Snooze, STATUSES } from '../../src/domain/case.ts';
import type { CaseEvent } from '../../src/domain/clock/history.ts';
import type { NamedPolicy } from '../../src/domain/clock/targets.ts';
import { scheduleOf, schedulesOf } from '../../src/store/schedules.ts';
import { targetsOf } from '../../src/store/targets.ts';
import { naiveClock } from './naive-clocks.ts';

const CLOCKS = ['first', 'next', 'resolution'] as const;

/** When a case is due next, by a walk over what its timeline shows, minute by minute up to `within` ms ahead. */
export function naiveDue(context: Context, number: number, now: number, within: number): number | null {
  const view = readCase(context, number);
  const dated = openCommitments(context, number);
  const done = view.case.status === 'solved' || view.case.status === 'closed';
  const policy = done ? undefined : targetsOf(context.store).find((one) => applies(one, view));
  const { status } = view.case;
  const stands = (kind: string): boolean =>
    (status === 'hold' && policy?.pausedBy.has('hold') === true) ||
    (status === 'pending' && kind !== 'next' && policy?.pausedBy.has('pending') === true);
  const asking = CLOCKS.filter((kind) => !stands(kind));
  const dues = policy === undefined ? [] : asking.map((kind) => clockDue(context, view, policy, kind, now, within));
  const lying = done ? [] : lyingWithDepartments(context, number);
  return [...dated, ...lying, ...dues].reduce<number | null>(
    (least, at) => (at === null ? least : least === null ? at : Math.min(least, at)),
    null,
  );
}

const applies = ({ applies: { kinds } }: NamedPolicy, view: CaseView): boolean =>
  kinds === undefined || kinds.includes(view.case.kind);

function clockDue(
  context: Context,
  view: CaseView,
  policy: NamedPolicy,
  kind: (typeof CLOCKS)[number],
  now: number,
  within: number,
): number | null {
  const { events, before } = history(view);
  const schedules = Object.fromEntries(schedulesOf(context.store).map((one) => [one.name, scheduleOf(one)]));
  const rules = { policy, before: { ...before, schedule: policy.schedule } };
  const clock = naiveClock(kind, events, now, rules, schedules, within);
  if (clock === null || clock.metAt !== null) return null;
  const { snooze } = view.case;
  const asleep = snooze !== null && snooze.until !== null && snooze.until > now;
  // what stands until it wakes runs from then on
  if (clock.dueAt === null && asleep)
    return naiveClock(kind, events, snooze.until, rules, schedules, within)?.dueAt ?? null;
  return clock.dueAt;
}

/** The timeline as it is shown: entries and what was changed, without what was taken back. */
function history({ entries, events, case: found }: CaseView) {
  const facts = events.filter(({ undone }) => !undone);
  const told: CaseEvent[] = [];
  for (const entry of entries)
    if (entry.at !== null && entry.type !== 'event') told.push({ type: 'entry', at: entry.at, entry });
  for (const { field, new: to, at } of facts) {
    const [status, priority] = [STATUSES.find((one) => one === to), PRIORITIES.find((one) => one === to)];
    if (field === 'status' && status !== undefined) told.push({ type: 'status', at: at ?? 0, to: status });
    if (field === 'priority' && priority !== undefined) told.push({ type: 'priority', at: at ?? 0, to: priority });
    if (field === 'snooze') told.push({ type: 'snooze', at: at ?? 0, to: snoozeOf(to) });
  }
  const began = facts.find(({ field }) => field === 'created')?.new;
  const status = STATUSES.find((one) => one === began) ?? found.status;
  told.unshift({ type: 'status', at: 0, to: status });
  const changed = facts.find(({ field }) => field === 'priority')?.old ?? found.priority;
  const priority = PRIORITIES.find((one) => one === changed) ?? found.priority;
  told.unshift({ type: 'priority', at: 0, to: priority });
  return { events: told, before: { status, priority, snooze: null } };
}

function snoozeOf(text: string | null): Snooze | null {
  if (text === null) return null;
  const [mode, until = ''] = text.split(' ');
  return mode === 'firm' || mode === 'until' ? { mode, until: Date.parse(until) } : { mode: 'reply', until: null };
}

const openCommitments = (context: Context, number: number): number[] =>
  momentsOf(
    context,
    number,
    'SELECT at FROM commitments WHERE case_number = ? AND done_at IS NULL AND dropped_at IS NULL',
  );

const lyingWithDepartments = (context: Context, number: number): number[] =>
  momentsOf(
    context,
    number,
    "SELECT due_at FROM handoffs WHERE case_number = ? AND state = 'waiting' AND due_at IS NOT NULL",
  );

/** Of the case and all that were merged into it. */
function momentsOf({ store }: Context, number: number, sql: string): number[] {
  const family = [number];
  for (const one of family)
    family.push(
      ...store.db.prepare<[number], number>('SELECT number FROM cases WHERE merged_into = ?').pluck().all(one),
    );
  return family.flatMap((one) => store.db.prepare<[number], number>(sql).pluck().all(one));
}
