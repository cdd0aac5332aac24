import type { Context } from '../../context.ts';
import { DeskError } from '../../domain/errors.ts';
import type { MailAccount } from '../../domain/mail-account.ts';
import { pauseAfter } from '../../domain/outbox.ts';
import { problemOf, problemText } from '../../domain/problem.ts';
import type { ImapConnection } from '../../mail/net/transport.ts';
import { getEntry } from '../../store/entries.ts';
import { openAt } from '../../store/outbox.ts';
import { lookAgain, noteProblem, settleUncertain } from '../../store/outbox-states.ts';

/** Opens the account's connection for reading, once for a run of the queue; throws MailServerError, DeskError. */
export type OpenImap = () => Promise<ImapConnection>;

/**
 * Looks up in Sent what became of messages that nobody knows the fate of. Found: it was sent. Not found where the server
 * itself puts every copy there: it had not left, and goes again under the same Message-ID. Else it stays open.
 */
export async function settleOpen(context: Context, account: MailAccount, openImap: OpenImap): Promise<number> {
  const { store } = context;
  const open = account.imap === null ? [] : openAt(store, account.id, context.now());
  let settled = 0;
  for (const { entry, messageId } of open) {
    const found = await isInSent(account, messageId, openImap);
    const now = context.now();
    if (found === true) {
      if (settleUncertain(store, entry, { state: 'sent', sentAt: now, problem: null })) settled += 1;
    } else if (found === false && account.sentCopy === 'server') {
      const problem = problemText(problemOf('not-in-sent'));
      if (settleUncertain(store, entry, { state: 'queued', notBefore: now, problem, code: null })) settled += 1;
    } else lookAgain(store, entry, now + pauseAfter(now - (getEntry(store, entry).at ?? now)));
  }
  return settled;
}

/** null: nobody can tell now. */
async function isInSent(account: MailAccount, messageId: string, openImap: OpenImap): Promise<boolean | null> {
  try {
    return await (await openImap()).isInSent(messageId, account.sentFolder);
  } catch (error) {
    if (isExpected(error)) return null;
    throw error;
  }
}

/** Puts a copy of what was sent into Sent where the account wants desk to; a failure is noted and changes nothing else. */
export async function keepSentCopy(
  context: Context,
  account: MailAccount,
  entry: number,
  raw: Buffer,
  openImap: OpenImap,
): Promise<void> {
  if (account.imap === null || account.sentCopy !== 'append') return;
  let cause: string | null = null;
  try {
    if (!(await (await openImap()).appendToSent(raw, account.sentFolder))) cause = account.sentFolder ?? 'Sent?';
  } catch (error) {
    if (!isExpected(error)) throw error;
    cause = 'problem' in error ? error.problem.code : error.what;
  }
  if (cause !== null) noteProblem(context.store, entry, problemText(problemOf('sent-copy-failed', { cause })));
}

interface ServerError extends Error {
  readonly problem: { readonly code: string };
}
/** By its name: the class itself comes with the network, which may not be loaded here. */
const isExpected = (error: unknown): error is DeskError | ServerError =>
  error instanceof DeskError || (error instanceof Error && error.name === 'MailServerError');
