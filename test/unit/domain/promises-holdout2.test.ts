import { describe, expect, it } from 'vitest';
import { secondHeldOutPromisesGold } from '../../helpers/promises-gold.ts';
import { figures, type PatternScore, scored } from '../../helpers/promises-score.ts';

const gold = secondHeldOutPromisesGold();
const all = scored(gold, ({ text }) => text);
const of = (lang: string): readonly PatternScore[] => all.filter((one) => one.lang === lang);

/**
 * What was measured at the first look, in whole percent rounded down; no rule was changed for these sentences. They are plain
 * and few: none wrong among twenty promises of a language still leaves room for one wrong in seven.
 */
const BARS = [
  { lang: 'vi', precision: 90, recall: 95 },
  { lang: 'th', precision: 100, recall: 100 },
  { lang: 'en', precision: 100, recall: 100 },
] as const;

describe('promises in a second set of sentences held out from the rules', () => {
  it('stand in three languages, forty sentences, half of them promises, each, no two of one pattern, all to come', () => {
    expect(new Set(gold.map(({ pattern }) => pattern)).size).toBe(gold.length);
    for (const { lang } of BARS) expect(gold.filter((one) => one.lang === lang)).toHaveLength(40);
    for (const { lang } of BARS) expect(of(lang).filter(({ promise }) => promise)).toHaveLength(20);
    for (const { pattern, promised, lang, now } of gold) {
      expect(pattern.startsWith(`${lang}-`), pattern).toBe(true);
      if (promised === null) continue;
      expect(promised.to > now, pattern).toBe(true);
      expect(promised.from <= promised.to, pattern).toBe(true);
    }
  });

  it.each(BARS)('are read in $lang no worse than they were', (bar) => {
    const scores = of(bar.lang);
    for (const line of scores.flatMap(({ told }) => told)) console.log(`promises holdout2: ${line}`);
    const { precision, recall } = print(bar.lang, scores);
    expect(precision * 100).toBeGreaterThanOrEqual(bar.precision);
    expect(recall * 100).toBeGreaterThanOrEqual(bar.recall);
  });

  it('are read in all no worse than they were', () => {
    const { precision, recall } = print('all', all);
    expect(precision * 100).toBeGreaterThanOrEqual(96);
    expect(recall * 100).toBeGreaterThanOrEqual(98);
  });
});

function print(name: string, scores: readonly PatternScore[]): ReturnType<typeof figures> {
  const found = figures(scores);
  const share = (part: number): string => `${(part * 100).toFixed(1)} %`;
  const promises = scores.filter(({ promise }) => promise).length;
  console.log(
    `promises holdout2: ${name} precision ${share(found.precision)}, recall ${share(found.recall)} of ${promises} promises among ${scores.length}`,
  );
  return found;
}
