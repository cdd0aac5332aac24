import { answersAutomatic } from '../../../actions/compose-reply.ts';
import { strangersIn } from '../../../actions/recipients.ts';
import { type Words, wordsFor } from '../../../i18n/index.ts';
import { fieldName, valueName } from '../../../i18n/value-words.ts';
import { addressesText } from '../../../text/address.ts';
import { type Clean, clean } from '../../../text/clean.ts';
import { width } from '../../../text/width.ts';
import { wrap } from '../../../text/wrap.ts';
import { editorText } from '../../editor/editor.ts';
import { layoutOf } from '../../layout.ts';
import { blank, type Line, say, spaces, span } from '../../parts/line.ts';
import type { ComposeState, State } from '../../state.ts';
import { recipients } from './lines.ts';

/** The last look: from, to, subject, what happens then, and the words exactly as they go out. */
export function reviewLines(state: State, draft: ComposeState): Line[] {
  const words = wordsFor(state.locale);
  const columns = Math.max(20, layoutOf(state.size).columns - 4);
  const text = wrap(clean(editorText(draft.editor), 'block'), columns).map((row): Line => [span(spaces(2)), span(row)]);
  const label = (name: string, value: Clean): Line[] => {
    const ask = clean(` ${name}: `, 'line');
    const rows = wrap(value, columns - width(ask));
    return rows.map((row, at) => [at === 0 ? span(ask, 'dim') : span(spaces(width(ask))), span(row)]);
  };
  if (draft.type === 'note') return [[say(` ${words.tui.noteExplained}`, 'warn')], blank, ...text];
  const reply = state.shown?.reply;
  const { queuedExplained: queued, heldExplained: held, manualExplained: manual } = words.tui;
  const explained = { queued, held, manual };
  return [
    ...label(words.fields.from, addressesText(reply === undefined ? [] : [reply.from])),
    ...label(words.fields.to, recipients(state)),
    ...warnings(state)
      .flatMap((warning) => wrap(clean(warning, 'line'), columns))
      .map((row): Line => [span(spaces(1)), span(row, 'danger')]),
    ...label(words.fields.subject, clean(reply?.subject ?? '', 'line')),
    ...label(words.tui.afterwards, clean(afterwards(draft, words), 'line')),
    ...wrap(clean(explained[state.shown?.replyState ?? 'held'], 'line'), columns).map(
      (row): Line => [span(spaces(1)), span(row, 'warn')],
    ),
    blank,
    ...text,
  ];
}

function warnings({ shown, locale }: State): string[] {
  if (shown === null) return [];
  const { tui } = wordsFor(locale);
  const to = shown.reply.to.map((one) => one.address).join(', ');
  const strangers = strangersIn(shown.reply.to, shown.customer).map(tui.stranger);
  return answersAutomatic(shown.entries) && to !== '' ? [...strangers, tui.toAutomatic(to)] : strangers;
}

/** How the case will stand: what the template sets, and that it is the customer's turn. */
function afterwards({ template }: ComposeState, words: Words): string {
  const { status = 'pending', ...others } = template?.set ?? {};
  const fields = Object.entries(others).map(
    ([field, raw]) => `${fieldName(words, field)}: ${valueName(words, field, raw)}`,
  );
  return [valueName(words, 'status', status), ...fields, ...(template?.addTags ?? []).map((tag) => `#${tag}`)].join(
    ' · ',
  );
}
