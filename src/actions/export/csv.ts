import { CASE_FIELD_NAMES, type CaseFieldName, formOf } from '../../domain/case-fields.ts';
import type { CaseSummary } from '../summaries.ts';

const iso = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString());

/** The columns of the table, one row per case; names as in a query. */
const COLUMNS: Readonly<Record<string, (summary: CaseSummary) => string>> = {
  number: ({ case: one }) => String(one.number),
  subject: ({ case: one }) => one.subject,
  status: ({ case: one }) => one.status,
  priority: ({ case: one }) => one.priority,
  kind: ({ case: one }) => one.kind,
  topic: ({ case: one }) => one.topic ?? '',
  mood: ({ case: one }) => one.mood ?? '',
  channel: ({ case: one }) => one.channel,
  customer: ({ customer }) => customer?.name ?? '',
  emails: (summary) => pointsOf(summary, 'email'),
  phones: (summary) => pointsOf(summary, 'phone'),
  segment: ({ customer }) => customer?.segment ?? '',
  language: ({ customer }) => customer?.language ?? '',
  tags: ({ tags }) => tags.join(' '),
  product: ({ case: one }) => one.product ?? '',
  department: ({ case: one }) => one.department ?? '',
  createdAt: ({ case: one }) => iso(one.createdAt),
  updatedAt: ({ case: one }) => iso(one.updatedAt),
  waitingSince: ({ case: one }) => iso(one.waitingSince),
  solvedAt: ({ case: one }) => iso(one.solvedAt),
  snooze: ({ case: one }) => one.snooze?.mode ?? '',
  snoozedUntil: ({ case: one }) => iso(one.snooze?.until ?? null),
  messages: ({ messages }) => String(messages),
  unread: ({ case: one }) => String(one.unread),
  ...Object.fromEntries(CASE_FIELD_NAMES.map((name) => [name, (summary: CaseSummary) => ownField(summary, name)])),
};

/** Lines come one after the other; a sum with its currency. */
function ownField({ own }: CaseSummary, name: CaseFieldName): string {
  return formOf(name) === 'lines' ? own.steps.map(({ text }) => text).join('; ') : (own.values[name] ?? '');
}

const pointsOf = ({ customer }: CaseSummary, kind: string): string =>
  (customer?.points ?? [])
    .filter((point) => point.kind === kind)
    .map((point) => point.value)
    .join(', ');

/** The first line; the mark before it tells spreadsheets that the letters are UTF-8. */
export const csvHead = (): string => `\uFEFF${Object.keys(COLUMNS).join(',')}\r\n`;

/** A case as a line (RFC 4180). */
export const csvRow = (summary: CaseSummary): string =>
  `${Object.values(COLUMNS)
    .map((text) => cell(text(summary)))
    .join(',')}\r\n`;

/** What a spreadsheet would take for a formula gets a ' before it: a customer's subject must not run there. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
