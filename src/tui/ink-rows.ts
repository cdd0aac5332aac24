import { anchored } from './anchored.ts';
import rowWidth from './ink-width.ts';
import { RecentMap } from './recent-map.ts';

/** What Ink's Output was told to do, as far as is asked here. */
interface Operation {
  readonly type: string;
  readonly x?: number;
  readonly y?: number;
  readonly text?: string;
  readonly transformers?: readonly unknown[];
}

/** Columns of a row that is shown as it stands; -1 for a text that Ink must look into. */
const known = new RecentMap<number>(200);

/** Any control but the ESC of a style, a mark behind a style, a sign that takes no cell. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC begins a style or a step
const otherThanStyled = /\p{Control}(?<!\u001b(?=\[[\d;]*m(?!\p{M})))|\p{Default_Ignorable_Code_Point}/u;

function columnsOf(text: string): number {
  let columns = known.get(text);
  if (columns === undefined) {
    columns = otherThanStyled.test(text) ? -1 : rowWidth(text);
    known.set(text, columns);
  }
  return columns;
}

/** One row of clean text with colours: nothing in it that Ink would take out. */
export const isStyledRow = (text: string): boolean => columnsOf(text) >= 0;

/**
 * A frame whose every row is one painted text that fits, beginning at the left: it is its rows, and need not be cut into
 * cells and joined again. Undefined for any other frame. Put into Ink's Output when desk is bundled.
 */
export function frameOfRows(
  operations: readonly Operation[],
  columns: number,
  height: number,
): { output: string; height: number } | undefined {
  const rows = new Array<string>(height).fill('');
  for (const { type, x, y, text, transformers } of operations) {
    if (type !== 'write' || x !== 0 || y === undefined || text === undefined) return undefined;
    const wide = columnsOf(text);
    if (transformers?.length !== 0 || wide < 0 || wide > columns || rows[y] !== '') return undefined;
    rows[y] = anchored(text.trimEnd());
  }
  return { output: rows.join('\n'), height };
}
