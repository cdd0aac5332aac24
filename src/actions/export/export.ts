import type { Context } from '../../context.ts';
import { parseQuery } from '../../domain/query.ts';
import { entriesOf } from '../../store/entries.ts';
import { findNumbers } from '../../store/lists.ts';
import { readSummaries } from '../summaries.ts';
import { csvHead, csvRow } from './csv.ts';
import { mboxMail } from './mbox.ts';
import { exportRecords } from './records.ts';

export const EXPORT_FORMATS = ['jsonl', 'csv', 'mbox'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Rows read at a time. */
const CHUNK = 500;

/**
 * What a query finds (null: all that the desk holds), piece by piece as it is read: memory holds one case, or one mail.
 * Throws `bad-query`.
 */
export function exportPieces(
  context: Context,
  format: ExportFormat,
  query: string | null,
): Generator<string | Uint8Array> {
  const wanted = parseQuery(query ?? '');
  const sorted = query === null ? { ...wanted, sort: 'number' as const } : wanted;
  const numbers = findNumbers(context.store, sorted, context.now(), Number.MAX_SAFE_INTEGER);
  if (format === 'csv') return csv(context, numbers);
  return format === 'mbox' ? mbox(context, numbers) : jsonl(context, numbers, query === null);
}

function* jsonl(context: Context, numbers: readonly number[], whole: boolean): Generator<string> {
  for (const record of exportRecords(context, numbers, whole)) yield `${JSON.stringify(record)}\n`;
}

function* csv(context: Context, numbers: readonly number[]): Generator<string> {
  yield csvHead();
  for (let at = 0; at < numbers.length; at += CHUNK)
    yield readSummaries(context, numbers.slice(at, at + CHUNK))
      .map(csvRow)
      .join('');
}

function* mbox({ store }: Context, numbers: readonly number[]): Generator<Uint8Array> {
  for (const number of numbers)
    for (const entry of entriesOf(store, number)) {
      const raw = entry.received === null ? null : store.raw().read(entry.received);
      if (raw !== null) yield mboxMail(entry, raw);
    }
}
