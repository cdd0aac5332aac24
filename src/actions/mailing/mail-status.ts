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
