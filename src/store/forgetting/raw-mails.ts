import { DeskError } from '../../domain/errors.ts';
import type { Store } from '../open.ts';
import type { RawStore } from '../raw.ts';
import type { Origin } from '../raw-removal.ts';
import { prepared } from '../statements.ts';
import { leaveTombstone } from '../tombstones.ts';
import { writeQuietly } from '../writing.ts';
import type { Person } from './person.ts';

/** Bytes that something in desk.db still names: an entry, a part, a draft, or what undo could bring back of them. */
const NAMED = `SELECT received AS sha256 FROM entries WHERE received IS NOT NULL
  UNION SELECT sha256 FROM parts
  UNION SELECT json_extract(p.value, '$.sha256') FROM drafts d, json_each(d.head, '$.parts') p
  UNION SELECT json_extract(before, '$.received') FROM changes WHERE tbl = 'entries' AND op = 'delete'
  UNION SELECT json_extract(before, '$.sha256') FROM changes WHERE tbl = 'parts' AND op = 'delete'
  UNION SELECT json_extract(p.value, '$.sha256') FROM changes h, json_each(json_extract(h.before, '$.head'), '$.parts') p
    WHERE h.tbl = 'drafts' AND h.op IN ('delete', 'update') AND json_extract(h.before, '$.head') IS NOT NULL`;

/** Which of these are named. */
function named(store: Store, hashes: readonly string[]): Set<string> {
  const rows = prepared<[string], { sha256: string }>(
    store,
    `SELECT sha256 FROM (${NAMED}) WHERE sha256 IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(hashes));
  return new Set(rows.map((row) => row.sha256));
}

/** Kept bytes that nothing names. Nearly all that is kept is the mail of an entry, which is asked for first. */
function loose(store: Store): Origin[] {
  const isMail = prepared<[string], unknown>(store, 'SELECT 1 FROM entries WHERE received = ? LIMIT 1');
  const others: Origin[] = [];
  for (const one of store.raw().origins()) if (isMail.get(one.sha256) === undefined) others.push(one);
  const known = named(
    store,
    others.map(({ sha256 }) => sha256),
  );
  return others.filter(({ sha256 }) => !known.has(sha256));
}

/**
 * Kept bytes that nothing names and that are hers: a second copy of a mail from another container, a mail of an import that
 * was stopped or of a case that could not be filed, an answer that failed. A file that was attached and taken off again
 * tells nobody whose it is: nothing leads to it any more, and it goes. A mail that another program files at this moment and
 * that names her may lose its original, not its case; to import it again mends that.
 */
export function leftovers(store: Store, { points }: Person): Leftover[] {
  const addresses = points.filter(({ kind }) => kind === 'email').map(({ normal }) => whole(latin1(normal)));
  const raw = store.raw();
  return loose(store).flatMap(({ sha256, source }) => {
    if (source === 'attached') return [{ sha256, hers: false }];
    const text = readable(raw, sha256);
    const isIn = (where: string): boolean => addresses.some((address) => address.test(where));
    return isIn(text) ? [{ sha256, hers: isIn(senderAndTo(text)) }] : [];
  });
}

/** Kept bytes that go; `hers`: a mail from her or to her, which is not to come again. */
export interface Leftover {
  readonly sha256: string;
  readonly hers: boolean;
}

/** An address as it stands by itself: an@x is another one than lan@x or an@x.vn. */
const whole = (address: string): RegExp =>
  new RegExp(`(?<![\\w.%+-])${address.replace(/[^\w@]/g, '\\$&')}(?![\\w-]|\\.\\w)`);

/** Whom a mail is from and to, folded lines too. Whoever is only told of it in a copy has no part in it. */
function senderAndTo(mail: string): string {
  const head = mail.slice(0, /\r?\n\r?\n/.exec(mail)?.index ?? mail.length).replace(/\r?\n[ \t]+/g, ' ');
  return head
    .split(/\r?\n/)
    .filter((line) => /^(from|sender|reply-to|to):/.test(line))
    .join('\n');
}

/** What is damaged can't be told to be hers; doctor names it. */
function readable(raw: RawStore, sha256: string): string {
  try {
    return latin1(raw.read(sha256) ?? Buffer.alloc(0));
  } catch (error) {
    if (error instanceof DeskError) return '';
    throw error;
  }
}

/** Letters of any charset as they lie in a file, capitals or not. */
const latin1 = (bytes: Buffer | string): string => Buffer.from(bytes).toString('latin1').toLowerCase();

/** Notes that these bytes are to be removed, and that what is hers is not to come again. */
export function rememberToRemove(store: Store, leftover: readonly Leftover[], now: number): void {
  for (const { sha256, hers } of leftover) {
    prepared(store, 'INSERT OR IGNORE INTO forgotten_raw (sha256) VALUES (?)').run(sha256);
    if (hers) leaveTombstone(store, 'raw', sha256, now);
  }
}

/** Files that came in once more, and that nothing names, as it was with somebody who was forgotten: they go again. */
export function removeAgain(store: Store, came: readonly string[]): void {
  if (came.length === 0) return;
  const needed = named(store, came);
  if (store.raw().remove(came.filter((sha256) => !needed.has(sha256))) > 0) store.raw().wipe();
}

/** How many of them are removed together: few enough to hold the file shortly. */
const TOGETHER = 20;

/** Removes what is noted and what nobody else needs. Returns how many mails and files are gone, and how many others need. */
export function* removeRaw(store: Store, now: number): Generator<number, { removed: number; kept: number }> {
  const noted = prepared<[], { sha256: string }>(store, 'SELECT sha256 FROM forgotten_raw')
    .all()
    .map((row) => row.sha256);
  const needed = named(store, noted);
  const gone = noted.filter((sha256) => !needed.has(sha256));
  const raw = store.raw();
  let removed = 0;
  for (let at = 0; at < gone.length; at += TOGETHER) {
    const some = gone.slice(at, at + TOGETHER);
    removed += raw.remove(some);
    // a mail that could not be filed has its name here
    writeQuietly(store, () => {
      prepared(store, 'DELETE FROM unfiled WHERE sha256 IN (SELECT value FROM json_each(?))').run(JSON.stringify(some));
      for (const sha256 of some) leaveTombstone(store, 'file', sha256, now);
    });
    yield at + some.length;
  }
  if (!raw.wipe()) throw new DeskError('busy', 'forget-unwiped');
  writeQuietly(store, () => prepared(store, 'DELETE FROM forgotten_raw').run());
  return { removed, kept: [...needed].filter((sha256) => raw.has(sha256)).length };
}
