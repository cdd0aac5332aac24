import type { AtSource } from '../domain/entry.ts';
import { readDate } from './dates.ts';
import { fieldValue, fieldValues, type Header } from './header.ts';

/** The dates a container knows, ms or null. */
export interface DateHints {
  readonly fromLineAt: number | null;
  readonly maildirAt: number | null;
}

/** When a mail was written: Date, else the topmost readable Received, else the container's date, else unknown. */
export function mailDate(header: Header, hints: DateHints): { at: number | null; atSource: AtSource | null } {
  const date = readDate(fieldValue(header, 'date') ?? '');
  if (date !== null) return { at: date, atSource: 'date' };
  for (const received of fieldValues(header, 'received').slice(0, 50)) {
    const at = readDate(received.slice(received.lastIndexOf(';') + 1));
    if (at !== null) return { at, atSource: 'received' };
  }
  if (hints.fromLineAt !== null) return { at: hints.fromLineAt, atSource: 'from-line' };
  if (hints.maildirAt !== null) return { at: hints.maildirAt, atSource: 'maildir' };
  return { at: null, atSource: null };
}
