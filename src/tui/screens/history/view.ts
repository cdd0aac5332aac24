import type { DoneAction } from '../../../actions/read-cases.ts';
import { wordsFor } from '../../../i18n/index.ts';
import { actionText } from '../../../i18n/say-action.ts';
import { dateTime } from '../../../i18n/time.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { blank, fitLine, type Line, say, selected, spaces, span } from '../../parts/line.ts';
import type { State } from '../../state.ts';

/** What was done, newest first; any line can be taken back. */
export function historyView(state: State, actions: readonly DoneAction[], at: number): Frame {
  const words = wordsFor(state.locale);
  const { tui } = words;
  const { body, columns } = layoutOf(state.size);
  const title: Line = [say(' desk ', 'title'), say(` ${tui.historyTitle}`, 'strong')];
  if (actions.length === 0)
    return frame(state, title, [blank, [span(spaces(2)), say(tui.historyEmpty, 'dim')]], KEYMAP, 'history');
  const top = Math.max(0, Math.min(at - Math.floor(body / 2), actions.length - body));
  const rows = actions.slice(top, top + body).map((action, index) => {
    const undone = action.undoneBy !== null;
    const line: Line = [
      say(top + index === at ? ' › ' : '   ', 'accent'),
      say(`${String(action.id).padStart(5)}  ${dateTime(state.locale, action.at, state.now).padEnd(14)} `, 'dim'),
      say(actionText(words, action), undone ? 'dim' : 'plain'),
      say(`  ${action.author}${undone ? ` · ${tui.historyUndone}` : ''}`, 'dim'),
    ];
    return top + index === at ? selected(fitLine(line, columns)) : line;
  });
  return frame(state, title, rows, KEYMAP, 'history');
}
