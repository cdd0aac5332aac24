import { describe, expect, it } from 'vitest';
import { laterPromisesGold } from '../../helpers/promises-gold.ts';
import { figures, scored, shares } from '../../helpers/promises-score.ts';

const gold = laterPromisesGold('dev');
const all = scored(gold, ({ text }) => text);

describe('promises in the sentences the rules were developed on', () => {
  it('stand in three languages, half of them traps or more, no two of one pattern', () => {
    expect(gold.length).toBeGreaterThanOrEqual(120);
    expect(new Set(gold.map(({ pattern }) => pattern)).size).toBe(gold.length);
    for (const lang of ['vi', 'th', 'en']) {
      const promises = gold.filter((one) => one.lang === lang).map(({ promised }) => promised !== null);
      expect(promises.filter(Boolean).length / promises.length).toBeGreaterThan(0.4);
      expect(promises.filter(Boolean).length / promises.length).toBeLessThan(0.65);
    }
  });

  // the batches of precision at their first looks, each before anything was changed for it, precision and recall in percent:
  // p1 53/65 (two thirds traps), p2 72/70, p3 83/83, p4 93/87, p5 95/83, p6 95/86
  it.each([
    { lang: 'vi', precision: 98, recall: 96 },
    { lang: 'th', precision: 98, recall: 96 },
    { lang: 'en', precision: 98, recall: 93 },
  ] as const)('are read in $lang no worse than they were', ({ lang, precision, recall }) => {
    const scores = all.filter((one) => one.lang === lang);
    for (const line of scores.flatMap(({ told }) => told)) console.log(`promises dev: ${line}`);
    console.log(`promises dev: ${lang} ${shares(scores)}`);
    const read = figures(scores);
    expect(read.precision * 100).toBeGreaterThanOrEqual(precision);
    expect(read.recall * 100).toBeGreaterThanOrEqual(recall);
  });
});
