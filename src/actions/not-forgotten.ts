import type { Buffer } from 'node:buffer';
import type { Context } from '../context.ts';
import { problemOf } from '../domain/problem.ts';
import { headersOnly } from '../mail/headers-only.ts';
import { mailIdentity } from '../mail/identity.ts';
import { anythingRemoved, isRemoved } from '../store/tombstones.ts';

/** A mail that has come, known by its bytes. */
export interface Arrived {
  readonly sha256: string;
  /** all of it, or of a large one its beginning */
  readonly raw: Buffer;
}

/**
 * The mails that are not of a customer who was forgotten: asked before their bytes are kept, so that nothing has to be
 * removed a second time. What the same person writes anew is another mail, and comes in.
 */
export async function notForgotten<Mail>(
  context: Context,
  mails: readonly Mail[],
  arrived: (mail: Mail) => Arrived,
): Promise<Mail[]> {
  if (!anythingRemoved(context.store)) return [...mails];
  const fates = await Promise.all(mails.map((mail) => isForgotten(context, arrived(mail))));
  return mails.filter((_, at) => fates[at] === false);
}

async function isForgotten(context: Context, { sha256, raw }: Arrived): Promise<boolean> {
  const { store } = context;
  if (isRemoved(store, 'raw', sha256)) return true;
  const hints = { fromLineAt: null, maildirAt: null };
  const { messageId } = headersOnly(raw, hints, problemOf('told'));
  if (messageId !== null && isRemoved(store, 'sent', messageId)) return true;
  // its content is asked for where its name has been here, and where it has none
  if (messageId !== null && !isRemoved(store, 'message-id', messageId)) return false;
  return isRemoved(store, 'mail', mailIdentity(await context.parseMail(raw, hints), raw));
}
