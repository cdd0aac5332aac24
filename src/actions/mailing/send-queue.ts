import type { Context } from '../../context.ts';
import { DeskError } from '../../domain/errors.ts';
import type { MailAccount } from '../../domain/mail-account.ts';
import { SENT_COPY_MS, STALE_MS } from '../../domain/outbox.ts';
import { type Problem, problemOf, problemText } from '../../domain/problem.ts';
import type { ImapConnection, MailWorld } from '../../mail/net/transport.ts';
import { mailStates, noteMailState } from '../../store/mail-state.ts';
import { isDue, openAt, outgoingIn } from '../../store/outbox.ts';
import { claimNext, holdStale, markOrphans } from '../../store/outbox-states.ts';
import { type OneSent, sendOne } from './send-one.ts';
import { sendingAccounts } from './sending-account.ts';
import { keepSentCopy, type OpenImap, settleOpen } from './sent-folder.ts';

export interface SendOptions {
  /** reads the account's secret; throws DeskError */
  readonly secretFor: (account: MailAccount) => Promise<string>;
  /** ends the work between two messages; one that has been handed over is waited for */
  readonly signal?: AbortSignal;
  /** told of each message that has been tried */
  readonly onTried?: (entry: number, state: OneSent['state']) => void;
}

/** What came of working the queue once. */
export interface SendReport {
  readonly sent: number;
  /** refused for now: tried again later */
  readonly again: number;
  readonly failed: number;
  readonly uncertain: number;
  /** accounts whose server could not be spoken to, by address, and why */
  readonly away: readonly { readonly address: string; readonly problem: Problem }[];
}

/**
 * Sends what is due, of every account, and settles what nobody knew the fate of. Any number of processes may do so at the
 * same time: each message is claimed by one of them before anything is said to a server. Throws DeskError when the disk
 * fails; what a server does is in the report.
 */
export async function sendDue(context: Context, options: SendOptions): Promise<SendReport> {
  const { store } = context;
  const counts = { sent: 0, queued: 0, failed: 0, uncertain: 0, away: 0 };
  const away: { address: string; problem: Problem }[] = [];
  if (store.readOnly) return reportOf(counts, away);
  await markGone(context);
  holdStale(store, context.now() - STALE_MS);
  for (const account of sendingAccounts(store)) {
    if (options.signal?.aborted === true) break;
    if (!isDue(store, account.id, context.now()) && openAt(store, account.id, context.now()).length === 0) continue;
    const problem = await workAccount(context, account, options, (state) => {
      counts[state] += 1;
    });
    if (problem !== null) away.push({ address: account.address, problem });
  }
  return reportOf(counts, away);
}

const reportOf = (counts: Record<OneSent['state'], number>, away: SendReport['away']): SendReport => ({
  sent: counts.sent,
  again: counts.queued,
  failed: counts.failed,
  uncertain: counts.uncertain,
  away,
});

async function markGone(context: Context): Promise<void> {
  const { store } = context;
  if (outgoingIn(store, ['sending'], 1).length === 0) return;
  const now = context.now();
  const { isGone } = await context.mail();
  markOrphans(store, now, isGone, problemText(problemOf('sender-gone')), now + SENT_COPY_MS);
}

/** Works through one account; the problem of its server, or null. */
async function workAccount(
  context: Context,
  account: MailAccount,
  { secretFor, signal, onTried }: SendOptions,
  count: (state: OneSent['state']) => void,
): Promise<Problem | null> {
  const { store } = context;
  const world = await context.mail();
  const secret = await secretOf(account, secretFor);
  if (typeof secret !== 'string') return noted(context, account, secret);
  const login = { user: account.user, auth: account.auth, secret };
  const imap = openOnce(world, account, login);
  const transport = account.smtp === null ? null : world.smtp(account.smtp, login);
  let problem: Problem | null = null;
  try {
    await settleOpen(context, account, imap.open);
    while (transport !== null && signal?.aborted !== true) {
      const claimed = claimNext(store, account.id, world.claimant, context.now());
      if (claimed === null) break;
      const done = await sendOne(context, account, transport, world.claimant, claimed, signal);
      count(done.state);
      onTried?.(claimed.entry, done.state);
      problem = noted(context, account, done.state === 'away' ? done.problem : null);
      if (problem !== null) break;
      if (done.state === 'sent') await keepSentCopy(context, account, claimed.entry, done.raw, imap.open);
    }
  } finally {
    transport?.close();
    await imap.close();
  }
  return problem;
}

async function secretOf(account: MailAccount, secretFor: SendOptions['secretFor']): Promise<string | Problem> {
  try {
    return await secretFor(account);
  } catch (error) {
    if (error instanceof DeskError) return problemOf('secret-unread', { cause: error.what });
    throw error;
  }
}

/** Notes how the account does, if that is new; gives the problem back. */
function noted(context: Context, account: MailAccount, problem: Problem | null): Problem | null {
  const told = problem === null ? null : problemText(problem);
  const before = mailStates(context.store).find((state) => state.account === account.id)?.sendProblem ?? null;
  if (told !== null || before !== null) noteMailState(context.store, account.id, 'send', told, context.now());
  return problem;
}

type Login = Parameters<MailWorld['smtp']>[1];

/** One connection for reading, opened when it is first needed; a failure is not tried again. */
function openOnce(
  world: MailWorld,
  account: MailAccount,
  login: Login,
): { open: OpenImap; close: () => Promise<void> } {
  let opening: Promise<ImapConnection> | null = null;
  return {
    open: () => {
      if (account.imap === null) throw new Error(`${account.address} is not read`);
      opening ??= world.imap(account.imap, login);
      return opening;
    },
    close: async () => {
      const connection = await opening?.catch(() => null);
      await connection?.close().catch(() => undefined); // it may be gone already
    },
  };
}
