import type { Address, AddressRole, Delivery, Entry, Part } from '../domain/entry.ts';
import { normalAddress } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import { addEvent } from './events.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

export interface NewEntry extends Omit<Entry, 'id' | 'delivery'> {
  /** what makes it the same mail as another; null for what was made here */
  readonly identity: string | null;
  /** Message-IDs of the messages it answers, nearest first, without < > */
  readonly parents: readonly string[];
}

type EntryRow = Omit<Entry, 'addresses' | 'parts' | 'case'> & { case: number };

const COLUMNS = `e.id, e.uid, e.case_number AS "case", e.type, e.party, e.direction, e.channel, e.at, e.at_source AS atSource,
  e.author, e.subject, e.text, e.quoted, e.minutes, e.automatic, e.problem, e.message_id AS messageId, e.received,
  o.state AS delivery`;

/** Writes an entry with its addresses, parts and references; a message leaves an event in the case. */
export function insertEntry(writing: Writing, entry: NewEntry): number {
  const { store } = writing;
  const id = Number(
    prepared(
      store,
      `INSERT INTO entries (uid, case_number, type, party, direction, channel, at, at_source, author, subject, text, quoted,
         minutes, automatic, problem, message_id, received, identity)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      entry.problem,
      entry.messageId,
      entry.received,
      entry.identity,
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

/** The entries of a case in the order of their dates; those without a date stand where they came in. */
export function entriesOf(store: Store, number: number): Entry[] {
  const rows = prepared<[number], EntryRow>(
    store,
    `SELECT ${COLUMNS} FROM entries e LEFT JOIN outbox o ON o.entry = e.id WHERE e.case_number = ? ORDER BY e.id`,
  ).all(number);
  // an unknown date counts as the one before it, so that the order in which things came in is kept
  const order = new Map<number, number>();
  let last = 0;
  for (const row of rows) {
    last = row.at ?? last;
    order.set(row.id, last);
  }
  rows.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0) || a.id - b.id);
  return rows.map((row) => ({ ...row, addresses: addressesOf(store, row.id), parts: partsOf(store, row.id) }));
}

/** The entry with this id; throws `not-found`. */
export function getEntry(store: Store, id: number): Entry {
  const row = prepared<[number], EntryRow>(
    store,
    `SELECT ${COLUMNS} FROM entries e LEFT JOIN outbox o ON o.entry = e.id WHERE e.id = ?`,
  ).get(id);
  if (row === undefined) throw new DeskError('not-found', 'no-such-entry', { id });
  return { ...row, addresses: addressesOf(store, id), parts: partsOf(store, id) };
}

function addressesOf(store: Store, entry: number): (Address & { role: AddressRole })[] {
  return prepared<[number], Address & { role: AddressRole }>(
    store,
    'SELECT role, name, address FROM entry_addresses WHERE entry = ? ORDER BY position',
  ).all(entry);
}

function partsOf(store: Store, entry: number): Part[] {
  return prepared<[number], Part>(
    store,
    'SELECT n, name, type, size, sha256, cid FROM parts WHERE entry = ? ORDER BY n',
  ).all(entry);
}

/** The id of an entry made from the same mail, or null. */
export function entryWithIdentity(store: Store, identity: string): { id: number; case: number } | null {
  return (
    prepared<[string], { id: number; case: number }>(
      store,
      'SELECT id, case_number AS "case" FROM entries WHERE identity = ? LIMIT 1',
    ).get(identity) ?? null
  );
}

/** Is this very raw mail the source of an entry already? */
export function entryFromRaw(store: Store, sha256: string): boolean {
  return (
    prepared<[string], unknown>(store, 'SELECT 1 FROM entries WHERE received = ? LIMIT 1').get(sha256) !== undefined
  );
}

/** The case in which a message with this Message-ID lies, or null. */
export function caseOfMessage(store: Store, messageId: string): number | null {
  const row = prepared<[string], { number: number }>(
    store,
    'SELECT e.case_number AS number FROM message_refs r JOIN entries e ON e.id = r.entry WHERE r.message_id = ? AND r.position = 0 LIMIT 1',
  ).get(messageId);
  return row?.number ?? null;
}

/** The cases whose entries are one of these messages, or name one of them as their parent. */
export function casesNaming(store: Store, messageIds: readonly string[]): number[] {
  const find = prepared<[string], { number: number }>(
    store,
    'SELECT DISTINCT e.case_number AS number FROM message_refs r JOIN entries e ON e.id = r.entry WHERE r.message_id = ?',
  );
  const cases = new Set<number>();
  for (const id of messageIds) for (const row of find.iterate(id)) cases.add(row.number);
  return [...cases];
}

export function moveEntries(writing: Writing, from: number, to: number): void {
  prepared(writing.store, 'UPDATE entries SET case_number = ? WHERE case_number = ?').run(to, from);
}

export function setDirection(writing: Writing, id: number, direction: 'in' | 'out', party: 'customer' | 'agent'): void {
  prepared(writing.store, 'UPDATE entries SET direction = ?, party = ? WHERE id = ?').run(direction, party, id);
}

export interface Outgoing {
  readonly entry: number;
  readonly state: Delivery;
  readonly messageId: string;
  /** JSON: {from, to[], cc[], subject, inReplyTo, references[]} */
  readonly envelope: string;
}

export function insertOutgoing(writing: Writing, outgoing: Outgoing): void {
  prepared(writing.store, 'INSERT INTO outbox (entry, state, message_id, envelope) VALUES (?, ?, ?, ?)').run(
    outgoing.entry,
    outgoing.state,
    outgoing.messageId,
    outgoing.envelope,
  );
}

/** How many outgoing messages are in each state. */
export function outboxCounts(store: Store): { state: Delivery; messages: number }[] {
  return prepared<[], { state: Delivery; messages: number }>(
    store,
    'SELECT state, count(*) AS messages FROM outbox GROUP BY state',
  ).all();
}

/** Imported mails with the address they came from, for a change of our own addresses. */
export function importedMails(store: Store): { id: number; case: number; direction: 'in' | 'out'; from: string }[] {
  return prepared<[], { id: number; case: number; direction: 'in' | 'out'; from: string }>(
    store,
    `SELECT e.id, e.case_number AS "case", e.direction, coalesce(a.normal, '') AS "from"
       FROM entries e LEFT JOIN entry_addresses a ON a.entry = e.id AND a.role = 'from'
      WHERE e.type = 'message' AND e.received IS NOT NULL GROUP BY e.id`,
  ).all();
}
