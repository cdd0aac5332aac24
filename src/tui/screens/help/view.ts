import { wordsFor } from '../../../i18n/index.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { say } from '../../parts/line.ts';
import type { State } from '../../state.ts';
import { helpLines } from './help-lines.ts';

/** All keys, to scroll through. */
export function helpView(state: State, top: number): Frame {
  const { tui } = wordsFor(state.locale);
  const { body } = layoutOf(state.size);
  return frame(
    state,
    [say(' desk ', 'title'), say(` ${tui.helpTitle}`, 'strong')],
    helpLines(state).slice(top, top + body),
    KEYMAP,
    'help',
  );
}
