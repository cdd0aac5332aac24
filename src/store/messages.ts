import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** The id of an entry made from the same mail, or null. */
export function entryWithIdentity(store: Store, identity: string): { id: number; case: number } | null {
  return (
    prepared<[string], { id: number; case: number }>(
      store,
      'SELECT id, case_number AS "case" FROM entries WHERE identity = ? LIMIT 1',
    ).get(identity) ?? null
  );
}

/** The entry with this uid, or null. */
export function entryWithUid(store: Store, uid: string): { id: number; case: number } | null {
  return (
    prepared<[string], { id: number; case: number }>(
      store,
      'SELECT id, case_number AS "case" FROM entries WHERE uid = ?',
    ).get(uid) ?? null
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
export function casesNaming(store: Store, messageIds: Iterable<string>): number[] {
  const find = prepared<[string], { number: number }>(
    store,
    'SELECT DISTINCT e.case_number AS number FROM message_refs r JOIN entries e ON e.id = r.entry WHERE r.message_id = ?',
  );
  const cases = new Set<number>();
  for (const id of messageIds) for (const row of find.all(id)) cases.add(row.number);
  return [...cases];
}

/**
 * Imported mails whose direction is not what these own addresses (normalised) say, with the direction they should have.
 * What desk has sent is no import, and ours whatever our addresses are.
 */
export function misdirected(
  store: Store,
  own: readonly string[],
): { id: number; case: number; direction: 'in' | 'out' }[] {
  return prepared<[string], { id: number; case: number; direction: 'in' | 'out' }>(
    store,
    `SELECT id, "case", direction FROM (
       SELECT e.id, e.case_number AS "case", e.direction AS was,
         CASE WHEN EXISTS (SELECT 1 FROM entry_addresses a WHERE a.entry = e.id AND a.role = 'from'
           AND a.normal IN (SELECT value FROM json_each(?))) THEN 'out' ELSE 'in' END AS direction
       FROM entries e WHERE e.received IS NOT NULL AND e.type = 'message' AND e.party <> 'department'
         AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.entry = e.id))
     WHERE direction <> was ORDER BY id`,
  ).all(JSON.stringify(own));
}
