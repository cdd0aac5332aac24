import { dry } from './dry.ts';

/** What is said about mail accounts, fetching and sending. */
export const mail = {
  added: (address: string, dryRun: boolean) =>
    `${dry(dryRun)}Account ${address} added. Mail comes in with: desk mail fetch, or by itself while desk is open.`,
  changed: (address: string, dryRun: boolean) => `${dry(dryRun)}Account ${address} changed.`,
  removed: (address: string, held: number, dryRun: boolean) =>
    `${dry(dryRun)}Account ${address} removed; its cases stay.${held === 0 ? '' : ` ${held} unsent ${held === 1 ? 'message is' : 'messages are'} held.`}`,
  passwordStays: (path: string) => `The password file stays: ${path}`,
  loggingIn: 'Logging in …',
  noAccounts: 'There is no mail account yet. Connect one with: desk mail add',
  outbox: 'Outbox',
  neverFetched: 'not fetched yet',
  fetchedAt: (when: string) => `last fetched: ${when}`,
  fetchFailed: (when: string, problem: string) => `fetching failed at ${when}: ${problem}`,
  sendFailed: (when: string, problem: string) => `sending failed at ${when}: ${problem}`,
  askAddress: 'Mail address',
  askImap: 'Server for fetching (IMAP)',
  askSmtp: 'Server for sending (SMTP)',
  askUser: 'User name',
  askName: 'Your name in From',
  askPassword: 'Password (not shown)',
  appPassword: (url: string) => `This provider asks for an app password; it is made at ${url}`,
  fetching: (address: string, done: number, of: number) => `${address}: ${done} of ${of} …`,
  fetched: (mails: number, cases: number, dryRun: boolean) =>
    dryRun
      ? `${dry(true)}${mails} new ${mails === 1 ? 'mail' : 'mails'} on the server.`
      : mails === 0
        ? 'No new mail.'
        : `${mails} new ${mails === 1 ? 'mail' : 'mails'} in ${cases} ${cases === 1 ? 'case' : 'cases'}.`,
  fetchedRest: (unchanged: number, unfiled: number) =>
    [
      unchanged === 0 ? '' : `${unchanged} ${unchanged === 1 ? 'was' : 'were'} there already`,
      unfiled === 0 ? '' : `${unfiled} kept and in no case: see desk doctor`,
    ]
      .filter((one) => one !== '')
      .join(', '),
  triedAgain: (filed: number, unfiled: number) =>
    `Tried again: ${filed} ${filed === 1 ? 'is' : 'are'} in a case now${unfiled === 0 ? '' : `, ${unfiled} still in none`}.`,
  goesBack: (address: string, day: string) =>
    `${address} is fetched for the first time, back to ${day}. For another date: desk mail fetch --since DATE`,
  askGoBack: (address: string) => `${address}: fetch how many days back (a number, or all)`,
  sinceOver: (address: string) => `${address} has been fetched before; --since counts for the first time only.`,
  // the mail screen and the status line
  title: 'Mail',
  outboxEmpty: 'Nothing lies here: everything that was written has been sent.',
  byDelivery: 'mail comes by desk mail deliver',
  holds: {
    'no-account': 'Written before there was a mail account: release it, and it is sent.',
    'before-account': 'Written before this account was added: release it, and it is sent.',
    'called-back': 'Called back.',
    stale: 'It has waited for over a day and was never tried: release it if it should still go.',
    'account-gone': 'Its account was removed: release it, and another one sends it.',
    restored: 'It came back from a backup and may have left since that was made: release it if it has not.',
  },
  statusCode: (code: string) => `Status code ${code}.`,
  attempts: (n: number) => `Tried ${n} times.`,
  uncertainWhat: 'It was handed over and no answer came: it may have arrived. Nothing sends it again by itself.',
  manualWhat: 'desk cannot send on this channel: pass it on yourself, then say so.',
  failedNow: (n: number) => `${n} not sent!`,
  troubled: 'mail trouble (gm)',
  queuedNow: (n: number) => `${n} queued`,
  manualNow: (n: number) => `${n} to pass on`,
  fetchedAgo: (who: string, ago: string) => `${who} ${ago}`,
  accounts: (n: number) => `${n} accounts`,
  keptUnfiled: 'The mail is kept, but could not be put into a case. desk doctor says why.',
  movedOn: (number: number, state: string) => `#${number}: ${state}.`,
  drafted: (number: number, dryRun: boolean) => `${dry(dryRun)}Back as a draft in #${number}.`,
};
