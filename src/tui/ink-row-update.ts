import { type Cell, cellsOf, EMPTY } from './ink-cells.ts';

/** Cells that are written once more rather than jumped over: the jump would take as many bytes. */
const WORTH_A_JUMP = 7;

const at = (cells: readonly Cell[], column: number): Cell => cells[column] ?? EMPTY;

/**
 * What turns one row into the next on a screen so many columns wide: only the cells that changed, each run at its
 * place. Undefined where the columns are not sure in every terminal: Ink then writes the row from the first difference
 * on. Put into Ink's log-update when desk is bundled.
 */
export function rowUpdate(previous: string, next: string, columns: number): string | undefined {
  const was = cellsOf(previous);
  const is = cellsOf(next);
  if (was === null || is === null || Math.max(was.length, is.length) > columns) return undefined;
  let out = '';
  for (const [from, to] of changedRuns(was, is)) {
    const end = to >= is.length ? is.length : to; // behind its end the row is blank
    if (from < is.length) out += `\u001b[${from + 1}G${written(is, from, end)}`;
    if (to > is.length) out += `${from < is.length ? '' : `\u001b[${from + 1}G`}\u001b[K`;
  }
  return out;
}

/** Runs of columns that differ, `[from, to)`, whole letters, joined where little stands between them. */
function changedRuns(was: readonly Cell[], is: readonly Cell[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  const halved = (column: number): boolean => at(was, column).text === '' || at(is, column).text === '';
  for (let column = 0, end = Math.max(was.length, is.length); column < end; column += 1) {
    if (isSame(at(was, column), at(is, column))) continue;
    let from = column;
    while (halved(from)) from -= 1;
    let to = column + 1;
    while (to < end && halved(to)) to += 1;
    const last = runs.at(-1);
    if (last !== undefined && from - last[1] < WORTH_A_JUMP) last[1] = to;
    else runs.push([from, to]);
    column = to - 1;
  }
  return runs;
}

const isSame = (one: Cell, other: Cell): boolean => one.text === other.text && one.style === other.style;

function written(cells: readonly Cell[], from: number, to: number): string {
  let out = '';
  let style = '';
  for (const cell of cells.slice(from, to)) {
    if (cell.style !== style) out += `\u001b[${[style === '' ? '' : '0', cell.style].filter(Boolean).join(';')}m`;
    style = cell.style;
    out += cell.text;
  }
  return style === '' ? out : `${out}\u001b[m`;
}

/** Rows that stay are stepped over together. */
export const stepsJoined = (written: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ESC begins a style or a step
  written.replace(/(?:\u001b\[E){2,}/g, (steps) => `\u001b[${steps.length / 3}E`);
