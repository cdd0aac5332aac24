import { readStanding, viewCounts } from '../actions/read-cases.ts';
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
  const news = greet(context);
  if (news === null || state.empty) return [state, [reload(state), { do: 'remember-seen' }]];
  const since = dateTime(context.locale, news.since, now);
  const text = wordsFor(context.locale).tui.since(since, news.messages, news.cases);
  return [{ ...state, notice: { text, tone: 'info' } }, [reload(state), { do: 'remember-seen' }]];
}
