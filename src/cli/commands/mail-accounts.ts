import { perform } from '../../actions/action.ts';
import { addAccount, readAccount, removeAccount, setAccount } from '../../actions/mailing/accounts.ts';
import { checkAccount } from '../../actions/mailing/check-account.ts';
import { keepSecret } from '../../actions/mailing/secret.ts';
import { DeskError } from '../../domain/errors.ts';
import type { MailAccount, NewMailAccount } from '../../domain/mail-account.ts';
import { providerOf } from '../../domain/mail-providers.ts';
import { problemOf } from '../../domain/problem.ts';
import { sayProblem } from '../../i18n/say-problem.ts';
import { type AskedAccount, askAccount } from '../ask-account.ts';
import type { Command, Given, Session } from '../command.ts';
import { ACCOUNT_OPTIONS, secretGiven, withGiven } from './mail-account-options.ts';

/** `desk mail add`: an account, logged in to before it is saved. */
export const mailAdd: Command = {
  arguments: '',
  options: [{ flags: '--address <address>', say: 'mailAddress' }, ...ACCOUNT_OPTIONS],
  examples: ['desk mail add', 'desk mail add --address care@gmail.com --password-command "pass care"'],
  run: async (session, _args, given) => {
    const asked = await wanted(session, given);
    const { account } = asked;
    const dryRun = given.flag('dryRun');
    const action = await save(session, addAccount, asked, given);
    const { printer, globals, words } = session;
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, address: account.address });
    else printer.tell(words.mail.added(account.address, dryRun));
    return 0;
  },
};

/** `desk mail set ADDRESS`: changes what is given, and logs in once more. */
export const mailSet: Command = {
  arguments: '<address>',
  options: ACCOUNT_OPTIONS,
  examples: [
    'desk mail set care@shop.example --after seen',
    'desk mail set care@shop.example --signature vi=sig-vi.txt',
  ],
  run: async (session, [address = ''], given) => {
    const { context, printer, globals, words } = session;
    const before = settingsOf(readAccount(context, address));
    const secret = await secretGiven(session, before.address, given);
    const changed = await withGiven(before, given, context.now());
    const account = { ...changed, secret: secret?.source ?? before.secret };
    const dryRun = given.flag('dryRun');
    const action = await save(session, setAccount, { account, typed: secret?.typed ?? null }, given);
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, address: account.address });
    else printer.tell(words.mail.changed(account.address, dryRun));
    return 0;
  },
};

/** `desk mail remove ADDRESS`: the account goes, its cases stay. */
export const mailRemove: Command = {
  arguments: '<address>',
  options: [],
  examples: ['desk mail remove care@shop.example', 'desk mail remove care@shop.example --dry-run'],
  run: ({ context, printer, globals, words }, [address = ''], given) => {
    const dryRun = given.flag('dryRun');
    const { action, output } = perform(context, removeAccount, { address }, { dryRun });
    if (globals.json)
      printer.json({ action: dryRun ? null : action, dryRun, address: output.account.address, held: output.held });
    else {
      const { secret } = output.account;
      printer.tell(words.mail.removed(output.account.address, output.held, dryRun));
      if (secret.from === 'file') printer.remark(words.mail.passwordStays(secret.path));
    }
    return 0;
  },
};

/** The account as it is changed: without what desk itself keeps of it. */
function settingsOf({ id: _id, addedAt: _addedAt, ...settings }: MailAccount): NewMailAccount {
  return settings;
}

/** Everything that an account needs, from the options, asked for where somebody is there. */
async function wanted(session: Session, given: Given): Promise<AskedAccount> {
  const { io, globals } = session;
  const mayAsk = io.inIsTerminal && io.errIsTerminal && !globals.json;
  const address = given.text('address');
  if (address === undefined && !mayAsk)
    throw new DeskError('usage', 'missing-option', { option: '--address', command: 'mail add' });
  const before = fresh(address ?? '');
  const secret = address === undefined ? null : await secretGiven(session, address, given);
  // a server that was not named is none, unless the provider is known
  const changed = await withGiven(before, given, session.context.now());
  const read = secret === null ? changed : { ...changed, secret: secret.source };
  if (secret !== null && address !== undefined) return { account: read, typed: secret.typed };
  if (!mayAsk) throw new DeskError('usage', 'no-password');
  const isMissing = (name: string): boolean => given.text(name) === undefined;
  const missing = { address: isMissing('address'), imap: isMissing('imap'), smtp: isMissing('smtp') };
  return askAccount(session, read, { ...missing, secret: secret === null });
}

function fresh(address: string): NewMailAccount {
  const provider = providerOf(address);
  return {
    address,
    name: '',
    imap: provider?.imap ?? null,
    smtp: provider?.smtp ?? null,
    user: address,
    auth: 'password',
    secret: { from: 'file', path: '-' },
    mailbox: 'INBOX',
    afterFetch: 'leave',
    moveTo: null,
    since: null,
    sentCopy: provider?.sentCopy ?? 'append',
    sentFolder: null,
    authservId: null,
    subjectNumber: false,
    html: false,
    plusAddress: false,
    autoReply: null,
    signatures: {},
  };
}

/**
 * Saves an account that its servers let in. A password that was typed is kept when all else is right: a wrong one replaces
 * none. Gives the action back.
 */
async function save(
  session: Session,
  action: typeof addAccount,
  { account, typed }: AskedAccount,
  given: Given,
): Promise<number | null> {
  const input = { account, unencrypted: given.flag('unencrypted') };
  const tried = perform(session.context, action, input, { dryRun: true });
  if (given.flag('dryRun')) return tried.action;
  await expectLetIn(session, account, typed, given);
  if (typed !== null && account.secret.from === 'file') await keepSecret(account.secret.path, typed);
  return perform(session.context, action, input).action;
}

/** Logs in to both servers; throws `login-refused`, naming the server and what it said. */
async function expectLetIn(
  { context, io, words, printer }: Session,
  account: NewMailAccount,
  typed: string | null,
  given: Given,
): Promise<void> {
  if (given.flag('unchecked')) return;
  if (io.errIsTerminal) printer.remark(words.mail.loggingIn);
  const check = await checkAccount(context, account, typed);
  for (const side of ['imap', 'smtp'] as const) {
    const problem = check[side];
    if (problem !== null)
      throw new DeskError('server-away', 'login-refused', {
        server: `${account[side]?.host ?? ''} (${side.toUpperCase()})`,
        problem: sayProblem(words, problem ?? problemOf('told')),
      });
  }
}
