import type { Context } from '../../context.ts';
import { DeskError } from '../../domain/errors.ts';
import type { MailAccount } from '../../domain/mail-account.ts';
import { CLAIM_MS, type Outgoing, pauseAfter, retryAfter, SENT_COPY_MS } from '../../domain/outbox.ts';
import { type Problem, problemOf, problemText } from '../../domain/problem.ts';
import type { SendOutcome, SmtpTransport } from '../../mail/net/transport.ts';
import { getEntry } from '../../store/entries.ts';
import {
  giveBack,
  noteSentBytes,
  postponeDue,
  type Settled,
  settleClaim,
  settleUncertain,
} from '../../store/outbox-states.ts';
import { writeQuietly } from '../../store/writing.ts';
import { messageBytes, type Wire } from './message-bytes.ts';

/** ms in which a message must have been handed over; the rest of its claim is for the server's answer. */
const HAND_OVER_MS = CLAIM_MS - 90_000;

/** What came of one message; `away`: the server could not be spoken to, and the message waits as it was. */
export type OneSent =
  | { readonly state: 'sent'; readonly raw: Buffer }
  | { readonly state: 'queued' | 'failed' | 'uncertain' }
  | { readonly state: 'away'; readonly problem: Problem };

/** Sends a message that this process has claimed, and settles what became of it. */
export async function sendOne(
  context: Context,
  account: MailAccount,
  transport: SmtpTransport,
  claimant: string,
  outgoing: Outgoing,
  signal?: AbortSignal,
): Promise<OneSent> {
  const { store } = context;
  const { entry } = outgoing;
  const wire = await composed(context, account, outgoing);
  if ('code' in wire) {
    settleClaim(store, entry, claimant, { state: 'failed', problem: problemText(wire), code: null });
    return { state: 'failed' };
  }
  const [sha256 = ''] = kept(context, outgoing, claimant, wire.raw);
  // handed over while the claim still holds, or not at all: nobody else may take the message for lost meanwhile
  const limit = AbortSignal.timeout(HAND_OVER_MS);
  const end = signal === undefined ? limit : AbortSignal.any([signal, limit]);
  const outcome = await transport.send(wire.raw, wire.to, end);
  const now = context.now();
  if (outcome.kind === 'unreachable') {
    const until = now + pauseAfter(now - (getEntry(store, entry).at ?? now));
    giveBack(store, entry, claimant, until, problemText(outcome.problem));
    postponeDue(store, account.id, now, until);
    return { state: 'away', problem: outcome.problem };
  }
  const settled = settledBy(outcome, outgoing, now);
  writeQuietly(store, () => {
    const isMine = settleClaim(store, entry, claimant, settled);
    if (settled.state !== 'sent') return;
    // a claim that ran out made it uncertain; the server's word ends that
    if (!isMine) settleUncertain(store, entry, settled);
    noteSentBytes(store, entry, sha256);
  });
  return settled.state === 'sent' ? { state: 'sent', raw: wire.raw } : { state: settled.state };
}

/** The bytes, or why there are none. */
async function composed(context: Context, account: MailAccount, outgoing: Outgoing): Promise<Wire | Problem> {
  try {
    return await messageBytes(context, account, outgoing);
  } catch (error) {
    const cause = error instanceof DeskError ? error.what : error instanceof Error ? error.message : String(error);
    return problemOf('not-composed', { cause });
  }
}

/** Keeps what is about to be sent; where the disk takes nothing, nothing is sent. */
function kept(context: Context, { entry, messageId }: Outgoing, claimant: string, raw: Buffer): string[] {
  try {
    return context.store.raw().keep([{ raw, source: 'outbox', ref: messageId }]);
  } catch (error) {
    const problem = problemOf('not-composed', { cause: error instanceof DeskError ? error.what : String(error) });
    giveBack(context.store, entry, claimant, context.now() + pauseAfter(0), problemText(problem));
    throw error;
  }
}

function settledBy(
  outcome: Exclude<SendOutcome, { kind: 'unreachable' }>,
  { attempts }: Outgoing,
  now: number,
): Settled {
  if (outcome.kind === 'sent') {
    const { refused } = outcome;
    const addresses = refused.map(({ address }) => address).join(', ');
    const reply = refused.map(({ code }) => code ?? '?').join(', ');
    const problem = refused.length === 0 ? null : problemText(problemOf('recipients-refused', { addresses, reply }));
    return { state: 'sent', sentAt: now, problem };
  }
  const problem = problemText(outcome.problem);
  if (outcome.kind === 'uncertain') return { state: 'uncertain', notBefore: now + SENT_COPY_MS, problem, code: null };
  const wait = outcome.permanent ? null : retryAfter(attempts);
  const { code } = outcome;
  return wait === null ? { state: 'failed', problem, code } : { state: 'queued', notBefore: now + wait, problem, code };
}
