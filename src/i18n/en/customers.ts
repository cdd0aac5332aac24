import type { SegmentRule } from '../../domain/care/segments.ts';
import type { Consent } from '../../domain/customer.ts';
import type { MarkRule } from '../../domain/ledger/rules.ts';
import { grouped } from '../number.ts';

/** How much goes along with a customer. */
interface Moved {
  readonly cases: number;
  readonly points: number;
  readonly purchases: number;
  readonly commitments: number;
  readonly tags: number;
}

/** Customers, what they bought, and the ledger of their experiences. */
const rules: Readonly<Record<MarkRule, string>> = {
  'late-first': 'the first answer came too late',
  'late-next': 'a further answer came too late',
  'waited-long': 'waited for days',
  reopened: 'had to come back after it was solved',
  'rating-low': 'rated 1 or 2',
  complaint: 'complained',
  angry: 'became angry',
  'promise-broken': 'a promise was broken',
  'first-contact': 'solved at first contact',
  'rating-5': 'rated 5',
  'rating-4': 'rated 4',
  'promise-kept': 'a promise was kept',
  'option-taken': 'took an option that we offered',
  thanks: 'said thank you',
};

const consents: Readonly<Record<Consent, string>> = {
  yes: 'may be contacted unasked',
  no: 'does not want to be contacted unasked',
};

const times = (n: number, one: string, many: string): string => `${grouped(n)} ${n === 1 ? one : many}`;

function why(rule: SegmentRule, day: (at: number) => string): string {
  switch (rule.rule) {
    case 'first-purchase':
      return rule.at === null ? 'bought for the first time' : `bought for the first time on ${day(rule.at)}`;
    case 'bought-again':
      return `bought ${rule.purchases} times`;
    case 'time-since-first':
      return `first purchase ${rule.days} days ago`;
    case 'often-bought':
      return `bought ${rule.purchases} times in ${rule.withinDays} days`;
    case 'value':
      return `bought for ${grouped(rule.value)} in all, more than ${grouped(rule.over)}`;
    case 'silent':
      return `no word and no purchase for ${rule.days} days`;
    case 'came-back':
      return `bought again on ${day(rule.at)}`;
  }
}

/** What is known of a customer, by the names that actions give it. */
const fields: Readonly<Record<string, string>> = {
  ...{ name: 'name', givenName: 'given name', honorific: 'honorific', language: 'language', company: 'company' },
  ...{ segment: 'segment', internal: 'one of us', consent: 'consent', notes: 'notes', tags: 'tags' },
  ...{ emails: 'addresses', phones: 'phones', handles: 'handles', fields: 'own fields' },
};

export const customers = {
  rules,
  consents,
  why,
  // one customer
  since: (segment: string, day: string) => `${segment} since ${day}`,
  internal: 'one of us',
  tags: 'Tags',
  notes: 'Notes',
  value: 'Value',
  bySegment: 'by segment',
  bought: 'Bought',
  serial: (serial: string) => `serial ${serial}`,
  warranty: (day: string) => `warranty until ${day}`,
  cases: 'Cases',
  suggested: (segment: string, reason: string) => `By the rules: ${segment} (${reason}).`,
  setItWith: (command: string) => `To set it: ${command}`,
  // the ledger
  ledger: 'Ledger',
  noMarks: 'No marks yet.',
  poor: (marks: number, sum: string) => `${times(marks, 'poor mark', 'poor marks')} = ${sum}`,
  good: (marks: number, sum: string) => `${times(marks, 'good mark', 'good marks')} = ${sum}`,
  balance: (good: string, ratio: string, poor: string, balance: string) =>
    `balance ${good} - ${ratio} x ${poor} = ${balance}`,
  strikes: (strikes: number, of: number, days: number) => `${strikes} of ${of} strikes in ${days} days`,
  oneMore: 'One more and this customer leaves.',
  enough: 'Enough poor experiences to leave.',
  claims: (strikes: number, ratio: string) =>
    `${strikes} strikes and ${ratio} to 1 are what articles of the field claim (92 % leave after three poor experiences; twelve good ones make up for one): claims, not laws. desk config set ledger changes them.`,
  mark: (weight: string) => `weight ${weight}`,
  strike: 'strike',
  overruled: (reason: string) => `does not count: ${reason}`,
  overruleWith: (command: string) => `A mark that is wrong: ${command}`,
  overrulesSaid: (what: string, dry: boolean) =>
    dry ? `Would not count: ${what}.` : `Does not count any more: ${what}.`,
  countsSaid: (what: string, dry: boolean) => (dry ? `Would count again: ${what}.` : `Counts again: ${what}.`),
  cardLedger: (strikes: number, of: number, balance: string) =>
    `${strikes} ${strikes === 1 ? 'strike' : 'strikes'} (${of} are out), balance ${balance}`,
  // the command line
  none: 'No customer is found.',
  changed: (name: string, what: string, dry: boolean) =>
    dry ? `Would change ${name}: ${what}.` : `${name}: ${what} changed.`,
  unchanged: (name: string) => `${name} is so already.`,
  purchaseRemoved: (product: string, dry: boolean) => (dry ? `Would remove ${product}.` : `Removed: ${product}.`),
  wouldBuy: (product: string) => `Would note ${product}.`,
  fields,
  noted: (product: string) => `Noted: ${product}.`,
  noSuggestion: 'The rules suggest no other segment.',
  noPurchaseHere: 'This line is no purchase.',
  noMarkHere: 'This line has no mark of the ledger.',
  nobodyMerged: 'Nobody was merged into this customer.',
  nobodyYet: 'That names no one customer yet.',
  buyAsk: 'Bought',
  buyHint: 'product amount=12000000 warranty=24mo serial=… at=2026-03-01 delivered=…',
  overruleAsk: 'It does not count because',
  mergeAsk: 'Who is the same person',
  mergeHint: (name: string) => `becomes a part of ${name}: a number, an address, a phone or a name`,
  mergeSure: 'Merge them? y does it, any other key does not.',
  unmergeAsk: 'Take out again, by number',
  emptyForgets: 'An empty line forgets it.',
  listTitle: 'Customers',
  count: (n: number) => `${grouped(n)} ${n === 1 ? 'customer' : 'customers'}`,
  countMore: (n: number) => `${grouped(n)} so far`,
  onlyAtRisk: 'only those at risk',
  searching: 'Searching …',
  heads: { name: 'name', segment: 'segment', strikes: 'strikes', last: 'last word', open: 'open' },
  // merging
  merged: (one: string, other: string, dry: boolean) =>
    dry ? `${one} would become a part of ${other}.` : `${one} is a part of ${other} now.`,
  unmerged: (one: string, other: string, dry: boolean) =>
    dry ? `${one} would be taken out of ${other}.` : `${one} is taken out of ${other}.`,
  moves: (moved: Moved) =>
    `Moved: ${times(moved.cases, 'case', 'cases')}, ${times(moved.points, 'address or number', 'addresses or numbers')}, ${times(moved.purchases, 'purchase', 'purchases')}, ${times(moved.commitments, 'follow-up or promise', 'follow-ups or promises')}, ${times(moved.tags, 'tag', 'tags')}.`,
  learns: (fields: string) => `Taken over: ${fields}.`,
  pairsTitle: 'Possibly one person',
  pairs: (n: number) => `${grouped(n)} ${n === 1 ? 'pair' : 'pairs'}`,
  lookedThrough: (percent: number) => `looked through ${percent} %`,
  noDuplicates: 'No two customers look like one person.',
  mergeWith: 'To merge two: desk customers merge FROM INTO --dry-run',
  names: {
    same: 'same name',
    marks: 'same name without marks',
    order: 'same words in the name',
    part: 'one name holds the other',
    given: 'same given name',
    other: 'other names',
    unknown: 'a name is not known',
  },
  alike: {
    phone: 'phone',
    address: 'address',
    spelling: 'mailbox',
    handle: 'handle',
    company: 'company',
    domain: 'mail domain',
    product: 'product',
    'local-part': 'name in the address',
  },
  imported: (added: number, updated: number, unchanged: number, dry: boolean) =>
    `${dry ? 'Would be: ' : ''}${added} added, ${updated} changed, ${unchanged} unchanged.`,
  importing: (done: number, of: number) => `${done} of ${of} rows`,
  badRow: (row: number, why: string) => `Row ${row}: ${why}`,
};
