import type { ClockRules } from '../../src/domain/clock/clocks.ts';
import type { CaseEvent } from '../../src/domain/clock/history.ts';
import type { Schedule } from '../../src/domain/clock/schedule.ts';
import { MINUTE } from './random-clocks.ts';

/** Part 4 of the help desks once more, minute by minute and without any of the engine: slow, plain, only for whole minutes. */
export interface NaiveClock {
  readonly started: number;
  readonly metAt: number | null;
  readonly targetMs: number;
  readonly ranMs: number;
  readonly stoodMs: Readonly<Record<string, number>>;
  readonly dueAt: number | null;
  readonly state: string;
}

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();
const walls = new Map<string, Readonly<Record<string, string>>>();

function wall(at: number, zone: string): Readonly<Record<string, string>> {
  const key = `${zone} ${at}`;
  const known = walls.get(key);
  if (known !== undefined) return known;
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: zone, weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  formats.set(zone, format);
  walls.set(key, parts);
  return parts;
}

/** What the schedule says of one minute: null is open. */
export function naiveClosed(at: number, { zone, week, holidays }: Schedule): string | null {
  const { year, month, day, weekday = '', hour, minute } = wall(at, zone);
  if (holidays.has(`${year}-${month}-${day}`)) return 'holiday';
  const hours = week[WEEK.indexOf(weekday)] ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  if (hours.some(({ from, to }) => from <= minutes && minutes < to)) return null;
  return hours.some(({ to }) => to <= minutes) && hours.some(({ from }) => from > minutes) ? 'break' : 'off';
}

/** Every event that holds, one undo after the other taken at its word from the last to the first. */
function kept(events: readonly CaseEvent[]): CaseEvent[] {
  let left = [...events].flatMap((event): { event: CaseEvent; within: string | undefined }[] =>
    event.type === 'merge-in'
      ? [...event.events.map((inner) => ({ event: inner, within: event.id })), { event, within: undefined }]
      : [{ event, within: undefined }],
  );
  for (const undo of [...events].filter(({ type }) => type === 'undo').reverse())
    if (undo.type === 'undo' && left.some(({ event }) => event === undo))
      left = left.filter(({ event, within }) => event.id !== undo.of && within !== undo.of);
  return left
    .filter(({ event, within }) => within === undefined || event.type === 'entry')
    .map(({ event }) => event)
    .sort((one, other) => one.at - other.at);
}

/** The clock as minutes show it, looked at up to `within` ms after `now` for what is due. */
export function naiveClock(
  kind: 'first' | 'next' | 'resolution',
  given: readonly CaseEvent[],
  now: number,
  { policy, before }: Pick<ClockRules, 'policy' | 'before'>,
  schedules: Readonly<Record<string, Schedule>>,
  within: number,
): NaiveClock | null {
  const events = kept(given);
  const agent = (event: CaseEvent) =>
    event.type === 'entry' && event.entry.party === 'agent' && event.entry.type !== 'note' && !event.entry.automatic;
  const answered = (index: number) => events.slice(0, index).some(agent);
  const customer = (event: CaseEvent, index: number) =>
    event.type === 'entry' &&
    event.entry.party === 'customer' &&
    event.entry.type !== 'note' &&
    !event.entry.automatic &&
    !(event.entry.thanks && answered(index));
  const words = events.flatMap((event, index) =>
    agent(event) ? [{ index, ours: true }] : customer(event, index) ? [{ index, ours: false }] : [],
  );
  const first = words[0];
  if (first === undefined) return null;
  const done = (index: number) => {
    const last = events.slice(0, index + 1).findLast(({ type }) => type === 'status');
    return last?.type === 'status' && (last.to === 'solved' || last.to === 'closed');
  };
  let [start, end]: [number, number | null] = [first.index, null];
  if (kind === 'first') {
    const ours = words.filter((word) => word.ours);
    end = (first.ours ? ours[1] : ours[0])?.index ?? null;
    if (first.ours && end === null) return null;
  } else if (kind === 'next') {
    let waits: number | null = null;
    let round: [number, number | null] | null = null;
    for (const { index, ours } of words) {
      if (!ours && waits === null && answered(index)) [waits, round] = [index, [index, null]];
      if (ours && waits !== null) [round, waits] = [[waits, index], null];
    }
    if (round === null) return null;
    [start, end] = round;
  } else if (done(events.length - 1)) {
    end = events.length - 1;
    while (end > 0 && done(end - 1)) end--;
  }
  const started = events[start]?.at ?? now;
  const metAt = end === null ? null : Math.max(events[end]?.at ?? now, started);
  const upTo = events.slice(0, (end ?? events.length) + 1);
  const priority = upTo.findLast(({ type }) => type === 'priority');
  const moved = upTo.findLast(({ type }) => type === 'schedule');
  const schedule = schedules[moved?.type === 'schedule' ? moved.to : before.schedule];
  const targetMs = policy.targets[priority?.type === 'priority' ? priority.to : 'normal']?.[kind];
  if (targetMs === undefined || schedule === undefined) return null;

  const why = (at: number): string | null => {
    let [status, hidden]: [string, { mode: string; until: number | null } | null] = ['new', null];
    for (const [index, event] of events.entries()) {
      if (event.at > at) break;
      if (event.type === 'status') status = event.to;
      if (event.type === 'snooze') hidden = event.to;
      if (customer(event, index) && hidden?.mode !== 'firm') hidden = null;
    }
    if (status === 'pending' && kind !== 'next' && policy.pausedBy.has('pending')) return 'pending';
    if (status === 'hold' && policy.pausedBy.has('hold')) return 'hold';
    if (status === 'solved' || status === 'closed') return 'solved';
    return hidden !== null && policy.pausedBy.has('snooze') && (hidden.until ?? at + 1) > at ? 'snooze' : null;
  };
  const until = metAt ?? now;
  const stoodMs: Record<string, number> = {};
  let [ranMs, dueAt]: [number, number | null] = [0, null];
  for (let at = started; at < until; at += MINUTE) {
    const reason = naiveClosed(at, schedule) ?? why(at);
    if (reason === null) ranMs += MINUTE;
    else stoodMs[reason] = (stoodMs[reason] ?? 0) + MINUTE;
    if (ranMs >= targetMs) dueAt ??= at + MINUTE;
  }
  const paused = dueAt === null && metAt === null && why(until) !== null;
  let ahead = ranMs;
  for (let at = until; !paused && dueAt === null && at < until + within; at += MINUTE) {
    if (naiveClosed(at, schedule) === null) ahead += MINUTE;
    if (ahead >= targetMs) dueAt = at + MINUTE;
  }
  const breached = dueAt !== null && dueAt < until;
  const state = breached ? 'breached' : metAt !== null ? 'met' : paused ? 'paused' : 'running';
  return { started, metAt, targetMs, ranMs, stoodMs, dueAt, state };
}
