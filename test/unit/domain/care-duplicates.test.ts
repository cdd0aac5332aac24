import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bySureness,
  LIKELY,
  POSSIBLE,
  peopleAmong,
  suggestDuplicates,
  WEAK,
} from '../../../src/domain/care/duplicates.ts';
import type { PersonFacts } from '../../../src/domain/care/likeness.ts';
import { fold } from '../../../src/text/fold.ts';

interface Labelled {
  readonly verdict: 'same' | 'not' | 'doubtful';
  readonly why: string;
  readonly a: Partial<PersonFacts>;
  readonly b: Partial<PersonFacts>;
}

const gold: { readonly pairs: readonly Labelled[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../gold/duplicates.json'), 'utf8'),
);
const person = (id: number, known: Partial<PersonFacts>): PersonFacts => ({
  name: '',
  givenName: null,
  company: null,
  emails: [],
  phones: [],
  handles: [],
  language: null,
  products: [],
  ...known,
  id,
});
const suggest = (people: readonly PersonFacts[], atLeast = WEAK) =>
  suggestDuplicates(peopleAmong(people), { home: '84', fold, atLeast });
const score = ({ a, b }: Pick<Labelled, 'a' | 'b'>): number => suggest([person(1, a), person(2, b)], 0)[0]?.score ?? 0;

describe('customers who may be one person', () => {
  it('are found in the gold with a precision and a recall of 90 %', () => {
    const suggested = gold.pairs.filter((pair) => score(pair) >= POSSIBLE);
    const right = suggested.filter(({ verdict }) => verdict === 'same').length;
    const wrong = suggested.filter(({ verdict }) => verdict === 'not').length;
    const all = gold.pairs.filter(({ verdict }) => verdict === 'same').length;
    const share = (part: number): string => `${(part * 100).toFixed(1)} %`;
    console.log(
      `duplicates: precision ${share(right / (right + wrong))}, recall ${share(right / all)} of ${gold.pairs.length} pairs`,
    );
    for (const pair of gold.pairs) {
      const found = score(pair) >= POSSIBLE;
      if (pair.verdict !== 'doubtful' && found !== (pair.verdict === 'same'))
        console.log(`duplicates: ${found ? 'wrong' : 'missed'} ${score(pair)}: ${pair.why}`);
    }
    expect(gold.pairs.length).toBeGreaterThanOrEqual(40);
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.9);
    expect(right / all).toBeGreaterThanOrEqual(0.9);
  });

  it('are never called likely where they are two, or doubtful', () => {
    for (const pair of gold.pairs) if (pair.verdict !== 'same') expect(score(pair), pair.why).toBeLessThan(LIKELY);
  });

  it('come with their reasons', () => {
    const [one] = suggest([
      person(7, { name: 'Nguyễn Thị Lan', phones: ['090 123 4567'], emails: ['lan.nguyen@gmail.com'] }),
      person(3, { name: 'Lan Nguyen', language: 'en', phones: ['+84901234567'], emails: ['lannguyen+tv@gmail.com'] }),
    ]);

    expect(one).toEqual({
      a: 3,
      b: 7,
      score: 0.98,
      reasons: [
        { kind: 'name', how: 'order' },
        { kind: 'phone', value: '+84901234567' },
        { kind: 'spelling', value: 'lannguyen@gmail.com' },
      ],
    });
  });

  it('a family on one phone is only weakly suggested', () => {
    const family = [
      person(1, { name: 'Nguyễn Thị Lan', phones: ['0901234567'] }),
      person(2, { name: 'Trần Thu Hà', phones: ['0901234567'] }),
    ];

    expect(suggest(family, POSSIBLE)).toEqual([]);
    expect(suggest(family).map((one) => one.score)).toEqual([0.2]);
  });

  it('are the same pairs whatever the order of the customers, and those that any two of them make', () => {
    const names = fc.constantFrom(
      'Nguyễn Thị Lan',
      'Lan Nguyen',
      'Lan',
      'Trần Hùng',
      'Hung Tran',
      '',
      'lan@example.vn',
    );
    const some = fc.record({
      name: names,
      phones: fc.subarray(['0901234567', '+84901234567', '0911222333']),
      emails: fc.subarray(['a.b@gmail.com', 'ab@gmail.com', 'lan@phucan.example', 'info@phucan.example']),
      company: fc.constantFrom(null, 'Phúc An', 'PHUC AN'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (many, order) => {
        const people = many.map((known, at) => person(at + 1, known));
        const key = new Map(people.map(({ id }) => [id, order.next().value ?? 0]));
        const shuffled = people.toSorted((x, y) => (key.get(x.id) ?? 0) - (key.get(y.id) ?? 0));
        expect(suggest(shuffled)).toEqual(suggest(people));
        const each = people.flatMap((a, at) => people.slice(at + 1).flatMap((b) => suggest([a, b])));
        expect(suggest(people)).toEqual(each.sort(bySureness));
        for (const { a, b, score: sure } of suggest(people)) {
          expect(a).toBeLessThan(b);
          expect(sure).toBeGreaterThan(0);
          expect(sure).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('take time near to linear, also where thousands share a name, a company and a phone', () => {
    const least = (size: number): number => {
      const people = desk(size);
      const rounds = [1, 2, 3].map(() => {
        const started = performance.now();
        suggest(people);
        return performance.now() - started;
      });
      return Math.min(...rounds);
    };
    least(2000); // warm
    const [one, two] = [least(6000), least(12_000)];
    console.log(
      `duplicates: 6,000 customers ${one.toFixed(0)} ms, 12,000 ${two.toFixed(0)} ms, ratio ${(two / one).toFixed(2)}`,
    );
    expect(two / one).toBeLessThan(4);
  });

  it('are not all who have a frequent name and the model that everybody bought', () => {
    const shop = Array.from({ length: 100 }, (_, at) => person(at + 1, { name: 'Nguyễn Thị Lan', products: ['WM-9'] }));

    expect(suggest(shop)).toEqual([]);
  });

  it('are found also in a crowd that shares one phone', () => {
    const crowd = Array.from({ length: 300 }, (_, at) =>
      person(at + 1, { name: `Khách ${at}`, phones: ['02438251234'] }),
    );
    const twice = [...crowd, person(900, { name: 'Khach 77', phones: ['024 3825 1234'] })];

    expect(suggest(twice, LIKELY).map(({ a, b }) => [a, b])).toEqual([[78, 900]]);
  });
});

const GIVEN = 'Lan Hùng Hà Minh Tuấn Trang Huy Mai Linh Dũng Anh Hoa'.split(' ');
const FAMILY = 'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng'.split(' ');

/** Customers of a large shop, without chance: one of twenty is entered twice, a tenth come from one company with one phone. */
function desk(size: number): readonly PersonFacts[] {
  return Array.from({ length: size }, (_, at) => {
    const who = at % 20 === 19 ? at - 1 : at;
    const large = who % 10 === 0;
    return person(at + 1, {
      name: `${FAMILY[(who * 7) % 8]} Thị ${GIVEN[(who * 5) % 12]}`,
      phones: [large ? '02438251234' : `09${String(10_000_000 + who * 13)}`],
      emails: [large ? `p${who}@phucan.example` : `k${who}@gmail.com`],
      company: large ? 'Phúc An' : null,
      products: ['WM-9'],
    });
  });
}
