import { normalAddress } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import type { Endpoint, MailAccount, NewMailAccount, Tls } from '../domain/mail-account.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

interface AccountRow
  extends Omit<MailAccount, 'imap' | 'smtp' | 'secret' | 'subjectNumber' | 'html' | 'plusAddress' | 'signatures'> {
  readonly imapHost: string | null;
  readonly imapPort: number | null;
  readonly imapTls: Tls | null;
  readonly smtpHost: string | null;
  readonly smtpPort: number | null;
  readonly smtpTls: Tls | null;
  readonly secretFrom: 'file' | 'command';
  readonly secretText: string;
  readonly subjectNumber: 0 | 1;
  readonly html: 0 | 1;
  readonly plusAddress: 0 | 1;
  readonly signatures: string;
}

const SELECT = `SELECT id, address, name, imap_host AS imapHost, imap_port AS imapPort, imap_tls AS imapTls,
  smtp_host AS smtpHost, smtp_port AS smtpPort, smtp_tls AS smtpTls, user, auth, secret_from AS secretFrom,
  secret AS secretText, mailbox, after_fetch AS afterFetch, move_to AS moveTo, since, sent_copy AS sentCopy,
  sent_folder AS sentFolder, authserv_id AS authservId, subject_number AS subjectNumber, html,
  plus_address AS plusAddress, auto_reply AS autoReply, signatures, added_at AS addedAt FROM mail_accounts`;

/** Every account, oldest first. */
export const mailAccounts = (store: Store): MailAccount[] =>
  prepared<[], AccountRow>(store, `${SELECT} ORDER BY id`).all().map(accountOf);

/** The account with this address, or null. */
export function findMailAccount(store: Store, address: string): MailAccount | null {
  const row = prepared<[string], AccountRow>(store, `${SELECT} WHERE normal = ?`).get(normalAddress(address));
  return row === undefined ? null : accountOf(row);
}

/** The account with this address; throws `not-found`. */
export function getMailAccount(store: Store, address: string): MailAccount {
  const found = findMailAccount(store, address);
  if (found === null) throw new DeskError('not-found', 'no-such-account', { address });
  return found;
}

/** Adds an account; its address must be new. Returns its id. */
export function insertMailAccount(writing: Writing, account: NewMailAccount): number {
  const columns = Object.entries({ ...columnsOf(account), added_at: writing.now });
  return Number(
    prepared<unknown[], unknown>(
      writing.store,
      `INSERT INTO mail_accounts (${columns.map(([name]) => name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ).run(...columns.map(([, value]) => value)).lastInsertRowid,
  );
}

/** Makes an account what it is told to be; when it was added stays. */
export function updateMailAccount(writing: Writing, id: number, account: NewMailAccount): void {
  const columns = Object.entries(columnsOf(account));
  prepared<unknown[], unknown>(
    writing.store,
    `UPDATE mail_accounts SET ${columns.map(([name]) => `${name} = ?`).join(', ')} WHERE id = ?`,
  ).run(...columns.map(([, value]) => value), id);
}

/** Takes an account out; its messages must have been taken off it before. */
export function deleteMailAccount(writing: Writing, id: number): void {
  prepared<[number], unknown>(writing.store, 'DELETE FROM mail_accounts WHERE id = ?').run(id);
}

const columnsOf = (account: NewMailAccount): Record<string, string | number | null> => ({
  address: account.address,
  normal: normalAddress(account.address),
  name: account.name,
  imap_host: account.imap?.host ?? null,
  imap_port: account.imap?.port ?? null,
  imap_tls: account.imap?.tls ?? null,
  smtp_host: account.smtp?.host ?? null,
  smtp_port: account.smtp?.port ?? null,
  smtp_tls: account.smtp?.tls ?? null,
  user: account.user,
  auth: account.auth,
  secret_from: account.secret.from,
  secret: account.secret.from === 'file' ? account.secret.path : account.secret.command,
  mailbox: account.mailbox,
  after_fetch: account.afterFetch,
  move_to: account.moveTo,
  since: account.since,
  sent_copy: account.sentCopy,
  sent_folder: account.sentFolder,
  authserv_id: account.authservId,
  subject_number: account.subjectNumber ? 1 : 0,
  html: account.html ? 1 : 0,
  plus_address: account.plusAddress ? 1 : 0,
  auto_reply: account.autoReply,
  signatures: JSON.stringify(account.signatures),
});

function accountOf(row: AccountRow): MailAccount {
  const { imapHost, imapPort, imapTls, smtpHost, smtpPort, smtpTls, secretFrom, secretText, ...rest } = row;
  return {
    ...rest,
    imap: endpointOf(imapHost, imapPort, imapTls),
    smtp: endpointOf(smtpHost, smtpPort, smtpTls),
    secret: secretFrom === 'file' ? { from: 'file', path: secretText } : { from: 'command', command: secretText },
    subjectNumber: row.subjectNumber === 1,
    html: row.html === 1,
    plusAddress: row.plusAddress === 1,
    signatures: textsOf(row.signatures),
  };
}

const endpointOf = (host: string | null, port: number | null, tls: Tls | null): Endpoint | null =>
  host === null || port === null || tls === null ? null : { host, port, tls };

function textsOf(json: string): Record<string, string> {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]))
    : {};
}
