import type { Segment } from '../../domain/customer.ts';
import type { LineKind } from '../../domain/journey/line.ts';
import { grouped } from '../number.ts';

/** A customer's whole story: the screen of it, and its lines wherever they are told. */
const kinds: Readonly<Record<LineKind, string>> = {
  case: 'cases',
  call: 'calls',
  promise: 'promises',
  care: 'follow-ups',
  rating: 'ratings',
  purchase: 'purchases',
  option: 'options',
  handoff: 'hand-offs',
  repair: 'repairs',
  mark: 'marks',
  silence: 'silences',
};

/** On one line, where the screen itself says that these are customers. */
const segments: Readonly<Record<Segment, string>> = {
  prospect: 'prospect',
  new: 'new',
  current: 'current',
  loyal: 'loyal',
  former: 'former',
};

export const journey = {
  kinds,
  cases: { opened: 'opened', solved: 'solved', reopened: 'came back' },
  calls: { in: 'the customer called', out: 'we called', none: 'call' },
  minutes: (n: number) => `${n} min`,
  promises: { open: 'promised', kept: 'promise kept', broken: 'promise broken', dropped: 'promise dropped' },
  care: { open: 'follow up', done: 'followed up', dropped: 'follow-up dropped' },
  rated: (score: number) => `rated ${score} of 5`,
  purchases: { bought: 'bought', 'warranty-ends': 'warranty ends' },
  handoffs: { waiting: 'handed to', answered: 'answered by', withdrawn: 'taken back from' },
  silence: (days: number) => `${grouped(days)} days of silence`,
  maybeSame: (who: string, why: string, more: number) =>
    `May be the same person as ${who} (${why})${more === 0 ? '' : `, and ${more} more`}. M merges.`,
  silenceNow: (days: number) => `${grouped(days)} days of silence, until now`,
  doesNotCount: (reason: string) => `does not count: ${reason}`,
  title: 'Journey',
  count: (lines: number) => `${grouped(lines)} ${lines === 1 ? 'line' : 'lines'}`,
  countMore: (lines: number) => `${grouped(lines)} ${lines === 1 ? 'line' : 'lines'} so far`,
  addingUp: 'Adding up the marks …',
  only: (kind: string, lines: number) => `only ${kind}: ${grouped(lines)}`,
  now: 'now',
  ahead: 'ahead',
  segments,
  undated: 'no date',
  unsegmented: 'no segment yet',
  since: (day: string) => `since ${day}`,
  nothing: 'Nothing has happened with this customer yet.',
  nobody: 'This case has no customer.',
  noneOfKind: (kind: string) => `No ${kind} further on.`,
  noCase: 'This line belongs to no case.',
};
