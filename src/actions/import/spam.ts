import { isBlocked } from '../../store/blocked-senders.ts';
import type { Writing } from '../../store/writing.ts';
import { type Filing, type FreshMail, isOurs } from './filing.ts';

/** Is all that others wrote in these mails from senders whose mail is filed away as spam? */
export function isSpam(writing: Writing, { own }: Pick<Filing, 'own'>, mails: readonly FreshMail[]): boolean {
  const theirs = mails.filter(({ head }) => !isOurs(head, own));
  return (
    theirs.length > 0 &&
    theirs.every(({ head }) => head.from.length > 0 && head.from.every((one) => isBlocked(writing.store, one.address)))
  );
}
