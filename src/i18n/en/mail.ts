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
  askDays: 'Fetch how many days back (a number, or all)',
};
