import type { Store } from '../open.ts';
import { indexAgain } from '../search.ts';
import { prepared } from '../statements.ts';
import { blankActions, dropImagesOfCase } from './journal.ts';
import type { Person } from './person.ts';
import { rememberToRemove } from './raw-mails.ts';

/** A packet that was gathered over cases, or what undo keeps of one. */
interface Gathered {
  readonly id: number;
  readonly case: number;
  readonly given: string;
  readonly packet: string;
}

const SAID = /^- #\d+\b/;

/**
 * Takes her lines out of the packets in which the words of many customers were gathered, wherever such a packet lies in its
 * case; what the others said stays. Such a case is nobody's, so that no reference leads there from her.
 */
export function dropCollected(store: Store, person: Person, now: number): void {
  const hers = new Set(
    prepared<[string], { uid: string }>(
      store,
      'SELECT uid FROM entries WHERE case_number IN (SELECT value FROM json_each(?))',
    )
      .all(JSON.stringify([...person.cases]))
      .map((row) => row.uid),
  );
  for (const one of gathered(store, 'here')) dropFrom(store, person, hers, one, now);
  for (const one of gathered(store, 'undone'))
    if (uidsIn(one.given).some((uid) => hers.has(uid))) blankActions(store, dropImagesOfCase(store, one.case), person);
}

const gathered = (store: Store, where: 'here' | 'undone'): Gathered[] =>
  prepared<[], Gathered>(
    store,
    where === 'here'
      ? `SELECT id, case_number AS "case", given, packet FROM handoffs
          WHERE json_extract(given, '$."feedback-lines"') IS NOT NULL`
      : `SELECT 0 AS id, case_number AS "case", json_extract(before, '$.given') AS given, '' AS packet FROM changes
          WHERE tbl = 'handoffs' AND op = 'delete' AND instr(before, 'feedback-lines') > 0`,
  ).all();

function objectIn(json: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function uidsIn(given: string): string[] {
  const uids: unknown = JSON.parse(String(objectIn(given)['feedback-lines'] ?? '[]'));
  return Array.isArray(uids) ? uids.map(String) : [];
}

/** The uids stand in the order of the lines. */
function dropFrom(store: Store, person: Person, hers: ReadonlySet<string>, one: Gathered, now: number): void {
  const uids = uidsIn(one.given);
  const said = one.packet.split('\n').filter((line) => SAID.test(line));
  const lines = said.filter((_, at) => hers.has(uids[at] ?? ''));
  if (lines.length === 0) return;
  const left = { ...objectIn(one.given), 'feedback-lines': JSON.stringify(uids.filter((uid) => !hers.has(uid))) };
  prepared(store, 'UPDATE handoffs SET given = ?, packet = ? WHERE id = ?').run(
    ...[JSON.stringify(left), without(one.packet, lines), one.id],
  );
  dropFromCase(store, person, one.case, lines, now);
}

/** Takes the lines out, and the heading of a product of which nothing is left. */
function without(text: string, lines: readonly string[]): string {
  const kept = text.split('\n').filter((line) => !lines.includes(line.replace(/^[>\s]+/, '')));
  const isBare = (at: number): boolean => {
    const next = kept.slice(at + 1).find((line) => line.trim() !== '');
    return kept[at]?.startsWith('## ') === true && text.includes(`${kept[at]}\n\n- #`) && !SAID.test(next ?? '');
  };
  return kept.filter((_, at) => !isBare(at)).join('\n');
}

function dropFromCase(store: Store, person: Person, number: number, lines: readonly string[], now: number): void {
  const entries = prepared<[number], { id: number; text: string; quoted: string; received: string | null }>(
    store,
    'SELECT id, text, quoted, received FROM entries WHERE case_number = ?',
  ).all(number);
  // the bytes say the same as the text that goes
  const set = prepared(store, 'UPDATE entries SET text = ?, quoted = ?, received = NULL WHERE id = ?');
  for (const { id, text, quoted, received } of entries) {
    const left = [without(text, lines), without(quoted, lines)] as const;
    if (left[0] === text && left[1] === quoted) continue;
    set.run(...left, id);
    if (received !== null) rememberToRemove(store, [{ sha256: received, hers: true }], now);
  }
  const drafts = prepared<[number], { type: string; text: string }>(
    store,
    'SELECT type, text FROM drafts WHERE case_number = ?',
  ).all(number);
  for (const { type, text } of drafts)
    prepared(store, 'UPDATE drafts SET text = ? WHERE case_number = ? AND type = ?').run(
      ...[without(text, lines), number, type],
    );
  indexAgain(
    store,
    entries.map(({ id }) => id),
    number,
  );
  blankActions(store, dropImagesSaying(store, number, lines), person);
}

function dropImagesSaying(store: Store, number: number, lines: readonly string[]): number[] {
  const images = prepared<[number], { seq: number; action: number; image: string }>(
    store,
    "SELECT seq, action, coalesce(before, '') || coalesce(after, '') AS image FROM changes WHERE case_number = ?",
  ).all(number);
  const remove = prepared(store, 'DELETE FROM changes WHERE seq = ?');
  return images
    .filter(({ image }) => lines.some((line) => image.includes(JSON.stringify(line).slice(1, -1))))
    .map(({ seq, action }) => {
      remove.run(seq);
      return action;
    });
}
