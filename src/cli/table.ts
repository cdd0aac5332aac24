import { type Clean, clean } from '../text/clean.ts';
import { pad, width } from '../text/width.ts';
import { join, type Line } from './style.ts';

/** One column: how wide, and what stands in it for an item. */
export interface Column<Item> {
  readonly columns: number;
  readonly text: (item: Item) => Clean;
  readonly paint?: (item: Item, text: Clean) => Line;
  readonly align?: 'left' | 'right';
}

const BLANKS = clean('  ', 'line');
const DASH = clean('-', 'line');

/** A row for a terminal: every column cut or filled to its width, two blanks between; the last one only cut. */
export function fittedRow<Item>(columns: readonly Column<Item>[], item: Item): Line {
  return join(
    columns.map((column, index) => {
      const padded = pad(column.text(item), column.columns, column.align);
      const text = index === columns.length - 1 ? clean(padded.trimEnd(), 'line') : padded;
      return column.paint === undefined ? text : column.paint(item, text);
    }),
    BLANKS,
  );
}

/**
 * A row for a pipe: nothing is cut, at least two blanks stand between columns and never inside one, and an empty one is
 * `-`; so `awk -F '  +'` finds them.
 */
export function pipedRow<Item>(columns: readonly Column<Item>[], item: Item): Line {
  return join(
    columns.map((column, index) => {
      const single = column.text(item).replace(/ {2,}/g, ' ').trim();
      const text = single === '' ? DASH : clean(single, 'line');
      return index === columns.length - 1 || width(text) >= column.columns ? text : pad(text, column.columns);
    }),
    BLANKS,
  );
}

/** The columns the widest of these texts needs. */
export const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => width(text)));
