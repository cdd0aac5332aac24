import type { Locale } from '../context.ts';
import type { Segment } from '../domain/clock/explanation.ts';
import type { ExplainedClock, Why } from '../domain/clock/why.ts';
import { localOf } from '../domain/when/zone.ts';
import type { Words } from './index.ts';
import { sayMoment, sayWhen } from './say-when.ts';
import { spanText } from './span.ts';
import { ageLong, clockIn } from './time.ts';

/** A line of an explanation: a heading, what it says, or one stretch of time. */
export interface WhyLine {
  readonly sort: 'next' | 'head' | 'fact' | 'ran' | 'stood' | 'blank' | 'late';
  readonly text: string;
}

/** In whose words, when, and where the agent is. */
interface Told {
  readonly words: Words;
  readonly locale: Locale;
  readonly now: number;
  readonly zone: string;
}

/** Why a case is due when it is, line by line: what is next, then every clock with when it ran and when it stood. */
export function sayWhy(why: Why, priority: string, told: Told): WhyLine[] {
  const { words, now } = told;
  const { due } = words;
  const next = why.due;
  const head: WhyLine[] =
    next === null
      ? [{ sort: 'next', text: due.nothingDue }]
      : [
          {
            sort: next.at < now ? 'late' : 'next',
            text: `${due.next}: ${due.what[next.what]} · ${when(told, next.at)} · ${leftOf(words, next.at - now)}`,
          },
        ];
  const measured: WhyLine =
    why.targets === null || why.schedule === null
      ? { sort: 'fact', text: due.noTargets }
      : { sort: 'fact', text: due.measured(why.targets, priority, why.schedule, why.zone ?? '') };
  const commitments = why.commitments.map((one): WhyLine => {
    const stands = one.stands === 'broken' ? ` · ${due.brokenPromise(when(told, one.missedAt ?? one.at))}` : '';
    const text = `${due.what[one.kind]} · ${when(told, one.at)} · ${one.text === '' ? due.unnamed : shortened(one.text)}${stands}`;
    return { sort: one.stands === 'broken' ? 'late' : 'head', text };
  });
  const lying = why.handoffs.map(({ department, madeAt, dueAt }): WhyLine => {
    const since = words.handoffs.lies(ageLong(words, now - madeAt));
    const answer = dueAt === null ? '' : ` · ${when(told, dueAt)} · ${leftOf(words, dueAt - now)}`;
    return {
      sort: dueAt !== null && dueAt < now ? 'late' : 'head',
      text: `${department} ${since}: ${due.what.handoff}${answer}`,
    };
  });
  return [
    ...head,
    measured,
    ...(commitments.length + lying.length === 0 ? [] : [BLANK, ...commitments, ...lying]),
    ...why.clocks.flatMap((clock) => [BLANK, ...clockLines(clock, told)]),
  ];
}

/** What is longer would push the clocks out of sight; the case's head and `desk show` have it. */
const MOST_LETTERS = 160;
const shortened = (text: string): string =>
  text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS).trimEnd()}…`;

const BLANK: WhyLine = { sort: 'blank', text: '' };

const when = ({ now, locale, zone }: Told, at: number): string => sayWhen(at, now, locale, zone);

/** What is left of real time, or how long it is over. */
const leftOf = (words: Words, ms: number): string =>
  ms < 0 ? words.due.late(spanText(words, -ms, true)) : words.due.left(spanText(words, ms, true));

function clockLines(clock: ExplainedClock, told: Told): WhyLine[] {
  const { words } = told;
  const { due } = words;
  const late = clock.metAt !== null && clock.state === 'breached';
  const ended =
    clock.metAt === null ? [] : [due[clock.kind === 'resolution' ? 'metSolved' : 'met'](when(told, clock.metAt))];
  const last = clock.told.at(-1);
  const over = clock.metAt === null && last?.ran === false && last.why === 'solved';
  const rest = over
    ? due.unanswered
    : clock.remainingMs < 0
      ? due.over(spanText(words, -clock.remainingMs))
      : due.spanLeft(spanText(words, clock.remainingMs));
  const facts = [
    due.target(spanText(words, clock.targetMs)),
    late ? due.states.late : due.states[clock.state],
    ...ended,
    ...(clock.dueAt === null ? [] : [due.due(when(told, clock.dueAt))]),
    due.used(spanText(words, clock.ranMs)),
    rest,
  ];
  const title = due.what[clock.kind];
  return [
    { sort: clock.state === 'breached' ? 'late' : 'head', text: `${title}: ${facts.join(' · ')}` },
    ...clock.told.map((segment) => segmentLine(segment, told)),
    ...wakingLine(clock, told),
  ];
}

function segmentLine(segment: Segment, told: Told): WhyLine {
  const { words } = told;
  const span = spanText(words, segment.to - segment.from, !segment.ran);
  const why = segment.ran ? words.due.ran : words.due.stood[segment.why];
  return {
    sort: segment.ran ? 'ran' : 'stood',
    text: `${stretch(told, segment)}  ${why}  ${span}`,
  };
}

/** `Tue 10 Mar 08:00 – 12:00`; with its day where the end is on another. */
function stretch({ now, locale, zone }: Told, { from, to }: Segment): string {
  const [day, last] = [localOf(from, zone), localOf(to, zone)];
  const sameDay = day.day === last.day && day.month === last.month && day.year === last.year;
  const end = sameDay ? clockIn(locale, to, zone) : sayMoment(to, now, locale, zone);
  return `${sayMoment(from, now, locale, zone)} – ${end}`;
}

function wakingLine({ onWaking }: ExplainedClock, told: Told): WhyLine[] {
  if (onWaking === null) return [];
  const { due } = told.words;
  const then =
    onWaking.dueAt !== null && onWaking.dueAt <= onWaking.at
      ? due.wakesBreached
      : onWaking.dueAt === null
        ? ''
        : due.wakesDue(when(told, onWaking.dueAt));
  return [{ sort: 'fact', text: `${due.wakes(when(told, onWaking.at))} ${then}`.trim() }];
}
