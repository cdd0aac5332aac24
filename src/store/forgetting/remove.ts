import { DeskError } from '../../domain/errors.ts';
import type { Store } from '../open.ts';
import { indexAgain } from '../search.ts';
import { prepared } from '../statements.ts';
import { leaveTombstone } from '../tombstones.ts';
import { dropCollected } from './collected.ts';
import { keepAnonymousEvents, keepFigures, keepPromises } from './figures.ts';
import { blankActions, dropImages, dropImagesOfCase } from './journal.ts';
import { dropLent } from './lent.ts';
import type { Person } from './person.ts';
import { isJournaled, keyImage, type Tie } from './ties.ts';

type Ties = ReadonlyMap<string, readonly Tie[]>;

interface EntryRow {
  readonly id: number;
  readonly uid: string;
  readonly identity: string | null;
  readonly received: string | null;
  readonly message_id: string | null;
  /** of an answer of ours */
  readonly sent: string | null;
}

/**
 * Removes a case with all that hangs on it, in the transaction of the caller; what figures need stays, and tombstones for
 * what may come again. Throws `forget-sending` while a message of it is being handed over to a server.
 */
export function removeCase(
  store: Store,
  ties: Ties,
  person: Person,
  number: number,
  how: {
    readonly targets: string | null;
    readonly now: number;
  },
): void {
  const { now, targets } = how;
  refuseSending(store, number, now);
  const entries = prepared<[number], EntryRow>(
    store,
    `SELECT e.id, e.uid, e.identity, e.received, e.message_id, o.message_id AS sent
       FROM entries e LEFT JOIN outbox o ON o.entry = e.id WHERE e.case_number = ?`,
  ).all(number);
  const touched = new Set(dropImagesOfCase(store, number));
  const uid = prepared<[number], { uid: string }>(store, 'SELECT uid FROM cases WHERE number = ?').get(number)?.uid;
  if (uid !== undefined) {
    keepFigures(store, number, person.id, targets);
    leaveTombstone(store, 'case', uid, now);
  }
  for (const entry of entries) leaveForEntry(store, entry, now);
  rememberRaw(store, number);
  keepAnonymousEvents(store, number);
  for (const { id } of entries) removeOwned(store, ties, 'entries', 'id', id, touched);
  removeRows(store, ties, { table: 'entries', column: 'case_number', key: ['id'] }, number, touched);
  removeOwned(store, ties, 'cases', 'number', number, touched);
  removeRows(store, ties, { table: 'cases', column: 'number', key: ['number'] }, number, touched);
  indexAgain(
    store,
    entries.map(({ id }) => id),
    number,
  );
  blankActions(store, touched, person);
}

/**
 * What is known only as long as the journal tells who she was: where she was reached before, what others had of her, and
 * `naming`, the actions that name her though they had changed nothing of hers. Comes first: after a kill it is known no more.
 */
export function removeTold(store: Store, person: Person, naming: readonly number[], now: number): void {
  for (const { kind, normal } of person.points) leaveTombstone(store, kind, normal, now);
  blankActions(store, [...dropLent(store, person), ...naming], person);
  dropCollected(store, person, now);
}

/** Removes the customer herself, those who were merged into her, and what hangs on them; their cases have gone before. */
export function removeCustomers(store: Store, ties: Ties, person: Person, now: number): void {
  const { points, customers } = person;
  const ids = JSON.stringify([...customers]);
  const uids = prepared<[string], { uid: string }>(
    store,
    'SELECT uid FROM customers WHERE id IN (SELECT value FROM json_each(?))',
  ).all(ids);
  for (const { uid } of uids) leaveTombstone(store, 'customer', uid, now);
  for (const { kind, normal } of points) leaveTombstone(store, kind, normal, now);
  keepPromises(store, ids);
  const touched = new Set<number>();
  for (const id of customers) {
    removeOwned(store, ties, 'customers', 'id', id, touched);
    removeRows(store, ties, { table: 'customers', column: 'id', key: ['id'] }, id, touched);
  }
  const addresses = JSON.stringify(points.map(({ normal }) => normal));
  prepared(store, 'DELETE FROM blocked_senders WHERE address IN (SELECT value FROM json_each(?))').run(addresses);
  blankActions(store, touched, person);
}

/** Where a sender has taken the message and may still hand it over, nobody can say whether it leaves. */
function refuseSending(store: Store, number: number, now: number): void {
  const row = prepared<[number, number], unknown>(
    store,
    `SELECT 1 FROM entries e JOIN outbox o ON o.entry = e.id
      WHERE e.case_number = ? AND o.state = 'sending' AND o.claimed_until > ?`,
  ).get(number, now);
  if (row !== undefined) throw new DeskError('busy', 'forget-sending', { number });
}

/** Leaves tombstones for an entry, so that none of what it came from makes it again. */
function leaveForEntry(store: Store, entry: Omit<EntryRow, 'id'>, now: number): void {
  leaveTombstone(store, 'entry', entry.uid, now);
  if (entry.identity !== null) leaveTombstone(store, 'mail', entry.identity, now);
  if (entry.received !== null) leaveTombstone(store, 'raw', entry.received, now);
  if (entry.message_id !== null) leaveTombstone(store, 'message-id', entry.message_id, now);
  if (entry.sent !== null) leaveTombstone(store, 'sent', entry.sent, now);
}

/** The raw mails of a case, files that go or went with its answers, and those that a draft has. */
function rememberRaw(store: Store, number: number): void {
  prepared(
    store,
    `INSERT OR IGNORE INTO forgotten_raw (sha256)
     SELECT received FROM entries WHERE case_number = @number AND received IS NOT NULL
     UNION SELECT p.sha256 FROM entries e JOIN parts p ON p.entry = e.id WHERE e.case_number = @number
     UNION SELECT json_extract(p.value, '$.sha256') FROM drafts d, json_each(d.head, '$.parts') p
      WHERE d.case_number = @number AND json_extract(p.value, '$.sha256') IS NOT NULL`,
  ).run({ number });
}

/** Removes all rows that name one of these, and what hangs on those. */
function removeOwned(
  store: Store,
  ties: Ties,
  table: string,
  column: string,
  value: unknown,
  touched: Set<number>,
): void {
  for (const tie of ties.get(table) ?? []) if (tie.to === column) removeRows(store, ties, tie, value, touched);
}

function removeRows(
  store: Store,
  ties: Ties,
  { table, column, key }: Pick<Tie, 'table' | 'column' | 'key'>,
  value: unknown,
  touched: Set<number>,
): void {
  const below = ties.get(table) ?? [];
  const [own] = below;
  if (own !== undefined && table !== 'cases' && table !== 'customers' && table !== 'entries') {
    const rows = prepared<unknown[], { value: unknown }>(
      store,
      `SELECT "${own.to}" AS value FROM ${table} WHERE "${column}" = ?`,
    ).all(value);
    for (const row of rows) removeOwned(store, ties, table, own.to, row.value, touched);
  }
  if (isJournaled(table)) {
    const keys = prepared<unknown[], { key: string }>(
      store,
      `SELECT ${keyImage(key)} AS key FROM ${table} WHERE "${column}" = ?`,
    ).all(value);
    if (keys.length > 0)
      for (const action of dropImages(
        store,
        table,
        keys.map((row) => row.key),
      ))
        touched.add(action);
  }
  prepared(store, `DELETE FROM ${table} WHERE "${column}" = ?`).run(value);
}

/** Rows that undo or redo could bring back go, with tombstones for what may come again, as if they had been there. */
export function removeGone(store: Store, person: Person, table: string, keys: readonly string[], now: number): void {
  const images = prepared<[string, string], Image>(
    store,
    `SELECT json_extract(before, '$.uid') AS uid, json_extract(before, '$.identity') AS identity,
            json_extract(before, '$.received') AS received, json_extract(before, '$.message_id') AS message_id,
            json_extract(before, '$.sha256') AS sha256 FROM changes
      WHERE tbl = ? AND op = 'delete' AND key IN (SELECT value FROM json_each(?))`,
  ).all(table, JSON.stringify(keys));
  for (const { sha256, ...image } of images) {
    const { uid, received } = image;
    if (table === 'entries' && uid !== null) leaveForEntry(store, { ...image, uid, sent: null }, now);
    if ((table === 'cases' || table === 'customers') && uid !== null)
      leaveTombstone(store, table === 'cases' ? 'case' : 'customer', uid, now);
    for (const hash of [sha256, received])
      if (hash !== null) prepared(store, 'INSERT OR IGNORE INTO forgotten_raw (sha256) VALUES (?)').run(hash);
  }
  if (table === 'cases')
    for (const key of keys) {
      const number = numberIn(key);
      const isHere = prepared<[number], unknown>(store, 'SELECT 1 FROM cases WHERE number = ?').get(number);
      if (isHere === undefined) blankActions(store, dropImagesOfCase(store, number), person);
      if (isHere === undefined) keepAnonymousEvents(store, number);
    }
  blankActions(store, dropImages(store, table, keys), person);
}

interface Image {
  readonly uid: string | null;
  readonly identity: string | null;
  readonly received: string | null;
  readonly message_id: string | null;
  readonly sha256: string | null;
}

const numberIn = (key: string): number => Number(/\d+/.exec(key)?.[0] ?? 0);
