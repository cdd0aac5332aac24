import { wordsFor } from '../../i18n/index.ts';
import { clean } from '../../text/clean.ts';
import { pad, truncate, width } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import { editorText } from '../editor/editor.ts';
import { keyName } from '../key-name.ts';
import { placeOf } from '../lookup.ts';
import { keycap } from '../parts/frame.ts';
import { fitLine, type Line, lineWidth, say, selected, spaces, span, spread, wholeParts } from '../parts/line.ts';
import type { Overlay, State } from '../state.ts';
import { matchCommands } from './palette.ts';
import { matchTemplates, previewOf } from './templates.ts';

const MOST = 12;
const PREVIEW_ROWS = 3;
const SIGN = 3;

/** A window of the rows with the chosen one in it, no higher than there is room. */
export function choices<Row>(
  rows: readonly Row[],
  at: number,
  room: number,
  columns: number,
  show: (row: Row) => Line,
): Line[] {
  const most = Math.max(1, Math.min(MOST, room));
  const top = Math.max(0, Math.min(at - most + 1, rows.length - most));
  return rows.slice(top, top + most).map((row, index) => {
    const here = top + index === at;
    const line: Line = [say(here ? ' › ' : '   ', 'accent'), ...show(row)];
    return here ? selected(fitLine(line, columns)) : line;
  });
}

/** The commands that fit what is typed, their names in full and their keys, as many as there is room for. */
export function paletteLines(overlay: Overlay & { name: 'palette' }, state: State, room: number): Line[] {
  const words = wordsFor(state.locale);
  const rows = matchCommands(placeOf(state), editorText(overlay.input));
  const { columns } = state.size;
  const widest = Math.max(0, ...rows.map((row) => width(clean(keyName(words, row.id), 'line'))));
  const names = Math.max(Math.min(44, columns - 16), widest);
  return choices(rows, overlay.at, room, columns, (row) => {
    const keys = row.keys.map((key, at): Line => [say(`${at === 0 ? ' ' : '  '}${keycap(key, state.locale)}`, 'key')]);
    return [span(pad(clean(keyName(words, row.id), 'line'), names)), ...wholeParts(keys, columns - SIGN - names)];
  });
}

/** The templates that fit what is typed, and the beginning of the chosen one. */
export function templateLines(overlay: Overlay & { name: 'templates' }, state: State, room: number): Line[] {
  const words = wordsFor(state.locale);
  const { columns } = state.size;
  const found = matchTemplates(overlay.templates, editorText(overlay.input));
  const lines = choices(found, overlay.at, room - PREVIEW_ROWS, columns, (template) => {
    const used = say(template.used > 0 ? `  ${words.tui.timesUsed(template.used)}` : '', 'dim');
    const name = span(pad(clean(template.name, 'line'), 22), 'strong');
    const title = span(truncate(clean(template.title, 'line'), 40));
    const line = [name, title, used];
    return lineWidth(line) <= columns - SIGN ? line : spread([name, title], [used], columns - SIGN);
  });
  const chosen = found[overlay.at];
  const text =
    chosen === undefined
      ? words.tui.noTemplates
      : previewOf(chosen, [state.shown?.customer?.language ?? null, state.locale]);
  const preview = wrap(clean(text, 'block'), columns - 4)
    .filter((row) => row.trim() !== '')
    .slice(0, PREVIEW_ROWS)
    .map((row): Line => [span(spaces(3)), span(row, 'dim')]);
  return [...lines, ...preview];
}
