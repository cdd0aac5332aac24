import type { Context } from '../../context.ts';
import type { IncomingLargeMail, IncomingMail } from '../../domain/incoming.ts';
import { entryFromRaw } from '../../store/messages.ts';
import { sha256 } from '../../store/raw.ts';

export type AnyMail = IncomingMail | IncomingLargeMail;
/** Known by its bytes. */
export type KnownMail = AnyMail & { readonly sha256: string };

/** What of a mail the parser is given. */
export const readable = (mail: AnyMail): Buffer => (mail.kind === 'mail' ? mail.raw : mail.head);

export const known = (batch: readonly AnyMail[]): KnownMail[] =>
  batch.map((mail) => (mail.kind === 'mail' ? { ...mail, sha256: sha256(mail.raw) } : mail));

/** Is it not in a case already? */
export const isFresh = (context: Context, mail: KnownMail): boolean => !entryFromRaw(context.store, mail.sha256);

/** Is its original kept, and as it came? */
export const isHeld = ({ store }: Context, mail: KnownMail): boolean =>
  store.raw().holds(mail.sha256, mail.kind === 'mail' ? mail.raw : mail.deflated);

/** Keeps them, before anything refers to them. */
export function keepRaw({ store }: Context, mails: readonly AnyMail[]): void {
  if (mails.length === 0) return;
  store.raw().keep(mails.filter((mail) => mail.kind === 'mail'));
  for (const mail of mails) if (mail.kind === 'large-mail') store.raw().keepPacked(mail);
}
