import { describe, expect, it } from 'vitest';
import { laterPromisesGold } from '../../helpers/promises-gold.ts';
import { figures, type PatternScore, scored, shares } from '../../helpers/promises-score.ts';

/** Sentences by hands that had not seen the rules, and what is held of each language, precision and recall in whole percent. */
const SETS = [
  {
    // at the first look vi 85/58, th 95/63, en 95/68; the rules were developed on these sentences afterwards
    name: 'fresh',
    each: 60,
    bars: { vi: [96, 96], th: [96, 96], en: [96, 96], all: [97, 97] },
  },
  {
    // at the first look vi 77/85, th 85/82, en 83/89, in all 81/85; tuned on afterwards
    name: 'holdout',
    each: 50,
    bars: { vi: [98, 98], th: [98, 98], en: [98, 98], all: [98, 98] },
  },
  {
    // the first look itself: no rule was changed for these. They are plain and few: none wrong among twenty promises of a
    // language still leaves room for one wrong in seven
    name: 'holdout2',
    each: 40,
    bars: { vi: [90, 95], th: [100, 100], en: [100, 100], all: [96, 98] },
  },
] as const;
const LANGUAGES = ['vi', 'th', 'en'] as const;

describe.each(SETS)(
  'promises in the sentences of $name, labelled without sight of the rules',
  ({ name, each, bars }) => {
    const gold = laterPromisesGold(name);
    const all = scored(gold, ({ text }) => text);
    const of = (lang: string): readonly PatternScore[] => all.filter((one) => lang === 'all' || one.lang === lang);

    it(`stand in three languages, ${each} sentences each, no two of one pattern, all to come`, () => {
      expect(new Set(gold.map(({ pattern }) => pattern)).size).toBe(gold.length);
      for (const lang of LANGUAGES) expect(gold.filter((one) => one.lang === lang)).toHaveLength(each);
      for (const { pattern, promised, lang, now } of gold) {
        expect(pattern.startsWith(`${lang}-`), pattern).toBe(true);
        if (promised === null) continue;
        expect(promised.to > now, pattern).toBe(true);
        expect(promised.from <= promised.to, pattern).toBe(true);
      }
    });

    it.each([...LANGUAGES, 'all'] as const)('are read no worse than they were: %s', (lang) => {
      const scores = of(lang);
      if (lang === 'all')
        for (const line of scores.flatMap(({ told }) => told)) console.log(`promises ${name}: ${line}`);
      console.log(`promises ${name}: ${lang} ${shares(scores)}`);
      const { precision, recall } = figures(scores);
      expect(precision * 100).toBeGreaterThanOrEqual(bars[lang][0]);
      expect(recall * 100).toBeGreaterThanOrEqual(bars[lang][1]);
    });
  },
);
