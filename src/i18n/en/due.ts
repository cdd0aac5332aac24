import type { DueWhat } from '../../domain/clock/due.ts';
import type { Stood } from '../../domain/clock/explanation.ts';
import type { Pause } from '../../domain/clock/targets.ts';
import type { CommitmentKind } from '../../domain/commitment.ts';

/** Deadlines, follow-ups and promises. */
const what: Readonly<Record<DueWhat, string>> = {
  first: 'first reply',
  next: 'next reply',
  resolution: 'resolution',
  'follow-up': 'follow-up',
  promise: 'promise',
  handoff: 'answer of a department',
};

const stood: Readonly<Record<Stood, string>> = {
  holiday: 'holiday',
  break: 'break',
  off: 'outside hours',
  pending: 'customer’s turn',
  hold: 'on hold',
  solved: 'solved',
  snooze: 'snoozed',
};

const pauses: Readonly<Record<Pause, string>> = { pending: 'pending', hold: 'on hold', snooze: 'snooze' };

const states = { running: 'running', paused: 'stands', met: 'in time', breached: 'overdue', late: 'too late' };

const ask: Readonly<Record<CommitmentKind, string>> = { 'follow-up': 'Follow up', promise: 'Promised for' };
const askText: Readonly<Record<CommitmentKind, string>> = {
  'follow-up': 'What to do',
  promise: 'What was promised',
};

const made: Readonly<Record<CommitmentKind, (where: string, when: string) => string>> = {
  'follow-up': (where, when) => `${where}: follow-up ${when}. z takes it back.`,
  promise: (where, when) => `${where}: promised for ${when}. z takes it back.`,
};

export const due = {
  what,
  stood,
  pauses,
  states,
  ask,
  askText,
  made,
  /** beside a case in the list, short */
  left: (span: string) => `${span} left`,
  late: (span: string) => `${span} late`,
  /** in the head of a case */
  dueIn: (of: string, span: string) => `${of} due in ${span}`,
  dueAt: (of: string, when: string) => `${of} due ${when}`,
  overdueBy: (of: string, span: string) => `${of} overdue by ${span}`,
  stands: { open: 'to do', kept: 'done', broken: 'not kept', dropped: 'dropped' },
  brokenPromise: (when: string) => `promise of ${when} not kept`,
  overdueNow: (n: number) => `${n} overdue`,
  soonNow: (n: number) => `${n} due within the hour`,
  overdueThen: 'overdue by then',
  byDeadline: 'Ordered by the next deadline.',
  byQueue: 'Ordered by priority and waiting time.',
  workingOut: 'Working out the deadlines anew …',

  // the day's list
  title: 'Follow-ups and promises',
  overdue: 'Overdue',
  today: 'Today',
  coming: 'Coming',
  nothing: 'Nothing to do here. f notes a follow-up on a case, F a promise.',
  more: 'There are more than these.',
  noCase: 'For the customer alone: there is no case yet. c opens one.',
  nothingHere: 'No follow-up and no promise here.',
  done: (text: string) => `Done: ${text}`,
  dropped: (text: string) => `Dropped: ${text}`,
  moved: (text: string, when: string) => `Moved to ${when}: ${text}`,
  unnamed: '(no text)',
  moveAsk: 'Move to',
  textHint: 'may stay empty; ;;name names the template that it begins with',
  textTemplates: (names: string) => `templates: ${names}`,
  forCustomer: (name: string) => `for ${name}`,
  days: (promises: number, followUps: number, overdue: number) =>
    [
      ...(promises === 0 ? [] : [`${promises} ${promises === 1 ? 'promise' : 'promises'} today`]),
      ...(followUps === 0 ? [] : [`${followUps} ${followUps === 1 ? 'follow-up' : 'follow-ups'} today`]),
      ...(overdue === 0 ? [] : [`${overdue} overdue`]),
    ].join(', '),
  dayHas: (day: string) => `${day.charAt(0).toUpperCase()}${day.slice(1)}.`,
  dayWas: (answered: number, solved: number, kept: number) =>
    [
      `Today: ${answered} answered`,
      `${solved} solved`,
      ...(kept === 0 ? [] : [`${kept} ${kept === 1 ? 'promise' : 'promises'} kept`]),
    ].join(', '),
  dayLeft: (left: string) => `Still open: ${left}.`,
  dayClear: 'Nothing is left for today.',

  // the review
  offer: (when: string) => `p keeps it as a promise: ${when}`,
  offers: (n: number, when: string) => `p keeps ${n} promises: ${when}`,
  taken: (when: string) => `kept as a promise: ${when}`,
  noPromise: 'No date in this answer is a promise. F notes one.',

  // why
  whyTitle: (n: number) => `Why #${n} is due`,
  next: 'Next',
  nothingDue: 'Nothing is due in this case.',
  noTargets: 'No targets apply to this case: desk targets list',
  measured: (targets: string, priority: string, schedule: string, zone: string) =>
    `Targets "${targets}" for priority ${priority}, by the hours "${schedule}" in ${zone}`,
  target: (span: string) => `target ${span}`,
  used: (span: string) => `${span} used`,
  spanLeft: (span: string) => `${span} left`,
  over: (span: string) => `${span} over`,
  due: (when: string) => `due ${when}`,
  met: (when: string) => `answered ${when}`,
  metSolved: (when: string) => `solved ${when}`,
  unanswered: 'solved without an answer',
  ran: 'ran',
  wakes: (when: string) => `wakes ${when}`,
  wakesBreached: 'and is overdue then',
  wakesDue: (when: string) => `and is due ${when} then`,
  inView: (query: string) => `In this list by: ${query}`,

  // the command line
  none: 'Nothing.',
  alwaysClosed: 'closed',
  holidays: (n: number) => `${n} ${n === 1 ? 'holiday' : 'holidays'}`,
  listNames: { tet: 'Tết', songkran: 'Songkran' },
  allCases: 'all cases',
  scheduleSaved: (name: string, dry: boolean) => (dry ? `Would save the hours "${name}".` : `Hours "${name}" saved.`),
  scheduleRemoved: (name: string, dry: boolean) =>
    dry ? `Would remove the hours "${name}".` : `Hours "${name}" removed.`,
  calendarRead: (n: number, unread: number) =>
    `${n} ${n === 1 ? 'holiday' : 'holidays'} read from the calendar${unread === 0 ? '' : `; ${unread} of its events are no whole days off`}.`,
  targetsSaved: (name: string, dry: boolean) =>
    dry ? `Would save the targets "${name}".` : `Targets "${name}" saved.`,
  targetsRemoved: (name: string, dry: boolean) =>
    dry ? `Would remove the targets "${name}".` : `Targets "${name}" removed.`,
  noted: (when: string) => `For ${when}.`,
  wouldMake: (when: string) => `Would note it for ${when}.`,
};
