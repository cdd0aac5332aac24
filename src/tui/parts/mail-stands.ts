import type { MailStanding } from '../../actions/read-cases.ts';
import type { Words } from '../../i18n/index.ts';
import { age } from '../../i18n/time.ts';

/** How mail stands, what matters most first: what has failed, what goes wrong, what lies here, when it was last fetched. */
export function mailStands(mail: MailStanding, words: Words, now: number): string[] {
  const { addresses, fetchedAt } = mail;
  const told = words.mail;
  return [
    ...(mail.failed === 0 ? [] : [told.failedNow(mail.failed)]),
    ...(mail.troubled ? [told.troubled] : []),
    ...(mail.queued === 0 ? [] : [told.queuedNow(mail.queued)]),
    ...(mail.held === 0 ? [] : [words.tui.held(mail.held)]),
    ...(mail.manual === 0 ? [] : [told.manualNow(mail.manual)]),
    ...(addresses.length === 0 || fetchedAt === null
      ? []
      : [told.fetchedAgo(nameOf(addresses, told), age(words, now - fetchedAt))]),
  ];
}

const nameOf = (addresses: readonly string[], told: Words['mail']): string =>
  addresses.length === 1 ? (addresses[0] ?? '') : told.accounts(addresses.length);
