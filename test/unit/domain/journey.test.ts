import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyFacts } from '../../../src/domain/journey/facts.ts';
import { journeyOf } from '../../../src/domain/journey/journey.ts';
import { kindsIn } from '../../../src/domain/journey/line.ts';
import type { CaseStory } from '../../../src/domain/ledger/facts.ts';
import { ledgerOf } from '../../../src/domain/ledger/ledger.ts';
import { DAY, DEFAULT_LEDGER_RULES } from '../../../src/domain/ledger/rules.ts';
import { anyFacts, HOUR } from '../../helpers/ledger-facts.ts';
import { SPOKEN } from '../../helpers/ledger-words.ts';

const NOW = 400 * DAY;
const NOTHING: JourneyFacts = {
  ...{ cases: [], calls: [], commitments: [], ratings: [], purchases: [], options: [], handoffs: [], repairs: [] },
};
const story = (days: readonly number[], more: Partial<CaseStory> = {}): CaseStory => ({
  ...{ number: 1, topic: null, statuses: [], moods: [], ratings: [], breaches: [] },
  words: days.map((day, id) => ({ ...SPOKEN.customer, id, at: day * DAY })),
  ...more,
});
const inCase = (one: CaseStory) => ({
  number: one.number,
  subject: 'Kêu to',
  openedAt: one.words[0]?.at ?? null,
  story: one,
});
const promise = { id: 7, kind: 'promise' as const, case: 1, text: '', doneAt: null, droppedAt: null, missedAt: null };
const told = (facts: Partial<JourneyFacts>, now = NOW): string[] => {
  const all = { ...NOTHING, ...facts };
  const known = { cases: all.cases.map((one) => one.story), promises: all.commitments, options: [] };
  const { marks } = ledgerOf(known, [], DEFAULT_LEDGER_RULES, now);
  return journeyOf(all, marks, now).map((line) => {
    const what = 'what' in line ? ` ${line.what}` : line.kind === 'silence' ? ` ${line.days} ${line.until}` : '';
    const signs = line.marks.map(({ rule }) => ` ${rule}`).join('');
    return `${line.at === null ? '?' : Math.floor(line.at / DAY)} ${line.kind}${what}${signs}`;
  });
};

describe('a journey', () => {
  it('tells the newest first, and what is ahead before it', () => {
    const purchase = {
      id: 1,
      customer: 1,
      product: 'x',
      serial: null,
      amount: null,
      currency: 'VND',
      deliveredAt: null,
    };
    expect(
      told({
        cases: [inCase(story([390]))],
        purchases: [{ ...purchase, at: 380 * DAY, warrantyUntil: 700 * DAY }],
        commitments: [{ ...promise, at: 401 * DAY }],
      }),
    ).toEqual([
      '700 purchase warranty-ends',
      '401 promise open',
      '393 mark waited-long',
      '390 case opened',
      '380 purchase bought',
    ]);
  });

  it('tells each time that a case was solved and came back, and says there why that was no good', () => {
    const statuses = [
      { at: 391 * DAY, to: 'solved' as const },
      { at: 392 * DAY, to: 'closed' as const },
      { at: 395 * DAY, to: 'open' as const },
      { at: 396 * DAY, to: 'solved' as const },
    ];
    expect(told({ cases: [inCase(story([390, 395], { statuses, topic: 'complaint' }))] })).toEqual([
      '396 case solved',
      '395 case reopened reopened',
      '391 case solved',
      '390 case opened complaint',
    ]);
  });

  it('puts a promise where it was kept or fell due, with the mark that it left', () => {
    const one = { cases: [inCase(story([390], { statuses: [{ at: 390 * DAY, to: 'solved' }] }))] };
    const at = 395 * DAY;
    expect(told({ ...one, commitments: [{ ...promise, at, doneAt: 393 * DAY }] })[0]).toBe(
      '393 promise kept promise-kept',
    );
    expect(told({ ...one, commitments: [{ ...promise, at }] })[0]).toBe('395 promise broken promise-broken');
    expect(told({ ...one, commitments: [{ ...promise, at, droppedAt: 392 * DAY }] })[0]).toBe('392 promise dropped');
  });

  it('tells a silence of sixty days below what ended it, also one that lasts', () => {
    const solved = [{ at: 0, to: 'solved' as const }];
    expect(told({ cases: [inCase(story([200, 259, 320], { statuses: solved }))] })).toEqual([
      '400 silence 80 now',
      '320 silence 61 word',
      '200 case opened',
      '0 case solved',
    ]);
  });

  it('knows silence as the plans of care do: our own mail ends none, a purchase does', () => {
    const ours = { ...SPOKEN.agent, id: 9, at: 350 * DAY };
    const words = [...story([300]).words, ours];
    const solved = [{ at: 300 * DAY, to: 'solved' as const }];
    expect(told({ cases: [inCase(story([300], { words, statuses: solved }))] })[0]).toBe('400 silence 100 now');
    const purchase = {
      id: 1,
      customer: 1,
      product: 'x',
      serial: null,
      amount: null,
      currency: 'VND',
      deliveredAt: null,
    };
    const bought = [{ ...purchase, at: 350 * DAY, warrantyUntil: null }];
    expect(told({ cases: [inCase(story([300], { words, statuses: solved }))], purchases: bought })).not.toContain(
      '400 silence 100 now',
    );
  });

  it('puts what has no date at its end', () => {
    const one = story([390]);
    expect(told({ cases: [{ ...inCase(one), openedAt: null }] }).at(-1)).toBe('? case opened');
  });

  it('holds every mark of the ledger exactly once, whatever happened', () => {
    fc.assert(
      fc.property(anyFacts({ from: 0, to: 1000 }), (facts) => {
        const now = 1000 * HOUR;
        const { marks } = ledgerOf(facts, [], DEFAULT_LEDGER_RULES, now);
        const lines = journeyOf(
          {
            ...NOTHING,
            cases: facts.cases.map(inCase),
            commitments: facts.promises.map((one) => ({ ...one, kind: 'promise', text: '' })),
            ratings: facts.cases.flatMap(({ number, ratings }) =>
              ratings.map((one) => ({ ...one, case: number, comment: '' })),
            ),
            options: facts.options.map(({ option, answer, ...one }) => ({
              ...{ ...one, playbook: 'p', step: option },
              answer: answer === 'taken' ? ('yes' as const) : ('no' as const),
            })),
          },
          marks,
          now,
        );
        const keys = lines.flatMap((line) => line.marks.map(({ key }) => key));
        expect(keys.toSorted()).toEqual(marks.map(({ key }) => key).toSorted());
        const times = lines.map(({ at }) => at ?? Number.NEGATIVE_INFINITY);
        expect(times).toEqual(times.toSorted((one, other) => other - one));
        const kept = lines.filter((line) => line.marks.some(({ rule }) => rule.startsWith('promise-')));
        expect(kept.filter(({ kind }) => kind !== 'promise')).toEqual([]);
        expect(kindsIn(lines)).toContain('case');
      }),
    );
  });
});
