import { MOST_MINUTES } from '../../domain/entry.ts';
import { wordsFor } from '../../i18n/index.ts';
import { prompt } from '../commands/work.ts';
import type { Step } from '../program.ts';
import type { CallUse, State } from '../state.ts';

/** Enter: first the minutes, then what was said; an empty line says nothing more. */
export function callEntered(state: State, use: CallUse, text: string): Step {
  const closed: State = { ...state, overlay: null };
  const { number, direction } = use;
  if (use.what === 'call-text') {
    const work = { what: 'call' as const, number, direction, minutes: use.minutes, text };
    return [{ ...state, notice: null }, [{ do: 'work', work }]];
  }
  if (text === '') return [closed, []];
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (minutes < 1 || minutes > MOST_MINUTES)
    return [{ ...state, notice: { text: wordsFor(state.locale).tui.badMinutes(text), tone: 'error' } }, []];
  return [prompt(closed, { what: 'call-text', number, direction, minutes }), []];
}
