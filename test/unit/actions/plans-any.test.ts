import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runPlansToEnd } from '../../../src/actions/run-plans.ts';
import type { Context } from '../../../src/context.ts';
import { parsePlan } from '../../../src/domain/care/plan-file.ts';
import { type CareCase, type CareFacts, dueTouchesOf } from '../../../src/domain/care/touches.ts';
import { CONSENTS, SEGMENTS } from '../../../src/domain/customer.ts';
import { buy, careDesk, DAY, fixed, open, set, withPlans } from '../../helpers/care-desk.ts';
import { DEMO_NOW } from '../../helpers/desk.ts';
import { ANY_PLANS, type Step, step, take } from '../../helpers/random-actions.ts';

interface Customer extends Pick<CareFacts, 'segment'> {
  readonly id: number;
  readonly merged_into: number | null;
  readonly internal: number;
  readonly segment_since: number | null;
  readonly consent: 'yes' | 'no' | null;
}
interface CaseRow extends CareCase {
  readonly customer: number | null;
  readonly merged_into: number | null;
  readonly solved_at: number | null;
}
interface Word {
  readonly case_number: number;
  readonly party: string;
  readonly automatic: string | null;
  readonly at: number | null;
}

interface FollowUp {
  readonly kind: string;
  readonly case_number: number | null;
  readonly customer: number | null;
  readonly template: string | null;
  readonly made_at: number;
  readonly done_at: number | null;
  readonly dropped_at: number | null;
}

/** The case that it is part of by now. */
function rootOf(cases: readonly CaseRow[], number: number): number {
  const into = cases.find((one) => one.number === number)?.merged_into ?? null;
  return into === null ? number : rootOf(cases, into);
}

const rows = <Row>({ store }: Context, table: string): Row[] =>
  store.db.prepare<[], Row>(`SELECT * FROM ${table}`).all();

/** What is known of every customer, put together row by row. */
function naiveFacts(on: Context): CareFacts[] {
  const cases = rows<CaseRow>(on, 'cases');
  const entries = rows<Word>(on, 'entries');
  const tags = rows<{ case_number: number; tag: string }>(on, 'case_tags');
  const spam = new Set(tags.filter(({ tag }) => tag === 'spam').map((one) => one.case_number));
  return rows<Customer>(on, 'customers')
    .filter(({ merged_into }) => merged_into === null)
    .map((one) => {
      const hers = cases.filter(({ customer }) => customer === one.id);
      const numbers = new Set(hers.map(({ number }) => number));
      const words = entries.filter(
        ({ case_number, party, automatic }) => numbers.has(case_number) && party === 'customer' && automatic === null,
      );
      const times = words.flatMap(({ at }) => at ?? []);
      return {
        ...{ customer: one.id, internal: one.internal === 1, segment: one.segment, segmentSince: one.segment_since },
        consent: one.consent ?? 'unknown',
        cases: hers
          .filter(({ number, merged_into }) => merged_into === null && !spam.has(number))
          .map(({ number, kind, topic, status, solved_at }) => ({ number, kind, topic, status, solvedAt: solved_at })),
        purchases: rows<{ id: number; customer: number; at: number | null }>(on, 'purchases')
          .filter(({ customer }) => customer === one.id)
          .map(({ id, at }) => ({ id: String(id), at })),
        lastWordAt: times.length === 0 ? null : Math.max(...times),
        followUps: rows<FollowUp>(on, 'commitments')
          .filter(({ kind }) => kind === 'follow-up')
          .map((row) => ({
            ...{ template: row.template, madeAt: row.made_at, toDo: row.done_at === null && row.dropped_at === null },
            ...{ of: row.customer, case: row.case_number === null ? null : rootOf(cases, row.case_number) },
          }))
          .filter((row) => (row.case === null ? row.of === one.id : hers.some(({ number }) => number === row.case))),
        made: rows<{ key: string; customer: number; at: number }>(on, 'touches').filter(
          ({ customer }) => customer === one.id,
        ),
      };
    });
}

const PLANS = Object.values(ANY_PLANS).flatMap((text) => {
  const read = parsePlan(text);
  return read.ok ? [read.value] : [];
});

const place = fc.nat(3);
/** What makes or hinders a touch; anything else comes between. */
const caring: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('new' as const),
    customer: fc.constantFrom('Lan <lan@x.example>', 'an@buyer.example', 'Bình'),
    subject: fc.constant('Màn hình'),
    message: fc.constantFrom('Alo', ''),
  }),
  fc.record({
    do: fc.constant('set' as const),
    cases: fc.array(place, { minLength: 1, maxLength: 2 }),
    fields: fc.record({
      status: fc.constantFrom('solved' as const, 'closed' as const, 'pending' as const),
      topic: fc.constantFrom(null, 'fault' as const, 'question' as const, 'advice' as const, 'complaint' as const),
    }),
    add: fc.constant<string[]>([]),
    remove: fc.constant<string[]>([]),
  }),
  fc.record({
    do: fc.constant('buy' as const),
    who: place,
    product: fc.constant('OV65'),
    amount: fc.constant(null),
    at: fc.option(fc.integer({ min: -10, max: 1 }).map((days) => DEMO_NOW + days * DAY)),
  }),
  fc.record({
    do: fc.constant('customer' as const),
    who: place,
    change: fc.record({
      fields: fc.record(
        {
          segment: fc.constantFrom(null, ...SEGMENTS),
          consent: fc.constantFrom(null, ...CONSENTS),
          internal: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      ...{ own: fc.constant({}), addTags: fc.constant<string[]>([]), removeTags: fc.constant<string[]>([]) },
      ...{ addPoints: fc.constant<[]>([]), removePoints: fc.constant<[]>([]) },
    }),
  }),
  fc.record({ do: fc.constantFrom('merge' as const, 'merge-customers' as const), from: place, into: place }),
  fc.record({ do: fc.constant('unmerge-customers' as const), which: place }),
  fc.record({
    do: fc.constant('spam' as const),
    cases: fc.array(place, { minLength: 1, maxLength: 1 }),
    not: fc.boolean(),
  }),
  fc.record({ do: fc.constant('run-plans' as const), days: fc.nat(3) }),
  fc.record({
    ...{ do: fc.constant('commit' as const), kind: fc.constant('follow-up' as const), text: fc.constant('x') },
    ...{ cases: fc.array(place, { minLength: 1, maxLength: 1 }), minutes: fc.integer({ min: 1, max: 6000 }) },
  }),
  fc.record({
    ...{ do: fc.constant('commit-end' as const), how: fc.constantFrom('done' as const, 'drop' as const) },
    ...{ which: place, minutes: fc.constant(1) },
  }),
  step,
);

const RUNS = Number(process.env['DESK_RUNS'] ?? 50);

test('after whatever was done, a run makes what the rules make of all customers, and a second one nothing', async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(caring, { minLength: 2, maxLength: 14 }), fc.nat(12), async (steps, days) => {
      const desk = withPlans(careDesk(), ANY_PLANS);
      try {
        fixed(desk);
        set(desk, open(desk, 'Hỏi giá', 'an@buyer.example'), { status: 'solved' });
        buy(desk, 2);
        for (const one of steps) {
          await take(desk, one);
          desk.wait(DAY / 4);
        }
        desk.wait(days * DAY);
        const due = dueTouchesOf(PLANS, naiveFacts(desk), desk.now());
        const ran = await runPlansToEnd(desk);
        const byKey = (keys: readonly { readonly key: string }[]): string[] => keys.map(({ key }) => key).sort();
        expect(byKey(ran.made)).toEqual(byKey(due));
        expect((await runPlansToEnd(desk)).made).toEqual([]);
        made += due.length;
      } finally {
        desk.close();
      }
    }),
    { numRuns: RUNS },
  );
  // the histories are about something
  expect(made).toBeGreaterThan(20);
});
