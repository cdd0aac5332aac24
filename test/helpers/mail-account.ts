import { perform } from '../../src/actions/action.ts';
import { addAccount } from '../../src/actions/mailing/accounts.ts';
import type { Context } from '../../src/context.ts';
import type { MailAccount, NewMailAccount } from '../../src/domain/mail-account.ts';
import { getMailAccount } from '../../src/store/mail-accounts.ts';

/** A mail account on this machine, without encryption, as `desk mail add` would have saved it. */
export function addMailAccount(context: Context, changed: Partial<NewMailAccount> = {}): MailAccount {
  const account: NewMailAccount = {
    address: 'care@shop.example',
    name: 'Shop',
    imap: { host: '127.0.0.1', port: 143, tls: 'off' },
    smtp: { host: '127.0.0.1', port: 25, tls: 'off' },
    user: 'care',
    auth: 'password',
    secret: { from: 'command', command: 'echo test' },
    mailbox: 'INBOX',
    afterFetch: 'leave',
    moveTo: null,
    since: 0,
    sentCopy: 'append',
    sentFolder: null,
    authservId: null,
    subjectNumber: false,
    html: false,
    plusAddress: false,
    autoReply: null,
    signatures: {},
    ...changed,
  };
  perform(context, addAccount, { account, unencrypted: true });
  return getMailAccount(context.store, account.address);
}
