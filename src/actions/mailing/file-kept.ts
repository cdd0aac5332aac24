import { actorOf, type Context } from '../../context.ts';
import { DeskError, type ErrorCode } from '../../domain/errors.ts';
import type { ParsedMail } from '../../domain/incoming.ts';
import type { MailAccount, ReadUpTo } from '../../domain/mail-account.ts';
import { problemOf, problemText } from '../../domain/problem.ts';
import { mailIdentity } from '../../mail/identity.ts';
import { forgetIfEmpty } from '../../store/history.ts';
import { mailAccounts } from '../../store/mail-accounts.ts';
import { noteReadUpTo } from '../../store/mail-state.ts';
import { entryFromRaw, entryWithIdentity } from '../../store/messages.ts';
import { asDeskError } from '../../store/sqlite-errors.ts';
import { clearUnfiled, noteUnfiled, unfiledMails } from '../../store/unfiled.ts';
import { write, writeQuietly } from '../../store/writing.ts';
import { type FiledLive, fileLiveMail } from '../live/file-live-mail.ts';

/** A mail whose bytes are in the store of raw mails. */
export interface KeptMail {
  readonly sha256: string;
  readonly raw: Buffer;
  readonly account: MailAccount | null;
  /** where on the server it is; null: it did not come from one */
  readonly upTo: ReadUpTo | null;
}

export interface Fate {
  /** unfiled: kept, and in no case, because of a fault of ours */
  readonly how: FiledLive['how'] | 'unfiled';
  readonly case: number | null;
}

const SAME: Fate = { how: 'same', case: null };

/** What is wrong with the machine and not with the mail: then nothing is noted, and the mail comes again. */
const OUTSIDE: ReadonlySet<ErrorCode> = new Set(['disk-full', 'io-failed', 'busy', 'read-only']);

/** Is it in a case already, by its very bytes? */
export const isFiled = ({ store }: Context, sha256: string): boolean => entryFromRaw(store, sha256);

/**
 * Files one kept mail in an action of its own, which also notes how far the folder has been read: both are there after a
 * crash, or neither. A mail that is there already only moves that on. A fault while filing stops nothing and loses
 * nothing: the mail is noted as unfiled. Throws `disk-full`, `io-failed`, `busy`, `read-only`.
 */
export function fileKept(context: Context, mail: KeptMail, parsed: ParsedMail): Fate {
  const { store } = context;
  try {
    const identity = mailIdentity(parsed, mail.raw);
    if (isFiled(context, mail.sha256) || entryWithIdentity(store, identity) !== null) {
      passOver(context, mail);
      return SAME;
    }
    const { sha256, raw, account } = mail;
    const { action, result } = write(store, { ...actorOf(context), session: 'mail' }, 'fetch', (writing) => {
      noteUpTo(context, mail);
      clearUnfiled(store, sha256);
      return fileLiveMail(writing, context, { sha256, identity, parsed, raw }, account);
    });
    if (result.how === 'same') writeQuietly(store, () => void forgetIfEmpty(store, action));
    return result;
  } catch (caught) {
    return unfiled(context, mail, caught);
  }
}

/** Notes that a mail has been read, and nothing else; whatever stood in its way is over. */
export function passOver(context: Context, mail: KeptMail): void {
  writeQuietly(context.store, () => {
    noteUpTo(context, mail);
    clearUnfiled(context.store, mail.sha256);
  });
}

/** Keeps a mail in mind that could not be filed, or not even be read. Throws what is wrong with the machine. */
export function unfiled(context: Context, mail: KeptMail, caught: unknown): Fate {
  const error = asDeskError(caught);
  if (error instanceof DeskError && OUTSIDE.has(error.code)) throw error;
  const cause = error instanceof Error ? error.message : String(error);
  const problem = problemText(problemOf('not-filed', { cause }));
  writeQuietly(context.store, () => {
    noteUnfiled(context.store, { sha256: mail.sha256, account: mail.account?.id ?? null, problem }, context.now());
    noteUpTo(context, mail);
  });
  return { how: 'unfiled', case: null };
}

function noteUpTo({ store }: Context, { account, upTo }: KeptMail): void {
  if (account !== null && upTo !== null) noteReadUpTo(store, account.id, account.mailbox, upTo);
}

/** Tries all unfiled mails again. Returns how many found their case, and how many did not. */
export async function fileUnfiled(context: Context): Promise<{ filed: number; unfiled: number }> {
  const accounts = new Map(mailAccounts(context.store).map((account) => [account.id, account]));
  const count = { filed: 0, unfiled: 0 };
  for (const { sha256, account } of unfiledMails(context.store)) {
    const raw = context.store.raw().read(sha256);
    if (raw === null) {
      count.unfiled += 1;
      continue;
    }
    const parsed = await context.parseMail(raw, { fromLineAt: null, maildirAt: null });
    const mail = { sha256, raw, account: accounts.get(account ?? 0) ?? null, upTo: null };
    const { how } = fileKept(context, mail, parsed);
    count[how === 'unfiled' ? 'unfiled' : 'filed'] += 1;
  }
  return count;
}
