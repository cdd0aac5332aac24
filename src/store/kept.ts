import type { Change } from './changes.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/**
 * Does something that stays need the row which this change put in? A customer whose case stays, stays too, with the
 * ways to reach them; and where a case stays, so do our own addresses, or nobody could answer it. What a plan has made
 * stays known as long as the follow-up stays, or it would be made again.
 */
export function isNeeded(store: Store, change: Change, head: number, keep: ReadonlySet<number>): boolean {
  if (change.tbl === 'settings') return change.op !== 'delete' && keep.size > 0;
  if (change.op !== 'insert') return false;
  if (change.tbl === 'customers') return hasCases(store, change);
  if (change.tbl === 'touches') return followUpStays(store, change);
  if (change.tbl === 'contact_points' && customerStays(store, change, head, keep)) return true;
  return (change.tbl === 'contact_points' || change.tbl === 'customer_tags') && newcomerStays(store, change, head);
}

function hasCases(store: Store, change: Change): boolean {
  const sql = "SELECT 1 FROM cases WHERE customer = json_extract(?, '$.id') LIMIT 1";
  return prepared<[string], unknown>(store, sql).get(change.key) !== undefined;
}

/** Does the follow-up stay that the same action made for the customer of this touch? */
function followUpStays(store: Store, { key, action }: Change): boolean {
  return (
    prepared<[string, number], unknown>(
      store,
      `SELECT 1 FROM touches t JOIN commitments m ON m.customer = t.customer
         JOIN changes h ON h.tbl = 'commitments' AND h.key = json_object('id', m.id) AND h.op = 'insert'
        WHERE t.key = json_extract(?, '$.key') AND h.action = ?`,
    ).get(key, action) !== undefined
  );
}

/** Did the bulk action bring this customer, and has somebody worked on her since? Then she stays, with all that came with her. */
function newcomerStays(store: Store, { tbl, key }: Change, head: number): boolean {
  const customer =
    tbl === 'customer_tags'
      ? "json_extract(@key, '$.customer')"
      : "(SELECT customer FROM contact_points WHERE id = json_extract(@key, '$.id'))";
  return (
    prepared<[{ key: string; head: number }], unknown>(
      store,
      `WITH who (id) AS (SELECT ${customer}),
         hers (tbl, key) AS (
           SELECT 'customers', json_object('id', id) FROM who
           UNION ALL SELECT 'purchases', json_object('id', p.id) FROM who JOIN purchases p ON p.customer = who.id
           UNION ALL SELECT 'commitments', json_object('id', m.id) FROM who JOIN commitments m ON m.customer = who.id)
       SELECT 1 FROM who WHERE EXISTS (
           SELECT 1 FROM changes h JOIN actions a ON a.id = h.action
            WHERE h.tbl = 'customers' AND h.key = json_object('id', who.id) AND h.op = 'insert' AND @head IN (a.id, a.parent))
         AND EXISTS (
           SELECT 1 FROM hers JOIN changes h ON h.tbl = hers.tbl AND h.key = hers.key JOIN actions a ON a.id = h.action
            WHERE h.action > @head AND a.parent IS NOT @head AND a.undoes IS NULL AND a.undone_by IS NULL)`,
    ).get({ key, head }) !== undefined
  );
}

/**
 * Is there a case of this customer that stays, or that was made since? Cases from before had done without the point; one
 * that redo has made anew is from when it was made first.
 */
function customerStays(store: Store, change: Change, since: number, keep: ReadonlySet<number>): boolean {
  return (
    prepared<[string, string, number], unknown>(
      store,
      `SELECT 1 FROM contact_points p JOIN cases c ON c.customer = p.customer
        WHERE p.id = json_extract(?, '$.id') AND (c.number IN (SELECT value FROM json_each(?))
          OR EXISTS (SELECT 1 FROM changes h JOIN actions a ON a.id = h.action
             WHERE h.tbl = 'cases' AND h.key = json_object('number', c.number)
               AND h.op = 'insert' AND h.action >= ? AND a.undoes IS NULL)) LIMIT 1`,
    ).get(change.key, JSON.stringify([...keep]), since) !== undefined
  );
}
