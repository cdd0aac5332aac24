import { actorOf, type Context } from '../../context.ts';
import { DeskError, type ErrorCode } from '../../domain/errors.ts';
import type { ParsedMail } from '../../domain/incoming.ts';
import type { MailAccount, ReadUpTo } from '../../domain/mail-account.ts';
import { problemOf, problemText } from '../../domain/problem.ts';
import { mailIdentity } from '../../mail/identity.ts';
import { forgetIfEmpty } from '../../store/history.ts';
import { entryOfMail } from '../../store/live-signs.ts';
import { mailAccounts } from '../../store/mail-accounts.ts';
import { noteReadUpTo } from '../../store/mail-state.ts';
import { entryFromRaw } from '../../store/messages.ts';
import { asDeskError } from '../../store/sqlite-errors.ts';
import { clearUnfiled, noteUnfiled, unfiledMails } from '../../store/unfiled.ts';
import { type Writing, write, writeQuietly } from '../../store/writing.ts';
import { type FiledLive, fileLiveMail } from '../live/file-live-mail.ts';

/** A mail whose bytes are in the store of raw mails. */
export interface KeptMail {
  readonly sha256: string;
  readonly raw: Buffer;
  readonly account: MailAccount | null;
  /** where on the server it is; null: it did not come from one */
  readonly upTo: ReadUpTo | null;
}

/** unfiled: kept, and in no case, because of a fault of ours */
export interface Fate extends Omit<FiledLive, 'how'> {
  readonly how: FiledLive['how'] | 'unfiled';
  /** the id that `undo` takes; null where nothing was changed */
  readonly action: number | null;
}

/** On which way a mail came, and whether it is only tried. */
export interface Filing {
  readonly verb: 'fetch' | 'deliver';
  readonly dryRun?: boolean;
}

/** What is wrong with the machine and not with the mail: then nothing is noted, and the mail comes again. */
const LATER: ReadonlySet<ErrorCode> = new Set(['busy', 'disk-full', 'io-failed', 'read-only']);
export const isForLater = (error: unknown): error is DeskError => error instanceof DeskError && LATER.has(error.code);

/** Is it in a case already, by its very bytes? */
export const isFiled = ({ store }: Context, sha256: string): boolean => entryFromRaw(store, sha256);

/**
 * Files one kept mail in an action of its own, which also notes how far the folder has been read: both are there after a
 * crash, or neither. A mail that is there already only moves that on. A fault while filing stops nothing and loses
 * nothing: the mail is noted as unfiled. Throws `disk-full`, `io-failed`, `busy`, `read-only`, and whatever a dry run
 * meets.
 */
export function fileKept(context: Context, mail: KeptMail, parsed: ParsedMail, { verb, dryRun = false }: Filing): Fate {
  const { store } = context;
  try {
    const { sha256, raw, account } = mail;
    const identity = mailIdentity(parsed, raw);
    const same = entryOfMail(store, sha256, identity);
    if (same !== null) {
      if (!dryRun) passOver(context, mail);
      return { entry: same.id, case: same.case, how: 'same', action: null };
    }
    // what came by itself is nothing that z takes back among an agent's own doings
    const actor = { ...actorOf(context), session: 'mail' };
    const work = (writing: Writing): FiledLive => {
      noteUpTo(context, mail);
      clearUnfiled(store, sha256);
      return fileLiveMail(writing, context, { sha256, identity, parsed, raw }, account);
    };
    const { action, result } = write(store, actor, verb, work, { dryRun });
    if (dryRun) return { ...result, action: null };
    let isEmpty = false;
    if (result.how === 'same')
      writeQuietly(store, () => {
        isEmpty = forgetIfEmpty(store, action);
      });
    return { ...result, action: isEmpty ? null : action };
  } catch (caught) {
    if (dryRun) throw asDeskError(caught);
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
  if (isForLater(error)) throw error;
  const cause = error instanceof Error ? error.message : String(error);
  const problem = problemText(problemOf('not-filed', { cause }));
  writeQuietly(context.store, () => {
    noteUnfiled(context.store, { sha256: mail.sha256, account: mail.account?.id ?? null, problem }, context.now());
    noteUpTo(context, mail);
  });
  return { entry: null, case: null, how: 'unfiled', action: null };
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
    const { how } = fileKept(context, mail, parsed, { verb: 'fetch' });
    count[how === 'unfiled' ? 'unfiled' : 'filed'] += 1;
  }
  return count;
}
