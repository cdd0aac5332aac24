import type { Context } from '../../context.ts';
import { PARSER_VERSION, type ParsedMail } from '../../domain/incoming.ts';
import { FIRST_FETCH_MS, type MailAccount, type ReadUpTo } from '../../domain/mail-account.ts';
import { type Problem, problemOf, problemText } from '../../domain/problem.ts';
import { LARGEST_KEPT, megabytes } from '../../intake/limits.ts';
import { type ImapConnection, MailServerError, type OpenFolder, type ServerMail } from '../../mail/net/transport.ts';
import { noteMailState, noteReadUpTo, readUpTo } from '../../store/mail-state.ts';
import { type Filed, sha256 } from '../../store/raw.ts';
import { writeQuietly } from '../../store/writing.ts';
import { notForgotten } from '../not-forgotten.ts';
import { type Fate, fileKept, isFiled, type KeptMail, passOver, unfiled } from './file-kept.ts';

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** after each mail, with how many are read of how many */
  readonly onMail?: ((fetched: Fetched, of: number) => void) | undefined;
}

/** What a fetch did. */
export interface Fetched {
  read: number;
  added: number;
  unchanged: number;
  /** kept, and in no case: told by doctor, tried again by `--again` */
  unfiled: number;
  /** too large: only on the server */
  left: number;
  readonly cases: Set<number>;
  /** a mail that was too large, or what the server would not do with one that is in: mark it, move it */
  problem: Problem | null;
}

const nothingFetched = (): Fetched => ({
  read: 0,
  added: 0,
  unchanged: 0,
  unfiled: 0,
  left: 0,
  cases: new Set(),
  problem: null,
});

/** Mails that are kept in one transaction and parsed together. */
const BATCH_MAILS = 32;
const BATCH_BYTES = 4 * 1024 * 1024;
/**
 * Fetches what the account's folder holds since the last time: each mail's bytes are kept, then it is parsed, then filed
 * with the note how far the folder is read, then marked or moved on the server if the account says so. A folder that was
 * made anew (another UIDVALIDITY) is read from its start; mails that are known are only counted. Ends early when the
 * signal says so. Throws MailServerError, `disk-full`, `io-failed`, `busy`, `read-only`; what is in then stays.
 */
export async function fetchAccount(
  context: Context,
  account: MailAccount,
  connection: ImapConnection,
  { signal, onMail }: FetchOptions,
): Promise<Fetched> {
  const { store } = context;
  const fetched = nothingFetched();
  const { uidValidity, uidNext, first, uids } = await newUids(context, account, connection);
  // a watch fetches for days with one signal: what listens to it goes with the fetch
  const over = new AbortController();
  const stopped = new Promise<null>((resolve) =>
    signal.addEventListener('abort', () => resolve(null), { once: true, signal: over.signal }),
  );
  const fetching = { context, account, connection, signal, stopped, uidValidity, fetched, of: uids.length, onMail };
  try {
    for await (const batch of batchesOf(connection.read(uids))) {
      if (signal.aborted) return fetched;
      await takeIn(fetching, batch);
    }
  } finally {
    over.abort();
  }
  if (signal.aborted) return fetched;
  // what is too old is passed over for good
  if (first) noteUid(context, account, { uidValidity, lastUid: Math.max(0, uidNext - 1) });
  if (fetched.left > 0) fetched.problem ??= tooLarge();
  const { problem } = fetched;
  noteMailState(store, account.id, 'fetch', problem === null ? null : problemText(problem), context.now());
  return fetched;
}

/** Opens the folder: what of it has not been read yet. `first`: nothing of it has, since it was made. */
export async function newUids(
  { store, now }: Context,
  account: MailAccount,
  connection: ImapConnection,
): Promise<OpenFolder & { readonly first: boolean; readonly uids: readonly number[] }> {
  const folder = await connection.open(account.mailbox);
  const before = readUpTo(store, account.id, account.mailbox);
  const first = before?.uidValidity !== folder.uidValidity;
  const uids = await connection.uidsAfter(first ? 0 : before.lastUid, first ? firstSince(account, now()) : null);
  return { ...folder, first, uids };
}

/** ms; null: everything. Where nobody has said how far back to go, not everything of ten years comes at once. */
const firstSince = ({ since }: MailAccount, now: number): number | null =>
  since === 0 ? null : (since ?? now - FIRST_FETCH_MS);

const tooLarge = (): Problem => problemOf('mail-too-large', { megabytes: megabytes(LARGEST_KEPT) });

interface Fetching extends FetchOptions {
  readonly context: Context;
  readonly account: MailAccount;
  readonly connection: ImapConnection;
  /** resolves when the signal says so */
  readonly stopped: Promise<null>;
  readonly uidValidity: number;
  readonly fetched: Fetched;
  readonly of: number;
}

async function* batchesOf(mails: AsyncIterable<ServerMail>): AsyncGenerator<ServerMail[]> {
  let batch: ServerMail[] = [];
  let bytes = 0;
  for await (const mail of mails) {
    batch.push(mail);
    bytes += mail.size;
    if (batch.length < BATCH_MAILS && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

type Parsed = {
  readonly uid: number;
  readonly mail: KeptMail;
  readonly parsed: ParsedMail | null;
  readonly failed: unknown;
};

async function takeIn(fetching: Fetching, batch: readonly ServerMail[]): Promise<void> {
  const { context, account, signal, stopped, fetched, of, onMail } = fetching;
  const known = await Promise.race([knownMails(context, batch), stopped]);
  if (known === null) return;
  const parsing = Promise.all(keepAll(fetching, known).map((kept) => parse(context, kept)));
  const parsed = await Promise.race([parsing, stopped]);
  if (parsed === null) return; // the bytes are kept; the next fetch reads these mails again
  const done: number[] = [];
  const settled: Filed[] = [];
  const byUid = new Map(parsed.map((one) => [one.uid, one]));
  for (const { uid, raw } of batch) {
    if (signal.aborted) break;
    const one = byUid.get(uid);
    if (raw === null || one === undefined) {
      if (raw === null) fetched.left += 1;
      else fetched.unchanged += 1;
      noteUid(context, account, { uidValidity: fetching.uidValidity, lastUid: uid });
    } else {
      const fate = fateOf(context, one);
      count(fetched, fate);
      if (fate.how !== 'unfiled') done.push(uid);
      settled.push({ sha256: one.mail.sha256, state: stateOf(context, one.mail, fate) });
    }
    fetched.read += 1;
    onMail?.(fetched, of);
    await new Promise((resolve) => setImmediate(resolve)); // gives signals and other processes their turn
  }
  context.store.raw().settle(settled, PARSER_VERSION);
  await afterFetch(fetching, done);
}

/** Those that came whole and are of nobody who was forgotten. */
const knownMails = (context: Context, batch: readonly ServerMail[]): Promise<WholeMail[]> =>
  notForgotten(
    context,
    batch.flatMap(({ uid, raw }) => (raw === null ? [] : [{ uid, raw, sha256: sha256(raw) }])),
    (mail) => mail,
  );

interface WholeMail {
  readonly uid: number;
  readonly raw: Buffer;
  readonly sha256: string;
}

/** Keeps the bytes before anything else is done with them; what is in a case already needs no second copy. */
function keepAll({ context, account, uidValidity }: Fetching, mails: readonly WholeMail[]): [number, KeptMail][] {
  const raw = context.store.raw();
  const place = (uid: number): string => `${account.mailbox};UIDVALIDITY=${uidValidity};UID=${uid}`;
  const hashes = raw.keep(mails.map((one) => ({ raw: one.raw, source: account.address, ref: place(one.uid) })));
  return mails.map(({ uid, raw: bytes }, at) => {
    const upTo = { uidValidity, lastUid: uid };
    return [uid, { sha256: hashes[at] ?? '', raw: bytes, account, upTo }];
  });
}

async function parse(context: Context, [uid, mail]: [number, KeptMail]): Promise<Parsed> {
  if (isFiled(context, mail.sha256)) return { uid, mail, parsed: null, failed: null };
  try {
    const parsed = await context.parseMail(mail.raw, { fromLineAt: null, maildirAt: null });
    return { uid, mail, parsed, failed: null };
  } catch (failed) {
    return { uid, mail, parsed: null, failed };
  }
}

function fateOf(context: Context, { mail, parsed, failed }: Parsed): Fate {
  if (parsed !== null) return fileKept(context, mail, parsed, { verb: 'fetch' });
  if (failed !== null) return unfiled(context, mail, failed);
  passOver(context, mail);
  return { entry: null, case: null, how: 'same', action: null };
}

function count(fetched: Fetched, fate: Fate): void {
  if (fate.how === 'unfiled') fetched.unfiled += 1;
  else if (fate.how === 'same') fetched.unchanged += 1;
  else fetched.added += 1;
  if (fate.how !== 'same' && fate.case !== null) fetched.cases.add(fate.case);
}

const stateOf = (context: Context, { sha256 }: KeptMail, { how }: Fate): Filed['state'] =>
  how === 'unfiled' ? 'failed' : isFiled(context, sha256) ? 'filed' : 'same';

const noteUid = ({ store }: Context, account: MailAccount, upTo: ReadUpTo): void =>
  writeQuietly(store, () => noteReadUpTo(store, account.id, account.mailbox, upTo));

/** Marks or moves what is in. A server that says no is told of; the mails are in all the same, and so are the next. */
async function afterFetch({ account, connection, fetched, signal }: Fetching, uids: readonly number[]): Promise<void> {
  if (uids.length === 0 || account.afterFetch === 'leave' || fetched.problem !== null || signal.aborted) return;
  try {
    if (account.afterFetch === 'seen') await connection.markSeen(uids);
    else await connection.moveTo(uids, account.moveTo ?? '');
  } catch (error) {
    if (!(error instanceof MailServerError) || !SAID_NO.has(error.problem.code)) throw error;
    fetched.problem = error.problem;
  }
}

const SAID_NO: ReadonlySet<string> = new Set(['no-folder', 'server-refused']);
