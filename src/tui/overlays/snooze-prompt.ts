import { CLOCKS } from '../../domain/clock/targets.ts';
import { parseDay } from '../../domain/span.ts';
import { HOURS } from '../../domain/when/lexeme.ts';
import { parseWhen, type Unclear } from '../../domain/when/parse-when.ts';
import { wordsFor } from '../../i18n/index.ts';
import { sayWhen } from '../../i18n/say-when.ts';
import { morningAfter } from '../commands/work.ts';
import { type Line, say } from '../parts/line.ts';
import type { Step } from '../program.ts';
import type { PromptUse, State } from '../state.ts';

const HOUR = 3_600_000;

interface Until {
  /** ms */
  readonly at: number;
  readonly unclear: readonly Unclear[];
}

/** A time as it is typed; a day, or a month, begins with its morning. Null: none. */
function untilTyped(text: string, { now, zone }: State, bareDay: number): Until | null {
  const when = parseWhen(text, now, { zone: zone(), bareDay });
  if (when !== null) return when;
  const day = parseDay(text, now);
  if (day === null) return null;
  const at = morningAfter(day.from, 0) + (bareDay - HOURS.morning) * HOUR;
  return { at, unclear: at <= now ? ['past'] : [] };
}

/** Enter: the prompt stays open until it has worked. */
export function snoozeEntered(state: State, use: Extract<PromptUse, { what: 'snooze' }>, text: string): Step {
  return momentEntered(state, text, (until) => {
    const fields = { snooze: { mode: use.mode, until } };
    const input = { cases: [...use.cases], fields, addTags: [], removeTags: [] };
    return [state, [{ do: 'set', next: 'reload', input, prompted: true }]];
  });
}

/** What follows from a moment to come (ms); what is none is said, and the line stays as it is. */
export function momentEntered(
  state: State,
  text: string,
  follows: (at: number) => Step,
  bareDay: number = HOURS.morning,
): Step {
  const { tui } = wordsFor(state.locale);
  const wrong = (what: string): Step => [{ ...state, notice: { text: what, tone: 'error' } }, []];
  const until = untilTyped(text, state, bareDay);
  if (until === null) return wrong(tui.badDate(text));
  return until.at <= state.now ? wrong(tui.datePast) : follows(until.at);
}

/** As `snoozeLine`, and whether something in one of the cases is overdue when it wakes. */
export function snoozedLine(use: Extract<PromptUse, { what: 'snooze' }>, text: string, state: State): Line {
  const line = snoozeLine(text, state);
  const until = untilTyped(text, state, HOURS.morning);
  const dues = use.cases.map((number) => dueOf(state, number)).filter((at) => at !== null);
  if (until === null || until.at <= state.now || !dues.some((at) => at >= state.now && at < until.at)) return line;
  return [...line, say(` · ${wordsFor(state.locale).due.overdueThen}`, 'warn')];
}

/** Of a clock that a snooze would stop nobody knows here when it is due then. */
function dueOf({ shown, list, standing }: State, number: number): number | null {
  if (shown?.case.number !== number) return standing.snoozeStops ? null : (list.rows.get(number)?.dueAt ?? null);
  const { due } = shown.case;
  const isClock = due !== null && CLOCKS.some((clock) => clock === due.what);
  return due === null || (isClock && standing.snoozeStops) ? null : due.at;
}

/** What the line means so far, before it counts; examples as long as nothing is typed. */
export function snoozeLine(text: string, state: State, bareDay: number = HOURS.morning): Line {
  const { tui } = wordsFor(state.locale);
  if (text === '') return [say(` ${tui.whenExamples}`, 'dim')];
  const until = untilTyped(text, state, bareDay);
  if (until === null) return [say(` ${tui.whenUnread}`, 'dim')];
  const over = until.at <= state.now;
  const said = say(` → ${sayWhen(until.at, state.now, state.locale, state.zone())}`, over ? 'warn' : 'accent');
  return [said, ...until.unclear.map((what) => say(` · ${tui.whenUnclear[what]}`, what === 'past' ? 'warn' : 'dim'))];
}
