import type { RecordCase } from '../../domain/incoming.ts';
import { standing } from '../../domain/standing.ts';
import { asTag } from '../../domain/tag.ts';
import { tieAsBefore } from '../../store/case-ties.ts';
import { caseWithUid, getCase, insertCase, setTags, updateCase } from '../../store/cases.ts';
import { insertDraft } from '../../store/drafts.ts';
import type { Writing } from '../../store/writing.ts';
import type { Filing } from './filing.ts';
import { customerOfRecord } from './people.ts';
import { isThanks } from './record-entries.ts';

/** A new case from a record; what the record does not say of itself is worked out from its entries. */
export function openRecord(writing: Writing, filing: Filing, record: RecordCase, uid: string): number {
  const { tally } = filing;
  const found = workedOut(filing, record);
  const { status } = found;
  const done = status === 'solved' || status === 'closed';
  const createdAt = record.createdAt === undefined ? found.createdAt : record.createdAt;
  const number = insertCase(writing, {
    uid,
    number: record.number,
    subject: record.subject,
    kind: record.kind,
    topic: record.topic ?? null,
    mood: record.mood ?? null,
    status,
    priority: record.priority,
    channel: record.channel,
    customer: customerOfRecord(writing, filing, record.customer),
    product: record.product ?? null,
    department: record.department ?? null,
    createdAt,
    updatedAt: record.updatedAt === undefined ? found.lastAt : record.updatedAt,
    waitingSince: record.waitingSince === undefined ? found.waitingSince : record.waitingSince,
    solvedAt: record.solvedAt === undefined ? found.solvedAt : record.solvedAt,
    snooze: record.snooze ?? null,
    unread: record.unread ?? (status === 'new' || status === 'open'),
    touchedAt: record.touchedAt ?? null,
  });
  const tags = record.tags.map(asTag).filter((tag) => tag !== null);
  setTags(writing, number, tags, createdAt);
  for (const { type, text, template, head } of record.drafts ?? [])
    insertDraft(writing, {
      ...{ case: number, type, text, template: template ?? null, head: head ?? {} },
      ...{ caseVersion: 1, updatedAt: writing.now },
    });
  mergeAsBefore(writing, number, record);
  tieAsBefore(writing, number, record);
  tally.casesAdded.add(number);
  if (done) tally.solved += 1;
  return number;
}

/** Whose turn it is, from who spoke last; a status that the record names is not guessed from its age. */
function workedOut(filing: Filing, record: RecordCase) {
  const spoken = record.entries.map((entry) => ({
    ...entry,
    automatic: entry.automatic ?? null,
    thanks: isThanks(entry),
  }));
  const stands = standing(spoken, record.status === undefined ? filing.solvedBefore : null);
  const status = record.status ?? stands.status;
  const done = status === 'solved' || status === 'closed';
  const dates = record.entries.flatMap((entry) => (entry.at === null ? [] : [entry.at]));
  const createdAt = dates.length === 0 ? null : Math.min(...dates);
  const lastAt = dates.length === 0 ? null : Math.max(...dates);
  const waitingSince = done || status === 'pending' ? null : stands.waitingSince;
  return { status, createdAt, lastAt, waitingSince, solvedAt: done ? lastAt : null };
}

/** A number that led to another case leads there again. */
function mergeAsBefore(writing: Writing, number: number, { mergedInto, updatedAt }: RecordCase): void {
  const target = mergedInto === undefined ? null : caseWithUid(writing.store, mergedInto);
  if (target === null) return;
  updateCase(writing, getCase(writing.store, number), { mergedInto: target, updatedAt: updatedAt ?? null });
}
