import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FetchedAccount } from '../../src/actions/mailing/connect.ts';
import { isFetched } from '../../src/actions/mailing/connect.ts';
import { actorOf } from '../../src/context.ts';
import type { NewMailAccount } from '../../src/domain/mail-account.ts';
import { connectImap } from '../../src/mail/net/imap.ts';
import type { MailWorld } from '../../src/mail/net/transport.ts';
import { getMailAccount, insertMailAccount } from '../../src/store/mail-accounts.ts';
import { write } from '../../src/store/writing.ts';
import { createDesk, type Desk, type DeskOptions } from './desk.ts';
import { type Dovecot, PASSWORD } from './dovecot.ts';
import { temporaryFolder } from './folder.ts';

const IMPATIENT = { connect: 3000, silence: 3000, sign: 1000 };

/** The real network for reading; nothing is sent. */
export const readingWorld = (claimant = 'here:1:1'): MailWorld => ({
  smtp: () => {
    throw new Error('this test sends nothing');
  },
  imap: (server, login, signal) => connectImap(server, login, signal, IMPATIENT),
  runSecretCommand: () => Promise.reject(new Error('this test runs no command')),
  claimant,
  isGone: () => false,
});

export interface MailDesk extends Desk {
  /** adds an account whose mailbox on the server is `user` */
  readonly addAccount: (user: string, more?: Partial<NewMailAccount>) => FetchedAccount;
  /** the store's file */
  readonly path: string;
}

/** A desk that reads mailboxes of this server, over a store that others can open too. */
export function mailDesk(dovecot: Dovecot, options: DeskOptions = {}): MailDesk {
  const folder = temporaryFolder();
  const store = join(folder, 'desk.db');
  const world = readingWorld();
  const desk = createDesk({ path: store, mail: async () => world, ...options });
  const path = join(folder, 'password');
  writeFileSync(path, `${PASSWORD}\n`, { mode: 0o600 });
  return {
    ...desk,
    path: store,
    addAccount: (user, more) => {
      const account = { ...plainAccount(user, path), imap: dovecot.imap, ...more };
      write(desk.store, actorOf(desk), 'mail-add', (writing) => insertMailAccount(writing, account));
      const added = getMailAccount(desk.store, account.address);
      if (!isFetched(added)) throw new Error('an account without a server');
      return added;
    },
  };
}

/** An account without servers. */
export const plainAccount = (user: string, password: string): NewMailAccount => ({
  address: `${user}@desk.example`,
  name: 'The shop',
  imap: null,
  smtp: null,
  user,
  auth: 'password',
  secret: { from: 'file', path: password },
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
});
