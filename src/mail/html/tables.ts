import type { DomNode, FormatCallback } from 'html-to-text';
import { isHidden } from './hidden.ts';
import { attribute, isBlankNode, isTag } from './page.ts';

/** Columns fit a terminal of 80; what is wider is written row by row. */
const WIDEST = 76;
const GAP = 2;
const MOST_ROWS = 500;
const MOST_COLUMNS = 12;
/** Letters in one cell of a table of data; more is a page laid out with a table. */
const LONGEST_CELL = 300;
const DEEPEST_CELL = 30;

/** A table: data in columns, a layout as the blocks it places. */
export const table: FormatCallback = (elem, walk, builder) => {
  const rows = dataRows(elem);
  if (rows === null) {
    builder.openBlock({ leadingLineBreaks: 1 });
    walk(elem.children, builder);
    builder.closeBlock({ trailingLineBreaks: 1 });
    return;
  }
  builder.openTable();
  for (const row of rows) {
    builder.openTableRow();
    for (const cell of row) {
      builder.openTableCell();
      walk(cell.children, builder);
      builder.closeTableCell();
    }
    builder.closeTableRow();
  }
  const tableToString = (cells: readonly (readonly { readonly text: string }[])[]): string =>
    inColumns(cells.map((row) => row.map(({ text }) => text.replace(/\s+/g, ' ').trim())));
  builder.closeTable({ tableToString, leadingLineBreaks: 2, trailingLineBreaks: 2 });
};

/** The cells of a table of data, or null: one column or row, tables within, long cells, text outside of cells. */
function dataRows(elem: DomNode): DomNode[][] | null {
  if (attribute(elem, 'role') === 'presentation') return null;
  const rows = rowsIn(elem, 0);
  if (rows === null || rows.length < 2 || rows.length > MOST_ROWS) return null;
  const cells = rows.map((row) => row.children.filter((node) => isTag(node) && !isHidden(node)));
  const widest = Math.max(...cells.map((row) => row.length));
  if (widest < 2 || widest > MOST_COLUMNS) return null;
  const strays = rows.some((row) =>
    row.children.some((node) => !isBlankNode(node) && !/^t[dh]$/.test(node.name ?? '')),
  );
  if (strays || cells.flat().some((cell) => lettersIn(cell, DEEPEST_CELL) > LONGEST_CELL)) return null;
  return cells;
}

function rowsIn(elem: DomNode, depth: number): DomNode[] | null {
  const rows: DomNode[] = [];
  for (const node of elem.children) {
    if (isBlankNode(node) || (isTag(node) && isHidden(node))) continue;
    if (node.name === 'tr') rows.push(node);
    else if (depth === 0 && /^t(?:head|body|foot)$/.test(node.name ?? '')) {
      const inner = rowsIn(node, 1);
      if (inner === null) return null;
      rows.push(...inner);
    } else if (node.name !== 'colgroup' && node.name !== 'col') return null;
    if (rows.length > MOST_ROWS) return null;
  }
  return rows;
}

/** How many letters stand in a cell; Infinity when it holds what has no place in a line. */
function lettersIn(node: DomNode, deepest: number): number {
  if (node.type === 'text') return (node.data ?? '').trim().length;
  if (!isTag(node)) return 0;
  if (deepest === 0 || /^(?:table|ul|ol|blockquote|pre|hr)$/.test(node.name ?? '')) return Number.POSITIVE_INFINITY;
  let letters = 0;
  for (const child of node.children) {
    letters += lettersIn(child, deepest - 1);
    if (letters > LONGEST_CELL) break;
  }
  return letters;
}

/** Rows of cells under each other; too wide for a terminal: cells behind each other, row by row. */
export function inColumns(all: readonly (readonly string[])[]): string {
  const rows = all.filter((row) => row.some((cell) => cell !== ''));
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) => Math.max(...rows.map((row) => cellsOf(row[at] ?? ''))));
  const width = widths.reduce((sum, one) => sum + one + GAP, -GAP);
  if (width > WIDEST) return rows.map((row) => row.filter((cell) => cell !== '').join(' | ')).join('\n');
  const pad = (cell: string, at: number): string => cell + ' '.repeat((widths[at] ?? 0) - cellsOf(cell) + GAP);
  return rows.map((row) => row.map(pad).join('').trimEnd()).join('\n');
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;

/** Cells of a terminal, nearly: marks take none, East Asian letters two. The screen cleans and measures again. */
const cellsOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\p{M}\p{Cf}]/u.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1), 0);
