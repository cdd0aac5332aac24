import { normalAddress } from '../domain/entry.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** An entry that is one message. */
export interface StoredMessage {
  readonly id: number;
  readonly case: number;
  readonly direction: 'in' | 'out' | null;
  /** whom it is from, normalised, or null */
  readonly from: string | null;
  readonly subject: string;
}

/** Entries with this Message-ID, whatever its capitals, oldest first: broken programs give one id to several mails. */
export function messagesWithId(store: Store, messageId: string): StoredMessage[] {
  return prepared<[string], StoredMessage>(
    store,
    `SELECT e.id, e.case_number AS "case", e.direction, coalesce(e.subject, '') AS subject,
       (SELECT a.normal FROM entry_addresses a WHERE a.entry = e.id AND a.role = 'from' LIMIT 1) AS "from"
       FROM message_refs r JOIN entries e ON e.id = r.entry
       WHERE r.position = 0 AND r.message_id = ? COLLATE NOCASE ORDER BY r.entry LIMIT 20`,
  ).all(messageId);
}

/** The entry that was made from these bytes, or from another copy of the same mail, or null. */
export function entryOfMail(store: Store, sha256: string, identity: string): { id: number; case: number } | null {
  return (
    prepared<[string, string], { id: number; case: number }>(
      store,
      `SELECT id, case_number AS "case" FROM entries WHERE received = ?
       UNION ALL SELECT id, case_number FROM entries WHERE identity = ? LIMIT 1`,
    ).get(sha256, identity) ?? null
  );
}

/**
 * Does this address take part in the case: did it write in it, was it written to, or is it its customer's? Those who
 * only brought a mail back take no part.
 */
export function takesPart(store: Store, number: number, address: string): boolean {
  const normal = normalAddress(address);
  return (
    normal !== '' &&
    prepared<[number, string, number, string], unknown>(
      store,
      `SELECT 1 FROM entries e JOIN entry_addresses a ON a.entry = e.id
         WHERE e.case_number = ? AND a.normal = ? AND a.role IN ('from', 'to', 'cc', 'bcc')
           AND coalesce(e.automatic, '') <> 'bounce'
       UNION ALL SELECT 1 FROM cases c JOIN contact_points p ON p.customer = c.customer
         WHERE c.number = ? AND p.kind = 'email' AND p.normal = ? LIMIT 1`,
    ).get(number, normal, number, normal) !== undefined
  );
}

/** What a mail of ours to a department says, by its Message-ID; null: no note of ours left under it. */
export const noteMailedAs = (store: Store, messageId: string): string | null =>
  prepared<[string], { text: string }>(
    store,
    `SELECT e.text FROM message_refs r JOIN entries e ON e.id = r.entry
      WHERE r.position = 0 AND r.message_id = ? COLLATE NOCASE AND e.type = 'note' AND e.direction = 'out' LIMIT 1`,
  ).get(messageId)?.text ?? null;

/** Is this address the customer's of the case: one of her points of contact, or where words of hers came from? */
export function isCustomersOwn(store: Store, number: number, address: string): boolean {
  const normal = normalAddress(address);
  return (
    prepared<[number, string, number, string], unknown>(
      store,
      `SELECT 1 FROM entries e JOIN entry_addresses a ON a.entry = e.id
         WHERE e.case_number = ? AND e.party = 'customer' AND a.role = 'from' AND a.normal = ?
       UNION ALL SELECT 1 FROM cases c JOIN contact_points p ON p.customer = c.customer
         WHERE c.number = ? AND p.kind = 'email' AND p.normal = ? LIMIT 1`,
    ).get(number, normal, number, normal) !== undefined
  );
}

/** Cases in which this address wrote at or after `since` (ms, by the mails' own dates), newest mail first. */
export function casesWrittenBy(store: Store, address: string, since: number): { number: number; subject: string }[] {
  return prepared<[string, number], { number: number; subject: string }>(
    store,
    `SELECT c.number, c.subject FROM entry_addresses a JOIN entries e ON e.id = a.entry JOIN cases c ON c.number = e.case_number
       WHERE a.normal = ? AND a.role = 'from' AND e.at >= ? GROUP BY c.number ORDER BY max(e.at) DESC LIMIT 50`,
  ).all(normalAddress(address), since);
}

/** Live mails of this address that came after `came` and are dated after `dated` (ms). */
export function mailsFrom(store: Store, address: string, came: number, dated: number): number {
  return (
    prepared<[number, number, string], { mails: number }>(
      store,
      `SELECT count(*) AS mails FROM entries e INDEXED BY entries_by_coming WHERE e.came_at > ? AND e.at > ?
         AND EXISTS (SELECT 1 FROM entry_addresses a WHERE a.entry = e.id AND a.role = 'from' AND a.normal = ?)`,
    ).get(came, dated, normalAddress(address))?.mails ?? 0
  );
}

/** Has this address got an automatic answer of ours since (ms)? */
export function wasAnsweredAutomatically(store: Store, address: string, since: number): boolean {
  return (
    prepared<[string, number], unknown>(
      store,
      `SELECT 1 FROM entry_addresses a JOIN outbox o ON o.entry = a.entry JOIN entries e ON e.id = a.entry
         WHERE a.normal = ? AND a.role = 'to' AND o.automatic = 1 AND e.at > ? LIMIT 1`,
    ).get(normalAddress(address), since) !== undefined
  );
}

/** Notes on a message what became of it on its way: it did not arrive, or is late. Nobody has looked at that yet. */
export function noteReturned(
  writing: Writing,
  entry: number,
  state: 'sent' | 'bounced',
  problem: string,
  code: string | null,
): void {
  prepared<unknown[], unknown>(
    writing.store,
    `UPDATE outbox SET state = ?, sent_at = coalesce(sent_at, ?), problem = ?, code = ?, seen = 0
       WHERE entry = ? AND state IN ('sent', 'uncertain', 'bounced')`,
  ).run(state, writing.now, problem, code, entry);
}
