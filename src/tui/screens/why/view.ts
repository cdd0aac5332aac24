import { wordsFor } from '../../../i18n/index.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { type Line, say } from '../../parts/line.ts';
import type { Screen, State } from '../../state.ts';
import { whyLines } from './lines.ts';

/** Why a case is due when it is: what is next, then each clock with when it ran, when it stood and why. */
export function whyView(state: State, screen: Extract<Screen, { name: 'why' }>): Frame {
  const { due, noSubject } = wordsFor(state.locale);
  const { why } = screen;
  const title: Line = [
    say(' desk ', 'title'),
    say(` ${due.whyTitle(why.number)} `, 'strong'),
    say(` ${why.subject === '' ? noSubject : why.subject}`, 'dim'),
  ];
  const lines = whyLines(state, screen);
  const top = Math.max(0, Math.min(screen.top, lines.length - layoutOf(state.size).body));
  return frame(state, title, lines.slice(top), KEYMAP, 'why');
}
