import type { Address, AddressRole, Entry, Part } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import { problemFromText } from '../domain/problem.ts';
import type { Spoken } from '../domain/standing.ts';
import type { CaseHistory } from './case-history.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

type EntryRow = Omit<Entry, 'addresses' | 'parts' | 'problem' | 'thanks'> & { problem: string | null; thanks: 0 | 1 };
type SpokenRow = Omit<Spoken, 'thanks'> & { readonly id: number; readonly thanks: 0 | 1 };

/** Mails turn round when our addresses change: what we wrote ourselves is no customer's thanks. */
const THANKS = "(e.thanks AND e.party = 'customer') AS thanks";

const COLUMNS = `e.id, e.uid, e.case_number AS "case", e.type, e.party, e.direction, e.channel, e.at, e.at_source AS atSource,
  e.author, e.subject, e.text, e.quoted, e.minutes, e.automatic, ${THANKS}, e.filed_only AS filedOnly, e.authenticated, e.problem, e.message_id AS messageId, e.received,
  o.state AS delivery`;

/** The entries of a case in the order of their dates; those without a date stand where they came in. */
export function entriesOf(store: Store, number: number): Entry[] {
  const rows = prepared<[number], EntryRow>(
    store,
    `SELECT ${COLUMNS} FROM entries e LEFT JOIN outbox o ON o.entry = e.id WHERE e.case_number = ? ORDER BY e.id`,
  ).all(number);
  const addresses = byEntry(
    prepared<[number], Address & { role: AddressRole; entry: number }>(
      store,
      `SELECT a.entry, a.role, a.name, a.address FROM entries e JOIN entry_addresses a ON a.entry = e.id
        WHERE e.case_number = ? ORDER BY a.entry, a.position`,
    ).all(number),
  );
  const parts = byEntry(
    prepared<[number], Part & { entry: number }>(
      store,
      `SELECT p.entry, p.n, p.name, p.type, p.size, p.sha256, p.cid FROM entries e JOIN parts p ON p.entry = e.id
        WHERE e.case_number = ? ORDER BY p.entry, p.n`,
    ).all(number),
  );
  return inTimelineOrder(rows).map((row) => ({
    ...row,
    ...told(row),
    addresses: addresses.get(row.id) ?? [],
    parts: parts.get(row.id) ?? [],
  }));
}

/** What of a case's entries tells whose turn it is, in the order of the timeline: no texts are read for it. */
export function spokenIn(store: Store, number: number): (Spoken & { readonly id: number })[] {
  return inTimelineOrder(
    prepared<[number], SpokenRow>(
      store,
      `SELECT e.id, e.type, e.at, e.party, e.direction, e.automatic, ${THANKS} FROM entries e
        WHERE e.case_number = ? ORDER BY e.id`,
    ).all(number),
  ).map((row) => ({ ...row, thanks: row.thanks === 1 }));
}

/** The same of a history that is read already. */
export const spokenOf = ({ entries }: CaseHistory): (Spoken & { readonly id: number })[] =>
  inTimelineOrder(entries).map(({ id, type, at, party, direction, automatic, thanks }) => ({
    ...{ id, type, at, party, direction, automatic },
    // mails turn round when our addresses change: what we wrote ourselves is no customer's thanks
    thanks: thanks === 1 && party === 'customer',
  }));

/** What SQLite holds in another form than an entry. */
const told = ({ problem, thanks }: EntryRow): Pick<Entry, 'problem' | 'thanks'> => ({
  problem: problem === null ? null : problemFromText(problem),
  thanks: thanks === 1,
});

/** Orders rows that came in by id: an unknown date counts as the one before it, so that it stands where it came in. */
function inTimelineOrder<Row extends { readonly id: number; readonly at: number | null }>(rows: readonly Row[]): Row[] {
  let last = Number.NEGATIVE_INFINITY;
  const dated = rows.map((row) => {
    last = row.at ?? last;
    return { row, at: last };
  });
  return dated.sort((a, b) => (a.at === b.at ? a.row.id - b.row.id : a.at - b.at)).map((one) => one.row);
}

function byEntry<Row extends { readonly entry: number }>(rows: readonly Row[]): Map<number, Omit<Row, 'entry'>[]> {
  const found = new Map<number, Omit<Row, 'entry'>[]>();
  for (const { entry, ...row } of rows) {
    const list = found.get(entry);
    if (list) list.push(row);
    else found.set(entry, [row]);
  }
  return found;
}

/** The entry with this id; throws `not-found`. */
export function getEntry(store: Store, id: number): Entry {
  const row = prepared<[number], EntryRow>(
    store,
    `SELECT ${COLUMNS} FROM entries e LEFT JOIN outbox o ON o.entry = e.id WHERE e.id = ?`,
  ).get(id);
  if (row === undefined) throw new DeskError('not-found', 'no-such-entry', { id });
  return { ...row, ...told(row), addresses: addressesOf(store, id), parts: partsOf(store, id) };
}

/** The mails that hold a file of this content, and the place it has in each. */
export const mailsWithPart = (store: Store, sha256: string): { readonly received: string; readonly n: number }[] =>
  prepared<[string], { received: string; n: number }>(
    store,
    `SELECT e.received, p.n FROM parts p JOIN entries e ON e.id = p.entry
      WHERE p.sha256 = ? AND e.received IS NOT NULL ORDER BY p.entry LIMIT 10`,
  ).all(sha256);

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
