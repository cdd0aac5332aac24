import { wordsFor } from '../../../i18n/index.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { beside, blank, type Line, say, spaces, span, toHeight, wholeParts } from '../../parts/line.ts';
import type { ComposeState, State } from '../../state.ts';
import { answered, composeHead, composeLayout, textLines } from './lines.ts';
import { reviewLines } from './review-lines.ts';

/** The composer: what is being answered, and the text with its caret; or the review of it. */
export function composeView(state: State, draft: ComposeState): Frame {
  const words = wordsFor(state.locale);
  const { body, columns } = layoutOf(state.size);
  if (draft.reviewing) {
    const title = draft.type === 'note' ? words.tui.reviewNote(draft.number) : words.tui.reviewOf(draft.number);
    return frame(
      state,
      [say(' desk ', 'title'), say(` ${title}`, 'strong')],
      reviewLines(state, draft).slice(draft.top, draft.top + body),
      KEYMAP,
      'review',
    );
  }
  const layout = composeLayout(state);
  const { lines, top, caretRow, caretColumn } = textLines(draft, layout);
  const text = Array.from({ length: layout.textRows }, (_, row): Line => [span(spaces(1)), ...(lines[row] ?? blank)]);
  const rule: Line = [say('─'.repeat(columns), 'dim')];
  const head = composeHead(state, draft);
  const own = [...head, ...text];
  const shown =
    layout.above > 0
      ? [...toHeight(answered(state, columns - 1, layout.above), layout.above), rule, ...own]
      : beside(own, answered(state, layout.beside - 2, body), layout.textColumns + 2, body);
  const title = draft.type === 'note' ? words.tui.noteIn(draft.number) : words.tui.replyTo(draft.number);
  const y = 1 + (layout.above > 0 ? layout.above + 1 : 0) + head.length + caretRow - top;
  return frame(
    state,
    wholeParts(
      [[say(' desk ', 'title')], [say(` ${title}`, 'strong')], [say(`   ${words.tui.typeHere}`, 'dim')]],
      columns,
    ),
    shown,
    KEYMAP,
    'compose',
    { x: caretColumn + 1, y },
  );
}
