import { LARGEST_KEPT } from '../../intake/limits.ts';
import { answered, type ImapSession } from './imap-session.ts';
import type { ServerMail } from './transport.ts';

/** Mails that are asked for at once: few enough to lie in memory together. */
const GROUP_MAILS = 64;
const GROUP_BYTES = 8 * 1024 * 1024;
const DAY = 86_400_000;

/** The UIDs after `uid`, rising; with `since` (ms) without those received before it. */
export async function uidsAfter(session: ImapSession, uid: number, since: number | null): Promise<number[]> {
  const range = `${uid + 1}:*`;
  // a server compares days, in a time zone of its own (RFC 3501 6.4.4)
  const query = since === null ? { uid: range } : { uid: range, since: new Date(since - DAY) };
  const found = await answered(session, () => session.client.search(query, { uid: true }));
  if (!Array.isArray(found)) throw session.refused('SEARCH');
  // `*` is the last one there is, also where it is not after `uid`
  const uids = found.filter((one) => one > uid).toSorted((a, b) => a - b);
  return since === null ? uids : receivedSince(session, uids, since);
}

const INSIDE_ONE_LINE = 500;

async function receivedSince(session: ImapSession, uids: readonly number[], since: number): Promise<number[]> {
  const kept: number[] = [];
  for (let at = 0; at < uids.length; at += INSIDE_ONE_LINE) {
    const some = uids.slice(at, at + INSIDE_ONE_LINE);
    const dated = await answered(session, () =>
      session.client.fetchAll(some.join(','), { uid: true, internalDate: true }, { uid: true }),
    );
    const before = new Set(
      dated.filter(({ internalDate }) => Number(internalDate ?? since) < since).map((one) => one.uid),
    );
    kept.push(...some.filter((one) => !before.has(one)));
  }
  return kept;
}

/**
 * The mails with these UIDs, rising, without marking them as seen (BODY.PEEK). A mail that is gone meanwhile is left out;
 * one over the limit comes without its bytes. While one is worked on, no command is under way.
 */
export async function* readMails(session: ImapSession, uids: readonly number[]): AsyncGenerator<ServerMail> {
  for (let at = 0; at < uids.length; at += GROUP_MAILS) {
    const some = uids.slice(at, at + GROUP_MAILS);
    const sized = await answered(session, () =>
      session.client.fetchAll(some.join(','), { uid: true, size: true }, { uid: true }),
    );
    for (const group of groupsOf(sized.map(({ uid, size = 0 }) => ({ uid, size })))) yield* readGroup(session, group);
  }
}

type Sized = Pick<ServerMail, 'uid' | 'size'>;

function groupsOf(mails: readonly Sized[]): Sized[][] {
  const groups: Sized[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const mail of mails.toSorted((a, b) => a.uid - b.uid)) {
    if (bytes + mail.size > GROUP_BYTES) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(mail);
    bytes += mail.size;
  }
  return groups;
}

async function* readGroup(session: ImapSession, group: readonly Sized[]): AsyncGenerator<ServerMail> {
  const [first] = group;
  if (group.length === 1 && first !== undefined && first.size > LARGEST_KEPT) {
    yield { ...first, raw: null };
    return;
  }
  const range = group.map(({ uid }) => uid).join(',');
  // some servers tell a size that is not so
  const query = { uid: true, source: { start: 0, maxLength: LARGEST_KEPT + 1 } };
  const mails = await answered(session, () => session.client.fetchAll(range, query, { uid: true }));
  for (const { uid, source } of mails.toSorted((a, b) => a.uid - b.uid)) {
    if (source === undefined) continue;
    yield { uid, size: source.length, raw: source.length > LARGEST_KEPT ? null : source };
  }
}
