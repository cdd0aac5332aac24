import { wordsFor } from '../../../i18n/index.ts';
import { KEYMAP } from '../../keymap.ts';
import { caseColumns, layoutOf } from '../../layout.ts';
import { customerCard } from '../../parts/card.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { beside, type Line, say, spread } from '../../parts/line.ts';
import type { CaseState, State } from '../../state.ts';
import { caseBody } from './body.ts';

/** One case: its timeline, newest last; from 140 columns the customer's card beside it. */
export function caseView(state: State, open: CaseState): Frame {
  const layout = layoutOf(state.size);
  const { count, top, shown } = caseBody(state, open);
  const card =
    layout.card === 0 || state.shown === null ? null : customerCard(state.shown, state.locale, layout.card, state.now);
  const body = card === null ? shown : beside(shown, card, caseColumns(layout), layout.body);
  return frame(state, title(state, open, count, top, layout.body), body, KEYMAP, 'case');
}

/** The case and what stands with it, where one is in the list, and how much of the case lies above and below. */
function title(state: State, open: CaseState, all: number, top: number, body: number): Line {
  const words = wordsFor(state.locale);
  const at = state.list.numbers.indexOf(open.number);
  const { skipped, more, numbers } = state.list;
  const place = at < 0 ? '' : ` · ${skipped + at + 1}/${skipped + numbers.length}${more ? '+' : ''}`;
  const part = all <= body ? '' : ` · ${Math.round((100 * Math.min(all, top + body)) / all)} %`;
  const found = state.shown?.case;
  const left: Line = [
    say(' desk ', 'title'),
    say(` ${words.caseNumber(open.number)} `, 'accent'),
    say(found === undefined || found.subject === '' ? words.noSubject : found.subject, 'strong'),
  ];
  const right = say(`  ${found === undefined ? '' : words.statuses[found.status]}${place}${part} `, 'dim');
  return spread(left, [right], state.size.columns);
}
