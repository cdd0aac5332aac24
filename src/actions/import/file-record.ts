import { createHash } from 'node:crypto';
import type { RecordCase } from '../../domain/incoming.ts';
import { caseWithUid, getCase, workingCase } from '../../store/cases.ts';
import { entryWithIdentity, entryWithUid } from '../../store/messages.ts';
import type { Store } from '../../store/open.ts';
import { isRemoved } from '../../store/tombstones.ts';
import type { Writing } from '../../store/writing.ts';
import type { Filing } from './filing.ts';
import { openRecord } from './record-case.ts';
import { insertRecordEntries, type NamedEntry } from './record-entries.ts';
import { noteNews, stateOf } from './settle-case.ts';

/**
 * Files a case of desk's own JSONL. One that is there already (by its uid, or by words of it) gets the entries that it
 * does not have yet, and nothing else: what an agent has made of it since stays.
 */
export function fileRecord(writing: Writing, filing: Filing, record: RecordCase): void {
  const { tally } = filing;
  if (isForgottenRecord(writing.store, record)) {
    tally.forgotten += Math.max(1, messagesIn(record));
    return;
  }
  const all = withIdentities(record);
  const named = all.filter((one) => !isForgottenEntry(writing.store, one));
  tally.forgotten += all.length - named.length;
  if (named.length === 0 && all.length > 0) return;
  const fresh = named.filter((one) => knownEntry(writing, one) === null);
  const known = caseOf(writing, record, named, fresh);
  const messages = fresh.filter(({ entry }) => entry.type === 'message').length;
  tally.added += messages;
  tally.unchanged += named.filter(({ entry }) => entry.type === 'message').length - messages;
  if (known === null) {
    insertRecordEntries(writing, filing, openRecord(writing, filing, record, uidOf(record)), record, fresh);
  } else if (fresh.length > 0) {
    const before = stateOf(writing.store, known);
    insertRecordEntries(writing, filing, known, record, fresh);
    tally.casesUpdated.add(known);
    noteNews(writing, known, before);
  }
}

const messagesIn = (record: RecordCase): number => record.entries.filter(({ type }) => type === 'message').length;

/** Was this case, or its customer, forgotten? */
const isForgottenRecord = (store: Store, record: RecordCase): boolean =>
  isRemoved(store, 'case', uidOf(record)) ||
  (record.customer.uid !== undefined && isRemoved(store, 'customer', record.customer.uid));

const isForgottenEntry = (store: Store, { entry, identity }: NamedEntry): boolean =>
  (entry.uid !== undefined && isRemoved(store, 'entry', entry.uid)) ||
  (identity !== null && isRemoved(store, 'mail', identity));

function knownEntry({ store }: Writing, { entry, identity }: NamedEntry): { case: number } | null {
  const same = entry.uid === undefined ? null : entryWithUid(store, entry.uid);
  return same ?? (identity === null ? null : entryWithIdentity(store, identity));
}

/** The case that the record is about, followed to where it was merged; null when it is new. */
function caseOf(
  writing: Writing,
  record: RecordCase,
  named: readonly NamedEntry[],
  fresh: readonly NamedEntry[],
): number | null {
  const byUid = caseWithUid(writing.store, uidOf(record));
  // a merged record has no words of its own to go anywhere
  if (byUid !== null) return record.mergedInto === undefined ? workingCase(writing.store, byUid).number : byUid;
  // with a uid it is another case, unless there is nothing in it that is not here
  if (record.uid !== undefined && (fresh.length > 0 || named.length === 0)) return null;
  const at = named.map((one) => knownEntry(writing, one)).find((one) => one !== null);
  return at === undefined ? null : getCase(writing.store, at.case).number;
}

const hash = (...parts: unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify(['desk record 1', ...parts]))
    .digest('hex');

/** The record's own uid; without one its content is its name, so that the same line again is the same case. */
const uidOf = (record: RecordCase): string => record.uid ?? hash('case', record);

/**
 * The same record again gives the same identities: by the case's own uid, else by subject and customer. An entry that
 * brings a uid needs no other, and keeps the identity it had.
 */
function withIdentities(record: RecordCase): NamedEntry[] {
  const name = record.uid ?? [record.subject, record.customer.name, record.customer.emails];
  const seen = new Map<string, number>();
  return record.entries.map((entry) => {
    if (entry.uid !== undefined) return { entry, identity: entry.identity ?? null };
    const words = hash(name, entry.type, entry.party, entry.at, entry.text);
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return { entry, identity: nth === 1 ? words : hash(words, nth) };
  });
}
