import type { Context } from '../../context.ts';
import { normalAddress } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import { type IncomingLargeMail, type IncomingMail, PARSER_VERSION, type ParsedMail } from '../../domain/incoming.ts';
import type { MailAccount } from '../../domain/mail-account.ts';
import { detectFormat } from '../../intake/detect.ts';
import { readEml } from '../../intake/eml.ts';
import { getMailAccount, mailAccounts } from '../../store/mail-accounts.ts';
import { sha256 } from '../../store/raw.ts';
import { expected } from '../expected.ts';
import { keepRaw, readable } from '../import/keep-raw.ts';
import { type Fate, fileKept, isForLater } from '../mailing/file-kept.ts';
import { notForgotten } from '../not-forgotten.ts';

export interface DeliverOptions {
  /** the address of the account it came to; left out: found in the addresses it was sent to */
  readonly account?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

export interface Delivered extends Fate {
  readonly sha256: string;
}

/**
 * Takes in one mail as it comes from a delivery program: its bytes are kept, then it is parsed and filed by the rules of
 * live mail. One that is there already, or is of a customer who was forgotten, adds nothing. Throws `no-mail` for what is none, `busy` for whatever would not
 * happen a second time: no space, a locked store.
 */
export async function deliverMail(
  context: Context,
  bytes: AsyncIterable<Buffer>,
  options: DeliverOptions,
): Promise<Delivered> {
  const named = options.account === undefined ? null : getMailAccount(context.store, options.account);
  const mail = await readMail(bytes);
  try {
    return await take(context, mail, named, options.dryRun === true);
  } catch (caught) {
    const error = expected(caught);
    if (isForLater(error)) throw new DeskError('busy', error.what, error.facts, error);
    throw error;
  }
}

async function readMail(bytes: AsyncIterable<Buffer>): Promise<IncomingMail | IncomingLargeMail> {
  const incoming = await readEml(bytes, 'deliver', '', null);
  if (incoming.kind === 'problem' && incoming.problem.code === 'mail-too-large')
    throw new DeskError('bad-data', 'mail-larger', incoming.problem.facts);
  if (incoming.kind !== 'mail' && incoming.kind !== 'large-mail') throw new DeskError('bad-data', 'no-mail');
  const format = detectFormat(readable(incoming), '');
  if (format !== 'eml' && format !== 'mbox') throw new DeskError('bad-data', 'no-mail');
  return incoming;
}

async function take(
  context: Context,
  mail: IncomingMail | IncomingLargeMail,
  named: MailAccount | null,
  dryRun: boolean,
): Promise<Delivered> {
  const { store } = context;
  const raw = readable(mail);
  const hash = mail.kind === 'mail' ? sha256(mail.raw) : mail.sha256;
  const [known] = await notForgotten(context, [mail], () => ({ sha256: hash, raw }));
  if (known === undefined) return { entry: null, case: null, how: 'same', action: null, sha256: hash };
  if (!dryRun) keepRaw(context, [mail]);
  const parsed = await context.parseMail(raw, mail);
  const account = named ?? accountOf(mailAccounts(store), parsed);
  const fate = fileKept(context, { sha256: hash, raw, account, upTo: null }, parsed, { verb: 'deliver', dryRun });
  if (!dryRun && fate.how !== 'unfiled')
    store.raw().settle([{ sha256: hash, state: fate.how === 'same' ? 'same' : 'filed' }], PARSER_VERSION);
  return { ...fate, sha256: hash };
}

/** The account that a mail was sent to, by its addresses; else the only one there is. */
function accountOf(accounts: readonly MailAccount[], { addresses }: ParsedMail): MailAccount | null {
  const to = new Set(
    addresses
      .filter(({ role }) => role === 'delivered-to' || role === 'to' || role === 'cc')
      .map(({ address }) => normalAddress(address).replace(/\+[^@]*(?=@)/, '')),
  );
  const [only = null] = accounts;
  return accounts.find(({ address }) => to.has(normalAddress(address))) ?? (accounts.length === 1 ? only : null);
}
