import * as z from 'zod';
import type { Context } from '../../context.ts';
import { isThisMachine } from '../../domain/endpoint.ts';
import { normalAddress } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import {
  AFTER_FETCH,
  AUTHS,
  type Endpoint,
  type MailAccount,
  type NewMailAccount,
  SENT_COPIES,
  TLS_MODES,
} from '../../domain/mail-account.ts';
import { addrSpec } from '../../mail/compose/address-check.ts';
import {
  deleteMailAccount,
  findMailAccount,
  getMailAccount,
  insertMailAccount,
  updateMailAccount,
} from '../../store/mail-accounts.ts';
import { holdOfAccount } from '../../store/outbox-states.ts';
import { describeAction } from '../../store/writing.ts';
import type { Action } from '../action.ts';
import { getSavedTemplate } from '../templates.ts';

const address = z.string().refine((text) => addrSpec.safeParse(text).success, 'address');
const line = z.string().regex(/^[^\r\n\0]*$/, 'other');
const endpoint = z
  .strictObject({ host: line.min(1), port: z.int().min(1).max(65_535), tls: z.enum(TLS_MODES) })
  .nullable();

const account: z.ZodType<NewMailAccount> = z.strictObject({
  address,
  name: line,
  imap: endpoint,
  smtp: endpoint,
  user: line,
  auth: z.enum(AUTHS),
  secret: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('file'), path: line.min(1) }),
    z.strictObject({ from: z.literal('command'), command: line.min(1) }),
  ]),
  mailbox: line.min(1),
  afterFetch: z.enum(AFTER_FETCH),
  moveTo: line.min(1).nullable(),
  since: z.int().nullable(),
  sentCopy: z.enum(SENT_COPIES),
  sentFolder: line.min(1).nullable(),
  authservId: line.min(1).nullable(),
  subjectNumber: z.boolean(),
  html: z.boolean(),
  plusAddress: z.boolean(),
  autoReply: z.string().nullable(),
  signatures: z.record(z.string(), z.string()),
});

const input = z.strictObject({
  account,
  /** an unencrypted connection to another machine was asked for by force */
  unencrypted: z.boolean(),
});
type AccountInput = z.infer<typeof input>;

/** A new account. What was written before stays held. Throws `account-exists`, `unencrypted`, `no-such-template`. */
export const addAccount: Action<AccountInput, { readonly id: number }> = {
  id: 'mail-add',
  input,
  run: (writing, context, wanted) => {
    const { address: written } = wanted.account;
    if (findMailAccount(writing.store, written) !== null)
      throw new DeskError('bad-value', 'account-exists', { address: written });
    expectUsable(wanted);
    if (wanted.account.autoReply !== null) getSavedTemplate(context, wanted.account.autoReply);
    describeAction(writing, { what: written });
    return { id: insertMailAccount(writing, wanted.account) };
  },
};

/** Changes an account; its address stays. Throws `no-such-account`, and as `addAccount`. */
export const setAccount: Action<AccountInput, { readonly id: number }> = {
  id: 'mail-set',
  input,
  run: (writing, context, wanted) => {
    const { id } = getMailAccount(writing.store, wanted.account.address);
    expectUsable(wanted);
    if (wanted.account.autoReply !== null) getSavedTemplate(context, wanted.account.autoReply);
    updateMailAccount(writing, id, wanted.account);
    describeAction(writing, { what: wanted.account.address });
    return { id };
  },
};

/** Takes an account out: what it has brought stays, what it has not sent yet is held. Throws `no-such-account`. */
export const removeAccount: Action<
  { readonly address: string },
  { readonly held: number; readonly account: MailAccount }
> = {
  id: 'mail-remove',
  input: z.strictObject({ address: z.string() }),
  run: (writing, _context, wanted) => {
    const found = getMailAccount(writing.store, wanted.address);
    const held = holdOfAccount(writing, found.id);
    deleteMailAccount(writing, found.id);
    describeAction(writing, { what: found.address });
    return { held, account: found };
  },
};

/** The account with this address; throws `no-such-account`. */
export const readAccount = (context: Context, written: string): MailAccount =>
  getMailAccount(context.store, normalAddress(written));

function expectUsable({ account: { imap, smtp, afterFetch, moveTo }, unencrypted }: AccountInput): void {
  const open = [imap, smtp].find((one): one is Endpoint => one?.tls === 'off' && !isThisMachine(one.host));
  if (open !== undefined && !unencrypted) throw new DeskError('bad-value', 'unencrypted', { host: open.host });
  if ((afterFetch === 'move') !== (moveTo !== null)) throw new DeskError('bad-value', 'move-where');
}
