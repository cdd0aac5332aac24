import { type ListRow, readRows } from '../actions/read-cases.ts';
import { readSummaries } from '../actions/summaries.ts';
import type { Session } from './command.ts';
import { caseJson } from './json-case.ts';
import { fittedColumns, pipedColumns } from './list-columns.ts';
import { type Column, fittedRow, pipedRow } from './table.ts';

/** Rows read at a time: a list of a million cases must not be a million rows in memory. */
const CHUNK = 500;

/** Prints these cases in this order: fitted to a terminal, whole in a pipe, or as JSON. */
export function printList({ context, words, io, printer, globals }: Session, numbers: readonly number[]): void {
  const now = context.now();
  const list = globals.json ? printer.jsonList() : null;
  let columns: Column<ListRow>[] | null = null;
  for (let at = 0; at < numbers.length && !io.outClosed(); at += CHUNK) {
    const chunk = numbers.slice(at, at + CHUNK);
    if (list !== null) {
      for (const summary of readSummaries(context, chunk)) list.item(caseJson(summary));
      continue;
    }
    const rows = readRows(context, chunk);
    columns ??= io.outIsTerminal ? fittedColumns(words, now, io.columns, rows) : pipedColumns(words, now);
    for (const row of rows) printer.line(io.outIsTerminal ? fittedRow(columns, row) : pipedRow(columns, row));
  }
  list?.end();
}
