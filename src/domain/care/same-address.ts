/** Providers at which dots before the @ mean nothing, and what follows a plus is a tag (Google's help: "Dots don't matter"). */
const DOTS_MEAN_NOTHING: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);
/** Providers that drop what follows a plus (their help pages on sub-addressing, RFC 5233). */
const TAGS: ReadonlySet<string> = new Set([
  ...DOTS_MEAN_NOTHING,
  ...'outlook.com hotmail.com live.com msn.com icloud.com me.com mac.com fastmail.com proton.me protonmail.com pm.me'.split(
    ' ',
  ),
  ...'zohomail.com yandex.com mailbox.org'.split(' '),
]);
/** Where everybody may have an address: such a domain tells nothing of a company. */
const OPEN_TO_ALL: ReadonlySet<string> = new Set([
  ...TAGS,
  ...'yahoo.com yahoo.com.vn yahoo.co.th ymail.com rocketmail.com aol.com gmx.de gmx.net gmx.com web.de mail.com mail.ru'.split(
    ' ',
  ),
  ...'outlook.com.vn hotmail.co.th hotmail.co.uk live.com.vn qq.com 163.com 126.com naver.com vnn.vn hcm.vnn.vn fpt.vn'.split(
    ' ',
  ),
]);
/** Mailboxes that several people of a house read. */
const ROLES: ReadonlySet<string> = new Set(
  'info sales support contact office admin hello help service cskh kinhdoanh ketoan lienhe billing accounts orders team mail'.split(
    ' ',
  ),
);

export interface Mailbox {
  /** equal for two spellings of one mailbox */
  readonly normal: string;
  readonly local: string;
  readonly domain: string;
  /** the domain is a company's or family's own */
  readonly own: boolean;
  /** read by several people */
  readonly role: boolean;
}

/** RFC 5321 4.5.3.1: no address that mail reaches is longer. */
const MOST_LETTERS = 254;

/** The mailbox that an address leads to; null for what is no address. */
export function mailboxOf(address: string): Mailbox | null {
  if (address.length > MOST_LETTERS) return null;
  const [, written, domain] = /^([^@\s]+)@([^@\s]+\.[^@\s]+)$/.exec(address.trim().toLowerCase()) ?? [];
  if (written === undefined || domain === undefined) return null;
  const tagless = TAGS.has(domain) ? written.replace(/(?<=.)\+.*$/, '') : written;
  const local = DOTS_MEAN_NOTHING.has(domain) ? tagless.replaceAll('.', '') : tagless;
  const at = domain === 'googlemail.com' ? 'gmail.com' : domain;
  return { normal: `${local}@${at}`, local, domain: at, own: !OPEN_TO_ALL.has(domain), role: ROLES.has(local) };
}

/** How an address is written, in one size of letters: equal but for dots and tags is still two spellings. */
export const spelled = (address: string): string => address.trim().toLowerCase();
