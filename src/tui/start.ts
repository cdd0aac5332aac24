import { readStanding, viewCounts } from '../actions/read-cases.ts';
import { readDay } from '../actions/read-commitments.ts';
import { readConfig } from '../actions/read-config.ts';
import { greet } from '../actions/typing.ts';
import type { Context } from '../context.ts';
import { inputMethodOf } from '../domain/settings.ts';
import { wordsFor } from '../i18n/index.ts';
import { dateTime } from '../i18n/time.ts';
import { reload } from './commands/list.ts';
import { NOT_COMPOSING } from './input-method.ts';
import type { Step } from './program.ts';
import type { Size, State } from './state.ts';

/** The screen at the start: the inbox, and what is new since the last time. */
export function startState(context: Context, size: Size): Step {
  const now = context.now();
  const counts = viewCounts(context);
  const state: State = {
    size,
    locale: context.locale,
    now,
    zone: context.zone,
    list: {
      view: 'inbox',
      search: null,
      narrow: null,
      byDue: false,
      numbers: [],
      from: null,
      skipped: 0,
      more: false,
      rows: new Map(),
      counts,
      at: 0,
      top: 0,
      marked: new Set(),
      previewTop: null,
    },
    shown: null,
    screen: { name: 'list' },
    overlay: null,
    unfoldPreview: false,
    notice: null,
    lastChange: null,
    working: null,
    standing: readStanding(context),
    empty: counts.all === 0,
    readOnly: context.store.readOnly,
    leaving: false,
    composing: NOT_COMPOSING,
    inputMethod: inputMethodOf(readConfig(context, 'input-method')),
  };
  const text = state.empty ? '' : startLine(context, now);
  if (text === '') return [state, [reload(state), { do: 'remember-seen' }]];
  return [{ ...state, notice: { text, tone: 'info' } }, [reload(state), { do: 'remember-seen' }]];
}

/** What has come in since the last time, and what the day has: "Since 18:02: 7 new messages … 2 promises today, 1 overdue." */
function startLine(context: Context, now: number): string {
  const { tui, due } = wordsFor(context.locale);
  const news = greet(context);
  const { promises, followUps, overdue } = readDay(context);
  const day = due.days(promises, followUps, overdue);
  return [
    ...(news === null ? [] : [tui.since(dateTime(context.locale, news.since, now), news.messages, news.cases)]),
    ...(day === '' ? [] : [due.dayHas(day)]),
  ].join(' ');
}
