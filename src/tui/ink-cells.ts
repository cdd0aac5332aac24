import { width } from '../text/width.ts';
import { RecentMap } from './recent-map.ts';

/** One column of a row: its letter with the marks on it, '' behind a letter of two columns. */
export interface Cell {
  readonly text: string;
  /** the numbers of its SGR, '' where it has no style */
  readonly style: string;
}

export const EMPTY: Cell = { text: ' ', style: '' };

/** Signs that stay by themselves whatever stands beside them: no emoji of several signs, no flags, no jamo, no joiners. */
const alone =
  /^(?:[\u0300-\u034E\u0350-\u036F]|[ -~\u00A0-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u052F\u0E00-\u0EFF\u1E00-\u1FFF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2100-\u27BF\u3001-\u3029\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF01-\uFF60])*$/;

const known = new RecentMap<readonly Cell[] | null>(120);

/** The cells of a row of clean text with colours; null where they are not sure in every terminal. */
export function cellsOf(row: string): readonly Cell[] | null {
  let cells = known.get(row);
  if (cells === undefined) {
    cells = cut(row);
    known.set(row, cells);
  }
  return cells;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC begins a style or a step
const style = /\u001b\[([\d;]*)m/;

function cut(row: string): Cell[] | null {
  const cells: Cell[] = [];
  let now = '';
  for (const [at, piece] of row.split(style).entries()) {
    if (at % 2 === 1) {
      const next = styledBy(now, piece);
      if (next === null) return null;
      now = next;
    } else {
      if (!alone.test(piece)) return null;
      for (const sign of piece) addSign(cells, sign, now);
    }
  }
  return cells;
}

function addSign(cells: Cell[], sign: string, style: string): void {
  const columns = sign < '\u007f' ? 1 : width(sign);
  if (columns > 0) cells.push({ text: sign, style });
  if (columns === 2) cells.push({ text: '', style });
  if (columns > 0) return;
  const at = cells.at(-1)?.text === '' ? cells.length - 2 : cells.length - 1;
  const base = cells[at];
  if (base !== undefined) cells[at] = { ...base, text: base.text + sign };
}

/** What each number of an SGR sets, and which it ends: chalk opens and closes one at a time. */
const ENDS: Readonly<Record<string, RegExp>> = { '22': /^[12]$/, '27': /^7$/, '39': /^(?:3[0-7]|9[0-7])$/ };
const SETS = /^(?:[127]|3[0-7]|9[0-7])$/;

function styledBy(style: string, code: string): string | null {
  const now = style === '' ? [] : style.split(';');
  const ended = ENDS[code];
  if (ended !== undefined) return now.filter((one) => !ended.test(one)).join(';');
  if (code === '' || code === '0') return '';
  if (!SETS.test(code)) return null;
  const colour = ENDS['39']?.test(code) === true ? ENDS['39'] : null;
  return [...now.filter((one) => one !== code && colour?.test(one) !== true), code].sort().join(';');
}
