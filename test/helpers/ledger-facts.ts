import fc from 'fast-check';
import { MOODS, STATUSES, TOPICS } from '../../src/domain/case.ts';
import { type CaseStory, type CustomerFacts, inOrder, type PromiseFact } from '../../src/domain/ledger/facts.ts';
import { DEFAULT_LEDGER_RULES, type LedgerRules, MARK_RULES, type MarkRule } from '../../src/domain/ledger/rules.ts';
import { SCORES } from '../../src/domain/rating.ts';
import { SPOKEN, WHO } from './ledger-words.ts';

export const HOUR = 3_600_000;

/** From and to when facts happen: hours from `from`, up to `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const anyMoment = ({ from, to }: Span): fc.Arbitrary<number> =>
  fc.integer({ min: from, max: to }).map((hours) => hours * HOUR);

const talk = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('customer', 'agent', 'thanks') },
  fc.constantFrom(...WHO),
);

/** Up to twelve words in the order of time, some without a date; entries are numbered from `first`. */
const anyWords = (span: Span, first: number) =>
  fc
    .array(fc.record({ at: anyMoment(span), who: talk, isDated: fc.nat(9).map((nine) => nine > 0) }), { maxLength: 12 })
    .map((words) =>
      inOrder(words).map(({ at, who, isDated }, i) => ({ ...SPOKEN[who], id: first + i, at: isDated ? at : null })),
    );

const few = <One>(of: fc.Arbitrary<One>) => fc.array(of, { maxLength: 6 });
const mostly = <One>(value: One, other: fc.Arbitrary<One>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, other);

/** Any case; its entries are numbered from a thousand times its number on. */
export const anyStory = (number: number, span: Span, first = number * 1000): fc.Arbitrary<CaseStory> =>
  fc.record({
    number: fc.constant(number),
    topic: fc.option(fc.constantFrom(...TOPICS, 'complaint' as const, 'thanks' as const)),
    words: anyWords(span, first),
    statuses: few(
      fc.record({ at: anyMoment(span), to: fc.constantFrom(...STATUSES, 'solved' as const, 'open' as const) }),
    ),
    moods: few(fc.record({ at: anyMoment(span), to: fc.option(fc.constantFrom(...MOODS)) })),
    ratings: fc.array(fc.record({ at: anyMoment(span), score: fc.constantFrom(...SCORES) }), { maxLength: 2 }),
    breaches: few(fc.record({ clock: fc.constantFrom('first' as const, 'next'), breachedAt: anyMoment(span) })),
  });

/** What was missed was missed before it was moved, done or dropped; what was done is not dropped. */
function possible<One extends Omit<PromiseFact, 'id'>>(promise: One): One {
  const { at, doneAt, missedAt } = promise;
  const droppedAt = doneAt === null ? promise.droppedAt : null;
  const missed = (missedAt ?? at) < Math.min(at, doneAt ?? at, droppedAt ?? at);
  return { ...promise, droppedAt, missedAt: missed ? missedAt : null };
}

/** Any customer with up to four cases. */
export const anyFacts = (span: Span): fc.Arbitrary<CustomerFacts> => {
  const maybe = mostly<number | null>(null, anyMoment(span));
  const promise = fc.record({
    ...{ case: fc.option(fc.integer({ min: 1, max: 4 })), at: anyMoment(span) },
    ...{ doneAt: maybe, droppedAt: maybe, missedAt: maybe },
  });
  const option = fc.record({
    ...{ at: anyMoment(span), case: fc.integer({ min: 1, max: 4 }), option: fc.constantFrom('a', 'b') },
    answer: fc.constantFrom('taken' as const, 'refused'),
  });
  return fc.record({
    cases: fc.tuple(...[1, 2, 3, 4].map((number) => anyStory(number, span))),
    promises: few(promise).map((all) => all.map((one, id) => ({ ...possible(one), id }))),
    options: few(option),
  });
};

const anyWeight = fc.oneof(
  fc.constantFrom(0, 1, 0.5),
  fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100),
);
const WEIGHTS = Object.fromEntries(MARK_RULES.map((rule) => [rule, anyWeight])) as Record<
  MarkRule,
  fc.Arbitrary<number>
>;
const whole = (min: number, max: number) => fc.integer({ min, max });

/** Any rules that the configuration may hold. */
export const anyRules: fc.Arbitrary<LedgerRules> = fc.oneof(
  fc.constant(DEFAULT_LEDGER_RULES),
  fc.record({
    weights: fc.record(WEIGHTS),
    ...{ windowDays: whole(1, 36_500), strikesToLeave: whole(2, 100), waitDays: whole(1, 365) },
    ...{ reopenDays: whole(0, 365), contactDays: whole(1, 365) },
    ratio: whole(0, 100_000).map((cents) => cents / 100),
  }),
);
