import { lacksAddress } from '../../../actions/recipients.ts';
import type { Channel } from '../../../domain/case.ts';
import { wordsFor } from '../../../i18n/index.ts';
import { addressesText } from '../../../text/address.ts';
import { type Clean, clean } from '../../../text/clean.ts';
import { layoutEditor } from '../../editor/editor.ts';
import { GAP, layoutOf } from '../../layout.ts';
import { caseHead } from '../../parts/case-head.ts';
import { blank, type Line, say, span, toHeight, wrapped } from '../../parts/line.ts';
import { timeline } from '../../parts/timeline.ts';
import type { ComposeState, State } from '../../state.ts';
import { answerShown } from './answer-shown.ts';

/** Where the parts of the composer lie: what is being answered above or beside the text. */
export interface ComposeLayout {
  readonly textColumns: number;
  readonly textRows: number;
  /** rows above the text for the case, or 0 where it stands beside */
  readonly above: number;
  readonly beside: number;
}

const HEAD = 3;

export function composeLayout(state: State): ComposeLayout {
  const layout = layoutOf(state.size);
  const wide = layout.preview > 0;
  const above = wide ? 0 : Math.max(3, Math.floor(layout.body * 0.35));
  const beside = wide ? Math.floor(layout.columns * 0.45) : 0;
  return {
    textColumns: layout.columns - (wide ? beside + GAP : 0) - 2,
    textRows: Math.max(3, layout.body - HEAD - (above === 0 ? 0 : above + 1)),
    above,
    beside,
  };
}

/** To whom and under which subject: the lines over the text. */
export function composeHead(state: State, draft: ComposeState): Line[] {
  const words = wordsFor(state.locale);
  if (draft.type === 'note') return [[say(` ${words.tui.noteExplained}`, 'warn')], blank, blank];
  const shown = state.shown === null ? '' : answerShown(state.shown, draft).subject;
  const subject: Line = [say(` ${words.fields.subject}: `, 'dim'), say(shown)];
  if (!goesNowhere(state, draft))
    return [[say(` ${words.fields.to}: `, 'dim'), span(recipients(state, draft))], subject, blank];
  const told = wrapped(words.tui.noAddress, composeLayout(state).textColumns, 1, 'warn');
  return toHeight([...told, subject], HEAD);
}

/** Is it an answer by mail in a case without an address? */
export const goesNowhere = ({ shown }: State, draft: ComposeState): boolean =>
  shown !== null && lacksAddress(shown.case.channel, answerShown(shown, draft).to);

/** Channels on which one is reached by a telephone number. */
const BY_PHONE: ReadonlySet<Channel> = new Set<Channel>(['phone', 'sms', 'video', 'visit']);

/** To whom the words go; where desk cannot send, the channel and the number to call or the name there. */
export function recipients({ shown, locale }: State, draft: ComposeState): Clean {
  const to = shown === null ? [] : answerShown(shown, draft).to;
  if (shown === null || to.length > 0) return addressesText(to);
  const { channel } = shown.case;
  const kind = BY_PHONE.has(channel) ? 'phone' : 'handle';
  const points = shown.customer?.points.filter((point) => point.kind === kind).map((point) => point.value) ?? [];
  return clean([wordsFor(locale).channels[channel], ...points].join(' '), 'line');
}

/** The case as far as it helps to answer: its newest entries, the last lines of them first in sight. */
export function answered(state: State, columns: number, rows: number): Line[] {
  if (state.shown === null || rows <= 0) return [];
  const { locale, now } = state;
  const { lines, starts } = timeline(state.shown, { locale, columns, unfolded: state.unfoldPreview, now });
  const head = rows > 8 ? caseHead(state.shown, locale, columns, now, 2) : [];
  const room = rows - head.length;
  const newest = state.shown.entries.findLast((entry) => entry.party === 'customer') ?? state.shown.entries.at(-1);
  const from = newest === undefined ? 0 : (starts.get(newest.id) ?? 0);
  const top = Math.max(0, Math.min(from, lines.length - 1));
  return [...head, ...lines.slice(Math.min(top, Math.max(0, lines.length - room)), top + room)];
}

/** The rows of the text that are in sight, unfilled placeholders in red, and where the caret is in the whole text. */
export function textLines(
  draft: ComposeState,
  { textColumns, textRows }: ComposeLayout,
): { lines: Line[]; top: number; caretRow: number; caretColumn: number } {
  const { lines, caretRow, caretColumn } = layoutEditor(draft.editor, textColumns);
  const top = textTop(draft.top, caretRow, lines.length, textRows);
  return { lines: lines.slice(top, top + textRows).map(markUnfilled), top, caretRow, caretColumn };
}

/** The first row of the text on the screen: the caret is always in sight. */
export function textTop(wanted: number, caretRow: number, count: number, rows: number): number {
  const last = Math.max(0, count - rows);
  if (caretRow < wanted) return caretRow;
  if (caretRow >= wanted + rows) return caretRow - rows + 1;
  return Math.min(wanted, last);
}

function markUnfilled(line: Clean): Line {
  if (!line.includes('{{?')) return [span(line)];
  return line
    .split(/(\{\{\?[^{}]*\}\})/)
    .map((part) => span(clean(part, 'line'), part.startsWith('{{?') ? 'danger' : 'plain'));
}
