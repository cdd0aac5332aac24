import { normalAddress } from '../domain/entry.ts';
import type { ParsedMail } from '../domain/incoming.ts';
import { bareSubject } from '../domain/standing.ts';
import { readClaim, readMintedId, readPlusToken } from './minted-id.ts';
import { parentIds } from './thread.ts';

/** What a mail carries that may say which case it belongs to; each list strongest first. */
export interface Signs {
  /** ids that this desk signed, and the case each was given for */
  readonly minted: readonly { readonly id: string; readonly case: number }[];
  /** cases named by signed addresses it was sent to */
  readonly tokens: readonly number[];
  /** ids of mails it answers, or returns, nearest first; compared without regard to capitals */
  readonly ids: readonly string[];
  /** cases that a `[#42]` in its subject names */
  readonly numbers: readonly number[];
  /** cases that an id or address of our form names without our signature */
  readonly claimed: readonly number[];
}

/**
 * Reads the signs of a mail: ids in In-Reply-To, then in References from right to left (`returned` before them: those of
 * the mail that a bounce brings back), tokens in the addresses it went to, numbers in its subject. `key` is what this
 * desk signs with; `own` are our addresses, normalised.
 */
export function signsOf(mail: ParsedMail, returned: readonly string[], key: string, own: ReadonlySet<string>): Signs {
  const ids = unique([...returned, ...parentIds(mail)].flatMap((id) => [id, evened(id)]));
  const sentTo = mail.addresses
    .filter(({ role }) => role === 'to' || role === 'cc' || role === 'delivered-to')
    .map(({ address }) => address);
  const domains = new Set([...own].map(domainOf));
  const minted = ids.flatMap((id) => {
    const read = readMintedId(key, id);
    return read === null ? [] : [{ id, case: read.case }];
  });
  const tokens = sentTo.flatMap((address) => readPlusToken(key, address)?.case ?? []);
  const signed = new Set([...minted.map((one) => one.case), ...tokens]);
  const claims = [
    ...ids.filter((id) => domains.has(domainOf(evened(id)))),
    ...sentTo.filter((address) => own.has(withoutPlus(address))),
  ].flatMap((text) => readClaim(text) ?? []);
  return {
    minted,
    tokens: unique(tokens),
    ids,
    numbers: numbersIn(mail.subject ?? ''),
    claimed: unique(claims.filter((number) => !signed.has(number))),
  };
}

/** Letters of a subject that are looked at. */
const SUBJECT_READ = 1000;

/** A subject as two are compared: without answers' and lists' marks before it, capitals and spaces evened out. */
export function subjectCore(subject: string): string {
  let core = subject.slice(0, SUBJECT_READ);
  for (let before = ''; before !== core; ) {
    before = core;
    core = bareSubject(core.replace(/^\s*\[[^\]]{0,60}\]\s*/, ''));
  }
  return core.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
const domainOf = (address: string): string => normalAddress(address).split('@').at(-1) ?? '';
const withoutPlus = (address: string): string => normalAddress(address).replace(/\+[^@]*(?=@)/, '');

/** An id whose brackets were lost in part, or that took the full stop of its sentence along. */
const evened = (id: string): string => id.replace(/^[<"']+/, '').replace(/[>"'.,;]+$/, '');

const numbersIn = (subject: string): number[] =>
  unique([...subject.slice(0, SUBJECT_READ).matchAll(/\[#([1-9]\d{0,11})\]/g)].map((match) => Number(match[1])));
