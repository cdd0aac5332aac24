import type { Endpoint, SentCopy } from './mail-account.ts';

/** The servers of a mail provider, and whether it files what it sends into Sent by itself. */
export interface MailProvider {
  readonly imap: Endpoint;
  readonly smtp: Endpoint;
  readonly sentCopy: SentCopy;
  /** where an app password or token is made, for those who refuse the account's own */
  readonly appPassword: string | null;
}

const tls = (host: string, port: number): Endpoint => ({ host, port, tls: 'on' });
const starttls = (host: string): Endpoint => ({ host, port: 587, tls: 'starttls' });

const GMAIL: MailProvider = {
  imap: tls('imap.gmail.com', 993),
  smtp: tls('smtp.gmail.com', 465),
  sentCopy: 'server',
  appPassword: 'https://myaccount.google.com/apppasswords',
};
const OUTLOOK: MailProvider = {
  imap: tls('outlook.office365.com', 993),
  smtp: starttls('smtp.office365.com'),
  sentCopy: 'server',
  appPassword: null,
};
const YAHOO: MailProvider = {
  imap: tls('imap.mail.yahoo.com', 993),
  smtp: tls('smtp.mail.yahoo.com', 465),
  sentCopy: 'server',
  appPassword: 'https://login.yahoo.com/account/security',
};
const ICLOUD: MailProvider = {
  imap: tls('imap.mail.me.com', 993),
  smtp: starttls('smtp.mail.me.com'),
  sentCopy: 'append',
  appPassword: 'https://account.apple.com',
};
const FASTMAIL: MailProvider = {
  imap: tls('imap.fastmail.com', 993),
  smtp: tls('smtp.fastmail.com', 465),
  sentCopy: 'append',
  appPassword: 'https://app.fastmail.com/settings/security',
};
const ZOHO: MailProvider = {
  imap: tls('imap.zoho.com', 993),
  smtp: tls('smtp.zoho.com', 465),
  sentCopy: 'server',
  appPassword: 'https://accounts.zoho.com/home#security/app_password',
};
const YANDEX: MailProvider = {
  imap: tls('imap.yandex.com', 993),
  smtp: tls('smtp.yandex.com', 465),
  sentCopy: 'append',
  appPassword: 'https://id.yandex.com/security/app-passwords',
};
const MAILBOX_ORG: MailProvider = {
  imap: tls('imap.mailbox.org', 993),
  smtp: tls('smtp.mailbox.org', 465),
  sentCopy: 'append',
  appPassword: null,
};

/** By the domain of the address. Servers as the providers' own help pages name them. */
const PROVIDERS: Readonly<Record<string, MailProvider>> = {
  'gmail.com': GMAIL,
  'googlemail.com': GMAIL,
  'outlook.com': OUTLOOK,
  'hotmail.com': OUTLOOK,
  'live.com': OUTLOOK,
  'yahoo.com': YAHOO,
  'yahoo.com.vn': YAHOO,
  'ymail.com': YAHOO,
  'icloud.com': ICLOUD,
  'me.com': ICLOUD,
  'fastmail.com': FASTMAIL,
  'zohomail.com': ZOHO,
  'yandex.com': YANDEX,
  'mailbox.org': MAILBOX_ORG,
};

/** The provider of an address, or null: a server of somebody's own. */
export function providerOf(address: string): MailProvider | null {
  const domain = address.trim().toLowerCase().split('@').at(-1) ?? '';
  return PROVIDERS[domain] ?? null;
}

/** What is proposed for a server of somebody's own: the names most hosters use. */
export function proposedServers(address: string): { readonly imap: Endpoint; readonly smtp: Endpoint } {
  const provider = providerOf(address);
  if (provider !== null) return provider;
  const domain = address.trim().toLowerCase().split('@').at(-1) ?? '';
  return { imap: tls(`imap.${domain}`, 993), smtp: starttls(`smtp.${domain}`) };
}
