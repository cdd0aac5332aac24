import { wordsFor } from '../../i18n/index.ts';
import { ageLong } from '../../i18n/time.ts';
import { clean } from '../../text/clean.ts';
import { width } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import { keyName } from '../key-name.ts';
import type { KeyRow, Place } from '../key-row.ts';
import type { State } from '../state.ts';
import { fitLine, type Line, lineWidth, say, spaces, span, spread, toHeight, wholeParts } from './line.ts';
import { mailStands } from './mail-stands.ts';

/** A whole screen: lines to draw, and where the caret stands (null: hidden), both from the upper left corner. */
export interface Frame {
  readonly lines: readonly Line[];
  readonly caret: { readonly x: number; readonly y: number } | null;
  /** rows at the foot that say what happened and which keys there are */
  readonly foot: number;
}

/** Title row, body, status row and key row, exactly as high and no wider than the window. */
export function frame(
  state: State,
  title: Line,
  body: readonly Line[],
  bar: readonly KeyRow[],
  place: Place,
  caret: Frame['caret'] = null,
): Frame {
  const { columns, rows } = state.size;
  const status = statusLines(state);
  const shown = toHeight(body, rows - 3).slice(0, rows - 2 - status.length);
  const lines = [fitLine(title, columns), ...shown, ...status, keyBar(state, bar, place)];
  return { lines: lines.map((line) => fitLine(line, columns)), caret, foot: status.length + 1 };
}

/** A sentence that is longer than a row takes some from the body: what went wrong and what helps must both be read. */
const MOST_STATUS_ROWS = 4;

/** What just happened at the left, how the desk stands at the right. */
function statusLines(state: State): Line[] {
  const { tui } = wordsFor(state.locale);
  const words = wordsFor(state.locale);
  const { waiting, oldestWaiting, dueSoon, mail } = state.standing;
  const stands = [
    ...(state.readOnly ? [tui.readOnly] : []),
    waiting === 0 || oldestWaiting === null
      ? tui.nobodyWaits
      : tui.waitingNow(waiting, ageLong(words, state.now - oldestWaiting)),
    ...mailStands(mail, words, state.now),
    ...(dueSoon === 0 ? [] : [words.due.soonNow(dueSoon)]),
  ];
  const { columns } = state.size;
  const parts = stands.map((one, at): Line => [say(`${at === 0 ? ' ' : ' · '}${one}`, 'dim')]);
  const rightIn = (room: number): Line => [...wholeParts(parts, room - 1), say(' ', 'dim')];
  const notice = state.notice ?? (state.working === null ? null : { text: state.working, tone: 'info' });
  if (notice === null) return [spread([], rightIn(columns), columns)];
  const tone = notice.tone === 'error' ? 'danger' : 'good';
  const text = clean(`${notice.tone === 'error' ? '! ' : ''}${notice.text}`, 'line');
  const right = rightIn(columns - width(text) - 2);
  if (lineWidth(right) > 1) return [spread([span(spaces(1)), span(text, tone)], right, columns)];
  return wrap(text, columns - 2)
    .slice(0, MOST_STATUS_ROWS)
    .map((row) => [span(spaces(1)), span(row, tone)]);
}

/** A key as it is shown: `Ctrl-S`, `Space`, `s o`. */
export function keycap(key: string, locale: State['locale']): string {
  const { keycaps } = wordsFor(locale).keys;
  return key
    .split(/(?<=.) /)
    .map(
      (one) =>
        Object.entries(keycaps).find(([name]) => name === one)?.[1] ??
        one.replace(/^C-(.)$/, (_, letter: string) => `Ctrl-${letter.toUpperCase()}`),
    )
    .join(' ');
}

/** The keys that matter here: as many as fit, the ways out (`bar` from 9 on) always among them. */
function keyBar(state: State, bar: readonly KeyRow[], place: Place): Line {
  const words = wordsFor(state.locale);
  const cells = bar
    .filter((row) => row.bar !== undefined && row.in.includes(place) && !(row.writes === true && state.readOnly))
    .filter((row) => row.when === undefined || row.when(state))
    .sort((a, b) => (a.bar ?? 0) - (b.bar ?? 0))
    .map((row) => {
      const key = clean(` ${keycap(row.keys[0] ?? '', state.locale)}`, 'line');
      const name = clean(` ${keyName(words, row.id)} `, 'line');
      return { key, name, wide: width(key) + width(name), stays: (row.bar ?? 0) >= 9, danger: row.danger === true };
    });
  let left = state.size.columns - cells.filter((cell) => cell.stays).reduce((columns, cell) => columns + cell.wide, 0);
  let full = false;
  return cells.flatMap((cell) => {
    if (!cell.stays) {
      full ||= cell.wide > left;
      if (full) return [];
      left -= cell.wide;
    }
    return cell.danger
      ? [span(cell.key, 'danger'), span(cell.name, 'warn')]
      : [span(cell.key, 'key'), span(cell.name, 'dim')];
  });
}
