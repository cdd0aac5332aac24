import { createHash } from 'node:crypto';
import type { RecordCase, RecordEntry } from '../../domain/incoming.ts';
import { standing } from '../../domain/standing.ts';
import { asTag } from '../../domain/tag.ts';
import { caseWithUid, insertCase, setTags } from '../../store/cases.ts';
import { entryWithIdentity } from '../../store/messages.ts';
import { insertEntry } from '../../store/new-entries.ts';
import type { Writing } from '../../store/writing.ts';
import type { Filing } from './filing.ts';
import { customerOfRecord } from './people.ts';
import { noteNews, stateOf } from './settle-case.ts';

interface NamedEntry {
  readonly entry: RecordEntry;
  readonly identity: string;
}

/**
 * Files a case of desk's own JSONL. One that is there already (by its uid, or by words of it) gets the entries that it
 * does not have yet, and nothing else: what an agent has made of it since stays.
 */
export function fileRecord(writing: Writing, filing: Filing, record: RecordCase): void {
  const { tally } = filing;
  const named = withIdentities(record);
  const fresh = named.filter(({ identity }) => entryWithIdentity(writing.store, identity) === null);
  const known = caseOf(writing, record, named);
  const messages = fresh.filter(({ entry }) => entry.type === 'message').length;
  tally.added += messages;
  tally.unchanged += record.entries.filter((entry) => entry.type === 'message').length - messages;
  if (known === null) {
    insertEntries(writing, filing, openRecord(writing, filing, record), record, fresh);
  } else if (fresh.length > 0) {
    const before = stateOf(writing.store, known);
    insertEntries(writing, filing, known, record, fresh);
    tally.casesUpdated.add(known);
    noteNews(writing, known, before);
  }
}

function caseOf(writing: Writing, record: RecordCase, named: readonly NamedEntry[]): number | null {
  const byUid = caseWithUid(writing.store, uidOf(record));
  if (byUid !== null || record.uid !== undefined) return byUid;
  for (const { identity } of named) {
    const found = entryWithIdentity(writing.store, identity);
    if (found !== null) return found.case;
  }
  return null;
}

function openRecord(writing: Writing, filing: Filing, record: RecordCase): number {
  const { context, tally } = filing;
  const spoken = record.entries.map((entry) => ({ ...entry, automatic: entry.automatic ?? null }));
  // a status that the record names is not guessed from its age
  const stands = standing(spoken, record.status === undefined ? filing.solvedBefore : null);
  const status = record.status ?? stands.status;
  const done = status === 'solved' || status === 'closed';
  const dates = record.entries.flatMap((entry) => (entry.at === null ? [] : [entry.at]));
  const createdAt = dates.length === 0 ? null : Math.min(...dates);
  const lastAt = dates.length === 0 ? null : Math.max(...dates);
  const number = insertCase(writing, {
    uid: uidOf(record),
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
    createdAt,
    updatedAt: lastAt,
    waitingSince: done || status === 'pending' ? null : stands.waitingSince,
    solvedAt: done ? lastAt : null,
    snooze: record.snoozedUntil === undefined ? null : { mode: 'until', until: record.snoozedUntil },
    unread: record.unread ?? (status === 'new' || status === 'open'),
    touchedAt: null,
  });
  const tags = record.tags.map(asTag).filter((tag) => tag !== null);
  setTags(writing, number, tags, createdAt);
  tally.casesAdded.add(number);
  if (done) tally.solved += 1;
  return number;
}

function insertEntries(
  writing: Writing,
  { context }: Filing,
  number: number,
  record: RecordCase,
  named: readonly NamedEntry[],
): void {
  for (const { entry, identity } of named)
    insertEntry(writing, {
      uid: context.newId(),
      case: number,
      type: entry.type,
      party: entry.party,
      direction: entry.direction,
      channel: entry.channel,
      at: entry.at,
      atSource: entry.at === null ? null : 'record',
      author: entry.from?.name || entry.from?.address || (entry.party === 'customer' ? record.customer.name : ''),
      subject: entry.subject ?? null,
      text: entry.text,
      quoted: entry.quoted,
      minutes: entry.minutes ?? null,
      automatic: entry.automatic ?? null,
      problem: null,
      messageId: entry.messageId ?? null,
      received: null,
      identity,
      parents: [],
      addresses: [
        ...(entry.from === undefined ? [] : [{ ...entry.from, role: 'from' as const }]),
        ...entry.to.map((one) => ({ ...one, role: 'to' as const })),
        ...entry.cc.map((one) => ({ ...one, role: 'cc' as const })),
      ],
      parts: [],
    });
}

const hash = (...parts: unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify(['desk record 1', ...parts]))
    .digest('hex');

/** The record's own uid; without one its content is its name, so that the same line again is the same case. */
const uidOf = (record: RecordCase): string => record.uid ?? hash('case', record);

/** The same record again gives the same identities: by the case's own uid, else by subject and customer. */
function withIdentities(record: RecordCase): NamedEntry[] {
  const name = record.uid ?? [record.subject, record.customer.name, record.customer.emails];
  const seen = new Map<string, number>();
  return record.entries.map((entry) => {
    const words = hash(name, entry.type, entry.party, entry.at, entry.text);
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return { entry, identity: nth === 1 ? words : hash(words, nth) };
  });
}
