import type { DoneAction } from '../../../actions/read-cases.ts';
import { wordsFor } from '../../../i18n/index.ts';
import { actionText } from '../../../i18n/say-action.ts';
import { dateTime } from '../../../i18n/time.ts';
import { clean } from '../../../text/clean.ts';
import { pad, width } from '../../../text/width.ts';
import { wrap } from '../../../text/wrap.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { blank, fitLine, type Line, lineWidth, say, selected, spaces, span } from '../../parts/line.ts';
import type { State } from '../../state.ts';

/** What was done, newest first; any line can be taken back. */
export function historyView(state: State, actions: readonly DoneAction[], at: number): Frame {
  const words = wordsFor(state.locale);
  const { tui } = words;
  const { body, columns } = layoutOf(state.size);
  const title: Line = [say(' desk ', 'title'), say(` ${tui.historyTitle}`, 'strong')];
  if (actions.length === 0)
    return frame(state, title, [blank, [span(spaces(2)), say(tui.historyEmpty, 'dim')]], KEYMAP, 'history');
  const told = actions.map((action, index) => {
    const lines = actionLines(action, state, index === at);
    return index === at ? lines.map((line) => selected(fitLine(line, columns))) : lines;
  });
  const here = told.slice(0, at).flat().length;
  const lines = told.flat();
  const top = Math.max(0, Math.min(here - Math.floor(body / 2), lines.length - body));
  return frame(state, title, lines.slice(top, top + body), KEYMAP, 'history');
}

const WHEN = 15;

/** One action: when, what, by whom; what does not fit into a row goes on under it. */
function actionLines(action: DoneAction, { locale, now, size }: State, isHere: boolean): Line[] {
  const words = wordsFor(locale);
  const { tui } = words;
  const undone = action.undoneBy !== null;
  const when = clean(dateTime(locale, action.at, now), 'line');
  const before: Line = [
    say(isHere ? ' › ' : '   ', 'accent'),
    say(`${String(action.id).padStart(5)}  `, 'dim'),
    span(pad(when, Math.max(WHEN, width(when) + 1)), 'dim'),
  ];
  const indent = lineWidth(before);
  const room = size.columns - indent;
  const tone = undone ? 'dim' : 'plain';
  const rows = wrap(clean(actionText(words, action), 'line'), room).map((row): Line => [span(row, tone)]);
  const who = say(`${action.author}${undone ? ` · ${tui.historyUndone}` : ''}`, 'dim');
  const last: Line = [...(rows.pop() ?? []), span(spaces(2)), who];
  if (lineWidth(last) <= room) rows.push(last);
  else rows.push(last.slice(0, -2), ...wrap(who.text, room).map((row): Line => [span(row, 'dim')]));
  return rows.map((row, at) => [...(at === 0 ? before : [span(spaces(indent))]), ...row]);
}
