import { choice } from '../../actions/field-values.ts';
import { ownSecretPath } from '../../actions/mailing/secret.ts';
import { parseEndpoint } from '../../domain/endpoint.ts';
import { DeskError } from '../../domain/errors.ts';
import {
  AFTER_FETCH,
  type Endpoint,
  type NewMailAccount,
  SENT_COPIES,
  type SecretSource,
  TLS_MODES,
} from '../../domain/mail-account.ts';
import type { CommandOption, Given, Session } from '../command.ts';
import { goBackGiven } from '../go-back.ts';
import { readAll } from '../io.ts';
import { readText } from '../text-input.ts';

/** What `desk mail add` and `desk mail set` take. */
export const ACCOUNT_OPTIONS: readonly CommandOption[] = [
  { flags: '--name <name>', say: 'mailName' },
  { flags: '--imap <host:port>', say: 'imap' },
  { flags: '--smtp <host:port>', say: 'smtp' },
  { flags: '--tls <mode>', say: 'tls' },
  { flags: '--user <user>', say: 'mailUser' },
  { flags: '--password-file <file>', say: 'passwordFile' },
  { flags: '--password-stdin', say: 'passwordStdin' },
  { flags: '--password-command <command>', say: 'passwordCommand' },
  { flags: '--oauth2', say: 'oauth2' },
  { flags: '--folder <folder>', say: 'mailFolder' },
  { flags: '--after <what>', say: 'afterFetch' },
  { flags: '--since <date>', say: 'mailSince' },
  { flags: '--sent <who>', say: 'sentCopy' },
  { flags: '--sent-folder <folder>', say: 'sentFolder' },
  { flags: '--authserv-id <name>', say: 'authservId' },
  { flags: '--subject-number <yes|no>', say: 'subjectNumber' },
  { flags: '--html <yes|no>', say: 'htmlMail' },
  { flags: '--plus-address <yes|no>', say: 'plusAddress' },
  { flags: '--auto-reply <template>', say: 'autoReply' },
  { flags: '--signature <language=file>', say: 'signature', many: true },
  { flags: '--unencrypted', say: 'unencrypted' },
  { flags: '--unchecked', say: 'unchecked' },
];

/** The account with what was given in place of what it was, but for its secret. Throws `usage` and `bad-value` naming what is wrong. */
export async function withGiven(before: NewMailAccount, given: Given, now: number): Promise<NewMailAccount> {
  const tlsText = given.text('tls');
  const tls = tlsText === undefined ? null : choice('tls', tlsText, TLS_MODES);
  const server = (name: 'imap' | 'smtp', port: number): Endpoint | null => {
    const text = given.text(name);
    const was = before[name];
    if (text === undefined) return was === null || tls === null ? was : { ...was, tls };
    if (text === 'none') return null;
    const read = parseEndpoint(text, port, tls);
    if (read === null) throw new DeskError('bad-value', 'bad-server', { value: text });
    return read;
  };
  const text = (name: string, was: string | null): string | null => {
    const value = given.text(name);
    return value === undefined ? was : value === '' || value === 'none' ? null : value;
  };
  const yes = (name: string, was: boolean): boolean => {
    const value = given.text(name);
    return value === undefined ? was : choice(name, value, ['yes', 'no']) === 'yes';
  };
  const since = given.text('since');
  const after = given.text('after');
  const [afterName = '', moveTo] = after?.split(/:(.*)/s) ?? [];
  const sent = given.text('sent');
  const afterFetch = after === undefined ? before.afterFetch : choice('after', afterName, AFTER_FETCH);
  return {
    ...before,
    name: given.text('name') ?? before.name,
    imap: server('imap', 993),
    smtp: server('smtp', 587),
    user: given.text('user') ?? before.user,
    auth: given.flag('oauth2') ? 'oauth2' : before.auth,
    mailbox: given.text('folder') ?? before.mailbox,
    afterFetch,
    moveTo: afterFetch === 'move' ? (moveTo ?? before.moveTo) : null,
    since: since === undefined ? before.since : goBackGiven(since, now),
    sentCopy: sent === undefined ? before.sentCopy : choice('sent', sent, SENT_COPIES),
    sentFolder: text('sentFolder', before.sentFolder),
    authservId: text('authservId', before.authservId),
    subjectNumber: yes('subjectNumber', before.subjectNumber),
    html: yes('html', before.html),
    plusAddress: yes('plusAddress', before.plusAddress),
    autoReply: text('autoReply', before.autoReply),
    signatures: await signaturesGiven(given.texts('signature'), before.signatures),
  };
}

/** Where the password is, or will be: `typed` is kept there once it is known to be right. */
export interface GivenSecret {
  readonly source: SecretSource;
  readonly typed: string | null;
}

/** Where the password is, if one of the three ways was taken; throws `two-passwords`, `secret-empty`. */
export async function secretGiven(
  { io, storePath }: Session,
  address: string,
  given: Given,
): Promise<GivenSecret | null> {
  const path = given.text('passwordFile');
  const command = given.text('passwordCommand');
  const piped = given.flag('passwordStdin');
  if ([path !== undefined, command !== undefined, piped].filter(Boolean).length > 1)
    throw new DeskError('usage', 'two-passwords');
  if (path !== undefined) return { source: { from: 'file', path: absolute(path) }, typed: null };
  if (command !== undefined) return { source: { from: 'command', command }, typed: null };
  if (!piped) return null;
  const secret = (await readAll(io.stdin)).split(/\r?\n/, 1)[0] ?? '';
  if (secret === '') throw new DeskError('bad-value', 'secret-empty', { path: '-' });
  return { source: { from: 'file', path: ownSecretPath(storePath, address) }, typed: secret };
}

/** The account is also used from other folders: by cron, by the screens. */
const absolute = (path: string): string => (path.startsWith('/') ? path : `${process.cwd()}/${path}`);

async function signaturesGiven(
  values: readonly string[],
  before: NewMailAccount['signatures'],
): Promise<NewMailAccount['signatures']> {
  const signatures = { ...before };
  for (const value of values) {
    const [language = '', file] = value.split(/=(.*)/s);
    if (!/^[a-z]{2,3}$/.test(language) || file === undefined) throw new DeskError('usage', 'bad-signature', { value });
    if (file === '') delete signatures[language];
    else signatures[language] = (await readText(file)).trimEnd();
  }
  return signatures;
}
