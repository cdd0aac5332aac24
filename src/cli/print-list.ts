import { type ListRow, readRows } from '../actions/read-cases.ts';
import { readSummaries } from '../actions/summaries.ts';
import { clean } from '../text/clean.ts';
import type { Session } from './command.ts';
import type { Io } from './io.ts';
import { caseJson } from './json-case.ts';
import { fittedColumns, pipedColumns } from './list-columns.ts';
import { type Column, fittedRow, pipedRow } from './table.ts';

/** Rows read at a time: a list of a million cases must not be a million rows in memory. */
const CHUNK = 500;

/** Rows looked for first: all a terminal can want at once, and little for a reader that may leave after a line. */
export const firstPage = (io: Io): number => (io.outIsTerminal ? CHUNK : 50);

/**
 * Prints these cases in this order, piece by piece, until nobody reads any more: fitted to a terminal, whole in a pipe, or
 * as JSON. Gives how many there were.
 */
export async function printList(session: Session, pages: Iterable<readonly number[]>): Promise<number> {
  const { context, words, io, printer, globals } = session;
  const now = context.now();
  const list = globals.json ? printer.jsonList() : null;
  let columns: Column<ListRow>[] | null = null;
  let printed = 0;
  for (const numbers of chunked(pages)) {
    if (list !== null) for (const summary of readSummaries(context, numbers)) list.item(caseJson(summary));
    else {
      const rows = readRows(context, numbers);
      columns ??= io.outIsTerminal ? fittedColumns(words, now, io.columns, rows) : pipedColumns(words, now);
      for (const row of rows) printer.line(io.outIsTerminal ? fittedRow(columns, row) : pipedRow(columns, row));
    }
    printed += numbers.length;
    await io.drained();
    if (io.outClosed()) break;
  }
  list?.end();
  return printed;
}

/** Prints the numbers alone, a line each, until nobody reads any more; gives how many there were. */
export async function printNumbers({ io, printer }: Session, pages: Iterable<readonly number[]>): Promise<number> {
  let printed = 0;
  for (const numbers of chunked(pages)) {
    for (const number of numbers) printer.line(clean(String(number), 'line'));
    printed += numbers.length;
    await io.drained();
    if (io.outClosed()) break;
  }
  return printed;
}

function* chunked(pages: Iterable<readonly number[]>): Generator<readonly number[]> {
  for (const numbers of pages) for (let at = 0; at < numbers.length; at += CHUNK) yield numbers.slice(at, at + CHUNK);
}
