import { perform } from '../../src/actions/action.ts';
import { type SendOptions, type SendReport, sendDue } from '../../src/actions/mailing/send-queue.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { reply } from '../../src/actions/reply.ts';
import type { Context } from '../../src/context.ts';
import type { MailAccount, NewMailAccount } from '../../src/domain/mail-account.ts';
import type { Outgoing } from '../../src/domain/outbox.ts';
import { type Problem, problemFromText } from '../../src/domain/problem.ts';
import { createSmtp } from '../../src/mail/net/smtp.ts';
import { type ImapConnection, MailServerError, type MailWorld } from '../../src/mail/net/transport.ts';
import { getMailAccount, insertMailAccount } from '../../src/store/mail-accounts.ts';
import { findOutgoing } from '../../src/store/outbox.ts';
import { write } from '../../src/store/writing.ts';
import type { Sink } from './smtp-sink.ts';

export const SHOP = 'cskh@maymoi.example';
const LIMITS = { connect: 3000, greeting: 3000, silence: 3000 };
const ACTOR = { agent: 'Mai', session: 'accounts', now: 0 };

/** An account of ours that sends through this port. */
export function addAccount(context: Context, port: number, more: Partial<NewMailAccount> = {}): MailAccount {
  const account: NewMailAccount = {
    address: SHOP,
    name: 'Máy Mới',
    imap: null,
    smtp: { host: 'localhost', port, tls: 'off' },
    user: 'cskh',
    auth: 'password',
    secret: { from: 'file', path: '/nowhere' },
    mailbox: 'INBOX',
    afterFetch: 'leave',
    moveTo: null,
    since: null,
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
  write(context.store, { ...ACTOR, now: context.now() }, 'mail-add', (writing) => insertMailAccount(writing, account));
  return getMailAccount(context.store, account.address);
}

/** A server's folder of sent mail, as far as sending needs one. */
export interface SentFolder {
  readonly ids: () => Iterable<string>;
  readonly appended: Buffer[];
  /** what it fails with, or null */
  problem: Problem | null;
}

export const sentFolder = (ids: () => Iterable<string> = () => []): SentFolder => ({
  ids,
  appended: [],
  problem: null,
});

const imapOf = (sent: SentFolder): ImapConnection => {
  const never = (): never => {
    throw new Error('sending reads no mail');
  };
  const sound = (): void => {
    if (sent.problem !== null) throw new MailServerError(sent.problem);
  };
  return {
    ...{ open: never, uidsAfter: never, read: never, waitForNews: never, markSeen: never, moveTo: never },
    isInSent: async (id) => {
      sound();
      return [...sent.ids()].includes(id);
    },
    appendToSent: async (raw) => {
      sound();
      sent.appended.push(raw);
      return true;
    },
    close: async () => undefined,
  };
};

/** The network of a test: real SMTP, and a folder of sent mail in place of IMAP. */
export function mailWorld(claimant: string, sent: SentFolder = sentFolder()): MailWorld {
  return {
    smtp: (server, login) => createSmtp(server, login, LIMITS),
    imap: async () => imapOf(sent),
    runSecretCommand: () => Promise.reject(new Error('no commands here')),
    claimant,
    isGone: (other) => other.startsWith('gone'),
  };
}

/** The same desk with this network. */
export const withMail = <C extends Context>(context: C, world: MailWorld): C => ({
  ...context,
  mail: async () => world,
});

/** Works the queue once. */
export const work = (context: Context, more: Partial<SendOptions> = {}): Promise<SendReport> =>
  sendDue(context, { secretFor: async () => 'secret', ...more });

/** A case of this customer, and an answer in it; the entry of the answer. */
export function answerTo(context: Context, customer: string, text = 'Dạ em chào chị.'): number {
  const { number } = perform(context, newCase, {
    ...{ customer, subject: 'Đơn hàng', kind: 'service', channel: 'email', message: 'Bao giờ giao?' },
  }).output;
  const [replied] = perform(context, reply, {
    cases: [number],
    text,
    fields: {},
    addTags: [],
    fromDraft: false,
  }).output;
  return replied?.entry ?? 0;
}

export function outgoing(context: Context, entry: number): Outgoing {
  const found = findOutgoing(context.store, entry);
  if (found === null) throw new Error(`entry ${entry} is not in the outbox`);
  return found;
}

export const problemOn = ({ problem }: Outgoing): string => (problem === null ? '' : problemFromText(problem).code);

/** Which messages the sink took, by how often. */
export const timesTaken = (sink: Sink, id: string): number => sink.taken.filter((one) => one.id === id).length;
