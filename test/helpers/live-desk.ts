import { type FiledLive, fileLiveMail } from '../../src/actions/live/file-live-mail.ts';
import { actorOf, type Context } from '../../src/context.ts';
import type { MailAccount, NewMailAccount } from '../../src/domain/mail-account.ts';
import { mailIdentity } from '../../src/mail/identity.ts';
import { insertMailAccount } from '../../src/store/mail-accounts.ts';
import { sha256 } from '../../src/store/raw.ts';
import { write } from '../../src/store/writing.ts';
import { NO_HINTS } from './mails.ts';

/** A mail comes in: kept, parsed, filed in an action of its own, as fetching and delivering do it. */
export async function receive(
  desk: Context,
  raw: Buffer,
  account: MailAccount | null = null,
): Promise<FiledLive & { action: number }> {
  desk.store.raw().keep([{ raw, source: 'test', ref: '' }]);
  const parsed = await desk.parseMail(raw, NO_HINTS);
  const mail = { sha256: sha256(raw), raw, parsed, identity: mailIdentity(parsed, raw) };
  const { action, result } = write(desk.store, actorOf(desk), 'deliver', (writing) =>
    fileLiveMail(writing, desk, mail, account),
  );
  return { ...result, action };
}

/** An account that fetches and sends by servers that nobody asks. */
export function addTestAccount(desk: Context, address: string, more: Partial<NewMailAccount> = {}): MailAccount {
  const account: NewMailAccount = {
    address,
    name: 'Shop',
    imap: { host: 'imap.example', port: 993, tls: 'on' },
    smtp: { host: 'smtp.example', port: 465, tls: 'on' },
    user: address,
    auth: 'password',
    secret: { from: 'command', command: 'true' },
    mailbox: 'INBOX',
    afterFetch: 'leave',
    moveTo: null,
    since: 0,
    sentCopy: 'none',
    sentFolder: null,
    authservId: null,
    subjectNumber: false,
    html: false,
    plusAddress: false,
    autoReply: null,
    signatures: {},
    ...more,
  };
  const { result } = write(desk.store, actorOf(desk), 'mail-add', (writing) => insertMailAccount(writing, account));
  return { ...account, id: result, addedAt: desk.now() };
}
