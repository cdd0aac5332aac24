import { createHash } from 'node:crypto';
import type { RecordCase, RecordEntry } from '../../domain/incoming.ts';
import { standing } from '../../domain/standing.ts';
import { insertCase, setTags } from '../../store/cases.ts';
import { entryWithIdentity, insertEntry } from '../../store/entries.ts';
import type { Writing } from '../../store/writing.ts';
import type { Filing } from './file-mail.ts';
import { customerOfRecord } from './people.ts';

/** Files a case of desk's own JSONL. A case that is there already (same uid, or same words) is only counted. */
export function fileRecord(writing: Writing, filing: Filing, record: RecordCase): void {
  const { context, tally } = filing;
  const messages = record.entries.filter((entry) => entry.type === 'message').length;
  tally.read += messages;
  const identities = record.entries.map((entry, index) => recordIdentity(record, entry, index));
  if (identities.some((identity) => entryWithIdentity(writing.store, identity) !== null)) {
    tally.unchanged += messages;
    return;
  }
  const entries = record.entries.map((entry) => ({ ...entry, automatic: entry.automatic ?? null }));
  const stands = standing(entries, filing.solvedBefore);
  const status = record.status ?? stands.status;
  const done = status === 'solved' || status === 'closed';
  const dates = entries.flatMap((entry) => (entry.at === null ? [] : [entry.at]));
  const lastAt = dates.length === 0 ? null : Math.max(...dates);
  const number = insertCase(writing, {
    uid: record.uid ?? context.newId(),
    subject: record.subject,
    kind: record.kind,
    topic: record.topic ?? null,
    mood: record.mood ?? null,
    status,
    priority: record.priority,
    channel: record.channel,
    customer: customerOfRecord(writing, context, tally, record.customer),
    product: record.product ?? null,
    department: record.department ?? null,
    createdAt: dates.length === 0 ? null : Math.min(...dates),
    updatedAt: lastAt,
    waitingSince: done || status === 'pending' ? null : stands.waitingSince,
    solvedAt: done ? lastAt : null,
    snooze: record.snoozedUntil === undefined ? null : { mode: 'until', until: record.snoozedUntil },
    unread: record.unread ?? (status === 'new' || status === 'open'),
    touchedAt: null,
  });
  setTags(writing, number, record.tags);
  tally.casesAdded.add(number);
  if (done) tally.solved += 1;
  entries.forEach((entry, index) => {
    insertEntry(writing, {
      uid: context.newId(),
      case: number,
      type: entry.type,
      party: entry.party,
      direction: entry.direction,
      channel: entry.channel,
      at: entry.at,
      atSource: entry.at === null ? null : 'record',
      author:
        entry.from === undefined
          ? entry.party === 'customer'
            ? record.customer.name
            : ''
          : entry.from.name || entry.from.address,
      subject: entry.subject ?? null,
      text: entry.text,
      quoted: entry.quoted,
      minutes: entry.minutes ?? null,
      automatic: entry.automatic,
      problem: null,
      messageId: entry.messageId ?? null,
      received: null,
      identity: identities[index] ?? null,
      parents: [],
      addresses: [
        ...(entry.from === undefined ? [] : [{ ...entry.from, role: 'from' as const }]),
        ...entry.to.map((one) => ({ ...one, role: 'to' as const })),
        ...entry.cc.map((one) => ({ ...one, role: 'cc' as const })),
      ],
      parts: [],
    });
  });
  tally.added += messages;
}

/** The same record again gives the same identity: by the case's own uid, else by its words. */
function recordIdentity(record: RecordCase, entry: RecordEntry, index: number): string {
  const name = record.uid ?? JSON.stringify([record.subject, record.customer.name, record.customer.emails]);
  return createHash('sha256')
    .update(JSON.stringify(['desk record 1', name, index, entry.at, entry.text]))
    .digest('hex');
}
