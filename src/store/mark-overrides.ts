import type { RecordOverride } from '../domain/incoming.ts';
import type { Override } from '../domain/ledger/ledger.ts';
import type { Mark } from '../domain/ledger/mark.ts';
import { caseWithUid, getCase, workingCase } from './cases.ts';
import { getCommitment } from './commitments.ts';
import { getEntry } from './entries.ts';
import { entryWithUid } from './messages.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

const WHOLE = `WITH RECURSIVE whole (id) AS (
  VALUES (?) UNION SELECT k.id FROM customers k JOIN whole w ON k.merged_into = w.id)`;

/** What agents have overruled, of the customer and of those who were merged into her, as the ledger names its marks. */
export const overridesOf = (store: Store, customer: number): Override[] =>
  prepared<[number], { mark: string; reason: string; at: number }>(
    store,
    `${WHOLE} SELECT mark, reason, at FROM mark_overrides WHERE customer IN (SELECT id FROM whole) ORDER BY at`,
  )
    .all(customer)
    .map(({ mark, reason, at }) => ({ key: keyOf(store, mark), reason, at }));

/** An agent's word that a mark does not count. */
export function putOverride({ store, now, agent }: Writing, customer: number, mark: Mark, reason: string): void {
  prepared(
    store,
    `INSERT INTO mark_overrides (customer, mark, reason, at, author) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (customer, mark) DO UPDATE SET reason = excluded.reason, at = excluded.at, author = excluded.author`,
  ).run(customer, keptMark(store, mark), reason, now, agent);
}

/** The mark counts again, for the customer and those who were merged into her; false: it did. */
export function dropOverride({ store }: Writing, customer: number, mark: Mark): boolean {
  const kept = prepared<[number], { mark: string }>(
    store,
    `${WHOLE} SELECT mark FROM mark_overrides WHERE customer IN (SELECT id FROM whole)`,
  ).all(customer);
  const same = kept.filter((one) => keyOf(store, one.mark) === mark.key).map((one) => one.mark);
  const { changes } = prepared(
    store,
    `${WHOLE} DELETE FROM mark_overrides
      WHERE mark IN (SELECT value FROM json_each(?)) AND customer IN (SELECT id FROM whole)`,
  ).run(customer, JSON.stringify(same));
  return changes > 0;
}

/** As they are kept, for the export. */
export const overrideRecords = (store: Store, customer: number): RecordOverride[] =>
  prepared<[number], RecordOverride>(
    store,
    'SELECT mark, reason, at, author FROM mark_overrides WHERE customer = ? ORDER BY mark',
  ).all(customer);

type Kept = readonly [rule: string, caseUid: string | null, sort: 'entry' | 'promise' | 'plain', what: string];

/**
 * A mark as it is kept: by uids, which hold in every store and wherever a case is merged to, in place of numbers. A promise
 * has no uid: it is named by when it was made and by its words.
 */
function keptMark(store: Store, { key, rule, case: number, entry, commitment }: Mark): string {
  const uid = number === null ? null : getCase(store, number).uid;
  const what = key.slice(`${rule}:${number ?? '-'}:`.length);
  const kept: Kept =
    commitment !== null
      ? [rule, uid, 'promise', promiseName(getCommitment(store, commitment))]
      : entry !== null && what === String(entry)
        ? [rule, uid, 'entry', getEntry(store, entry).uid]
        : [rule, uid, 'plain', what];
  return JSON.stringify(kept);
}

const promiseName = ({ madeAt, text }: { readonly madeAt: number; readonly text: string }): string =>
  `${madeAt} ${text}`;

/** The key by which the ledger names it today; a key of no mark where what it came from is gone. */
function keyOf(store: Store, kept: string): string {
  const [rule = null, uid = null, sort = null, what = null] = partsOf(kept);
  const known = uid === null ? null : caseWithUid(store, uid);
  const number = known === null ? null : workingCase(store, known).number;
  return `${rule}:${number ?? '-'}:${whatNow(store, sort ?? 'plain', what ?? '', number)}`;
}

/** What an import brought may be no mark at all. */
function partsOf(kept: string): (string | null)[] {
  try {
    const read: unknown = JSON.parse(kept);
    return Array.isArray(read) ? read.map((one) => (one === null ? null : String(one))) : [];
  } catch {
    return [];
  }
}

function whatNow(store: Store, sort: string, what: string, number: number | null): string {
  if (sort === 'entry') return String(entryWithUid(store, what)?.id ?? '');
  if (sort !== 'promise') return what;
  const [, madeAt = '', text = ''] = /^(-?\d+) (.*)$/s.exec(what) ?? [];
  const found = prepared<[number, string], { id: number; case: number | null }>(
    store,
    `SELECT id, case_number AS "case" FROM commitments WHERE kind = 'promise' AND made_at = ? AND text = ? ORDER BY id`,
  ).all(Number(madeAt), text);
  const here = found.find((one) => (one.case === null ? null : workingCase(store, one.case).number) === number);
  return String(here?.id ?? '');
}
