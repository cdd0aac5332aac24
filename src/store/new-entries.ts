import { type Entry, normalAddress } from '../domain/entry.ts';
import { problemText } from '../domain/problem.ts';
import { addEvent } from './events.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

export interface NewEntry extends Omit<Entry, 'id' | 'delivery' | 'thanks' | 'filedOnly' | 'authenticated'> {
  readonly filedOnly?: Entry['filedOnly'];
  readonly authenticated?: Entry['authenticated'];
  /** ms; when it came, for a live mail */
  readonly cameAt?: number | null;
  /** left out: it says more than thanks */
  readonly thanks?: boolean;
  /** what makes it the same mail as another; null for what was made here */
  readonly identity: string | null;
  /** Message-IDs of the messages it answers, nearest first, without < > */
  readonly parents: readonly string[];
}

/** What an entry that is written here differs by: where it stands, what it is and what it says. */
type WrittenHere = Pick<NewEntry, 'uid' | 'case' | 'type' | 'channel' | 'text'> & Partial<NewEntry>;

/** An entry that came from no mail: the agent's own words, now, to nobody yet. */
export const writtenHere = (writing: Writing, entry: WrittenHere): NewEntry => ({
  party: 'agent',
  direction: null,
  at: writing.now,
  atSource: 'clock',
  author: writing.agent,
  subject: null,
  quoted: '',
  minutes: null,
  automatic: null,
  problem: null,
  messageId: null,
  received: null,
  identity: null,
  parents: [],
  addresses: [],
  parts: [],
  ...entry,
});

/** Writes an entry with its addresses, parts and references; a message leaves an event in the case. */
export function insertEntry(writing: Writing, entry: NewEntry): number {
  const { store } = writing;
  const id = Number(
    prepared(
      store,
      `INSERT INTO entries (uid, case_number, type, party, direction, channel, at, at_source, author, subject, text, quoted,
         minutes, automatic, problem, message_id, received, identity, thanks, filed_only, authenticated, came_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      entry.uid,
      entry.case,
      entry.type,
      entry.party,
      entry.direction,
      entry.channel,
      entry.at,
      entry.atSource,
      entry.author,
      entry.subject,
      entry.text,
      entry.quoted,
      entry.minutes,
      entry.automatic,
      entry.problem === null ? null : problemText(entry.problem),
      entry.messageId,
      entry.received,
      entry.identity,
      entry.thanks === true ? 1 : 0,
      entry.filedOnly ?? null,
      entry.authenticated ?? null,
      entry.cameAt ?? null,
    ).lastInsertRowid,
  );
  const address = prepared(
    store,
    'INSERT INTO entry_addresses (entry, position, role, name, address, normal) VALUES (?, ?, ?, ?, ?, ?)',
  );
  entry.addresses.forEach((one, position) => {
    address.run(id, position, one.role, one.name, one.address, normalAddress(one.address));
  });
  const part = prepared(
    store,
    'INSERT INTO parts (entry, n, name, type, size, sha256, cid) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const one of entry.parts) part.run(id, one.n, one.name, one.type, one.size, one.sha256, one.cid);
  const reference = prepared(
    store,
    'INSERT OR IGNORE INTO message_refs (entry, position, message_id) VALUES (?, ?, ?)',
  );
  const named = entry.messageId === null ? [] : [{ messageId: entry.messageId, position: 0 }];
  for (const one of [...named, ...entry.parents.map((messageId, index) => ({ messageId, position: index + 1 }))])
    reference.run(id, one.position, one.messageId);
  if (entry.type !== 'event')
    addEvent(writing, {
      at: entry.at,
      case: entry.case,
      field: entry.type,
      old: null,
      new: entry.direction ?? 'private',
    });
  return id;
}

/** Takes an entry out, with what hangs on it: a message that was taken back before it left. */
export function removeEntry(writing: Writing, id: number): void {
  // by themselves, so that each is journaled with its case
  for (const table of ['outbox', 'merge_entries'])
    prepared(writing.store, `DELETE FROM ${table} WHERE entry = ?`).run(id);
  prepared(writing.store, 'DELETE FROM entries WHERE id = ?').run(id);
}

/** Puts these entries into another case. */
export function moveEntries(writing: Writing, entries: readonly number[], to: number): void {
  const move = prepared(writing.store, 'UPDATE entries SET case_number = ? WHERE id = ?');
  for (const entry of entries) move.run(to, entry);
}

export function setDirection(writing: Writing, id: number, direction: 'in' | 'out', party: 'customer' | 'agent'): void {
  prepared(writing.store, 'UPDATE entries SET direction = ?, party = ? WHERE id = ?').run(direction, party, id);
}
