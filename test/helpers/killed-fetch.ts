import { chmodSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { type Desk, tempDesk, tempFolder } from './cli.ts';
import { type Dovecot, PASSWORD } from './dovecot.ts';
import { callsOf, killAt, type Run } from './kill.ts';
import { readingWorld } from './reading-desk.ts';
import { mailOf } from './sample-mails.ts';
import { expectSound } from './sound.ts';

/** What came of a fetch that was killed again and again. */
export interface KilledFetch {
  kills: number;
  /** mails that are in a case, and those that are there twice */
  filed: number;
  double: number;
  /** mails that the folder's number has passed and that are in no case, at any of the kills */
  lost: number;
  /** what a fetch after the last one added */
  addedAgain: number;
}

/** The calls at which the process is killed, in turn: most change the store, one speaks to the server. */
const KINDS = ['pwrite64', 'fsync', 'pwrite64', 'write', 'pwrite64', 'fdatasync'] as const;
/** How often every byte of the store is checked on the way. */
const SOUND_CHECKS = 50;
/** Numbers from 0 to 1 that lie evenly, and are the same each time. */
const spread = (nth: number): number => (nth * 0.618033988749895) % 1;

/**
 * Delivers `mails` by LMTP and fetches them with the built desk, which is killed (-9) at its own system calls `kills` times
 * on the way. After each kill, every mail up to the folder's number is in exactly one case.
 */
export async function killedFetch(dovecot: Dovecot, mails: number, kills: number): Promise<KilledFetch> {
  const user = `killed-${mails}`;
  const desk = tempDesk();
  const secret = desk.file('password', `${PASSWORD}\n`);
  chmodSync(secret, 0o600);
  const server = ['--imap', `127.0.0.1:${dovecot.imap.port}`, '--smtp', 'none', '--tls', 'off', '--since', 'all'];
  const who = ['--address', `${user}@shop.example`, '--user', user, '--password-file', secret];
  await desk.run(['mail', 'add', ...who, ...server, '--unchecked']);
  await dovecot.deliver(
    user,
    Array.from({ length: mails }, (_, at) => numbered(at)),
  );

  const argv = ['mail', 'fetch'];
  const totals = await countCalls({ argv, db: join(copyOf(desk), 'desk.db') });
  // a call that comes seldom would let one run go on to the end
  const kinds = KINDS.filter((name) => (totals.get(name) ?? 0) >= mails / 2);
  const found: KilledFetch = { kills: 0, filed: 0, double: 0, lost: 0, addedAgain: 0 };
  for (let nth = 1; found.kills < kills && nth < kills * 2; nth += 1) {
    const name = kinds[nth % kinds.length] ?? 'pwrite64';
    // on the average a little less than its share of the mails comes in before each kill
    const at = Math.ceil(spread(nth) * 1.8 * ((totals.get(name) ?? 0) / kills));
    const { code, err } = await killAt({ name, nth: Math.max(1, at) }, { argv, db: desk.db });
    if (code === null) found.kills += 1;
    else if (code !== 0) throw new Error(`the fetch ended with ${code}: ${err}`);
    const sound = nth % Math.ceil(kills / SOUND_CHECKS) === 0;
    found.lost += lostIn(desk, `killed at ${name} ${at}`, sound);
  }
  await desk.run(argv, { mail: async () => readingWorld() });
  const { added } = (await desk.json(argv, { mail: async () => readingWorld() })) as { added: number };
  const { filed, double } = filedIn(desk.db);
  return { ...found, filed, double, addedAgain: added };
}

const numbered = (at: number): string =>
  mailOf({
    id: `m${at}@buyer.example`,
    from: `Customer ${at % 50} <c${at % 50}@buyer.example>`,
    subject: `Oven ${at}`,
    references: at % 3 === 0 || at < 3 ? [] : [`m${at - (at % 3)}@buyer.example`],
    text: `Word ${at} of many. `.repeat(20),
  });

/** How often a whole fetch makes each call. */
async function countCalls(run: Run): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of await callsOf(run)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function copyOf(desk: Desk): string {
  const copy = tempFolder();
  cpSync(desk.folder, copy, { recursive: true });
  return copy;
}

/** Looks at a copy: to open a store is to mend what a kill has left, which is desk's own to do. */
function lostIn(desk: Desk, note: string, sound: boolean): number {
  const copy = copyOf(desk);
  if (sound) expectSound(copy, note);
  const { filed, double, upTo } = filedIn(join(copy, 'desk.db'));
  expect(double, note).toBe(0);
  rmSync(copy, { recursive: true });
  return Math.abs(upTo - filed);
}

function filedIn(path: string): { filed: number; double: number; upTo: number } {
  const db = new Database(path);
  const one = (sql: string): number => Number(db.prepare(sql).pluck().get() ?? 0);
  const filed = one('SELECT count(DISTINCT message_id) FROM message_refs WHERE position = 0');
  const entries = one('SELECT count(*) FROM entries WHERE received IS NOT NULL');
  const upTo = one('SELECT last_uid FROM mailboxes');
  db.close();
  return { filed, double: entries - filed, upTo };
}
