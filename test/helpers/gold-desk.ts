import type { Priority, Status } from '../../src/domain/case.ts';
import { PRIORITIES, STATUSES } from '../../src/domain/case.ts';
import { type BusinessDays, businessDays } from '../../src/domain/clock/business-time.ts';
import type { ClockRules } from '../../src/domain/clock/clocks.ts';
import type { CaseEvent } from '../../src/domain/clock/history.ts';
import { type Openings, readOpenings, type Schedule } from '../../src/domain/clock/schedule.ts';
import type { ClockPolicy } from '../../src/domain/clock/targets.ts';
import { PAUSES } from '../../src/domain/clock/targets.ts';
import { type ClockScenario, type GoldEvent, type GoldSchedule, goldMoment } from './clocks-gold.ts';

/** Opening hours of the gold as the desk knows them. */
export function scheduleOfGold({ zone, hours, holidays }: GoldSchedule): Schedule {
  const on = (day: string): Openings => {
    const openings = readOpenings(hours[day] ?? []);
    if (openings === null) throw new Error(`no hours: ${hours[day]}`);
    return openings;
  };
  const week: Schedule['week'] = [on('mon'), on('tue'), on('wed'), on('thu'), on('fri'), on('sat'), on('sun')];
  return { zone, week, holidays: new Set(holidays) };
}

/** The rules by which the gold measures that scenario. */
export function rulesOfGold(one: ClockScenario, schedules: Readonly<Record<string, GoldSchedule>>): ClockRules {
  const known = new Map<string, BusinessDays>();
  const days = (name: string): BusinessDays => {
    const gold = schedules[name];
    if (gold === undefined) throw new Error(`no schedule ${name}`);
    const made = known.get(name) ?? businessDays(scheduleOfGold(gold));
    known.set(name, made);
    return made;
  };
  if (!one.pausedBy.includes('solved')) throw new Error('solved always stops a clock');
  const policy: ClockPolicy = {
    applies: {},
    pausedBy: new Set(PAUSES.filter((pause) => one.pausedBy.includes(pause))),
    targets: Object.fromEntries(
      PRIORITIES.map((priority) => [priority, inMs(one.targetMinutes[priority] ?? one.targetMinutes['any'] ?? {})]),
    ),
  };
  return { policy, days, before: { status: 'new', priority: 'normal', schedule: one.schedule, snooze: null } };
}

const inMs = (minutes: Readonly<Record<string, number | undefined>>) =>
  Object.fromEntries(Object.entries(minutes).map(([kind, count]) => [kind, (count ?? 0) * 60_000]));

/** An event of the gold as the desk would have it. */
export function eventOfGold(gold: GoldEvent): CaseEvent {
  const timed = { at: goldMoment(gold.at), ...(gold.id === undefined ? {} : { id: gold.id }) };
  switch (gold.type) {
    case 'status':
      return { ...timed, type: 'status', to: named<Status>(STATUSES, gold.to) };
    case 'priority':
      return { ...timed, type: 'priority', to: named<Priority>(PRIORITIES, gold.to) };
    case 'schedule':
      return { ...timed, type: 'schedule', to: gold.to };
    case 'snooze':
      return gold.mode === 'reply'
        ? { ...timed, type: 'snooze', to: { mode: 'reply', until: null } }
        : { ...timed, type: 'snooze', to: { mode: gold.mode, until: goldMoment(gold.until) } };
    case 'undo':
      return { ...timed, type: 'undo', of: gold.of };
    case 'merge-in':
      return { ...timed, type: 'merge-in', events: gold.events.map(eventOfGold) };
    case 'merged-away':
      return { ...timed, type: 'merged-away' };
    default:
      return { ...timed, type: 'entry', entry: ENTRIES[gold.type] };
  }
}

type Entry = Extract<CaseEvent, { readonly type: 'entry' }>['entry'];
type GoldEntry = 'customer' | 'agent' | 'call' | 'note' | 'auto-reply' | 'auto-message' | 'thanks';

const theirs: Entry = { type: 'message', party: 'customer', direction: 'in', automatic: null, thanks: false };
const ours: Entry = { ...theirs, party: 'agent', direction: 'out' };

const ENTRIES: Readonly<Record<GoldEntry, Entry>> = {
  customer: theirs,
  agent: ours,
  call: { ...ours, type: 'call' },
  note: { ...ours, type: 'note', direction: null },
  'auto-reply': { ...ours, automatic: 'auto-replied' },
  'auto-message': { ...theirs, automatic: 'auto-replied' },
  thanks: { ...theirs, thanks: true },
};

function named<One extends string>(names: readonly One[], written: string): One {
  const name = names.find((one) => one === written);
  if (name === undefined) throw new Error(`no such value: ${written}`);
  return name;
}
