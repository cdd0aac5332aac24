import type { Context } from '../../context.ts';
import { DELIVERIES, type Delivery } from '../../domain/entry.ts';
import type { MailAccount, MailState } from '../../domain/mail-account.ts';
import { mailAccounts } from '../../store/mail-accounts.ts';
import { mailStates } from '../../store/mail-state.ts';
import { outboxCounts } from '../../store/outbox.ts';

export interface AccountStatus {
  readonly account: MailAccount;
  readonly state: MailState;
}

/** Mail in a few figures, for the status line. */
export interface MailStanding {
  /** the accounts' addresses */
  readonly addresses: readonly string[];
  /** ms; of the account that was fetched longest ago; null: one has not been fetched yet */
  readonly fetchedAt: number | null;
  /** the last fetch or connection for sending of some account went wrong */
  readonly troubled: boolean;
  readonly queued: number;
  readonly held: number;
  /** to be passed on by hand, and not said to be */
  readonly manual: number;
  /** failed, bounced, or nobody knows; and nobody has looked yet */
  readonly failed: number;
}

export function readMailStanding(context: Context): MailStanding {
  const { accounts, outbox } = readMailStatus(context);
  const fetched = accounts.filter(({ account }) => account.imap !== null).map(({ state }) => state.fetchedAt);
  return {
    addresses: accounts.map(({ account }) => account.address),
    fetchedAt: fetched.includes(null)
      ? null
      : fetched.reduce<number | null>((a, b) => Math.min(a ?? Infinity, b ?? Infinity), null),
    troubled: accounts.some(({ state }) => state.fetchFailedAt !== null || state.sendFailedAt !== null),
    queued: outbox.queued + outbox.sending,
    held: outbox.held,
    manual: outbox.manual,
    failed: outbox.failed + outbox.uncertain + outbox.bounced,
  };
}

export interface MailStatus {
  readonly accounts: readonly AccountStatus[];
  /** messages by state; what is sent is not counted, nor a failure that somebody has looked at */
  readonly outbox: Readonly<Record<Delivery, number>>;
}

/** How mail does: the accounts, their last fetch and problems, the outbox. */
export function readMailStatus(context: Context): MailStatus {
  const states = new Map(mailStates(context.store).map((state) => [state.account, state]));
  const counts = new Map(outboxCounts(context.store).map(({ state, messages }) => [state, messages]));
  const outbox = { held: 0, queued: 0, sending: 0, sent: 0, failed: 0, uncertain: 0, bounced: 0, manual: 0 };
  for (const state of DELIVERIES) outbox[state] = counts.get(state) ?? 0;
  return {
    accounts: mailAccounts(context.store).flatMap((account) => {
      const state = states.get(account.id);
      return state === undefined ? [] : [{ account, state }];
    }),
    outbox,
  };
}
