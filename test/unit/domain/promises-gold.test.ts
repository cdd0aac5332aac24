import { describe, expect, it } from 'vitest';
import { corpora } from '../../helpers/corpora.ts';
import { corpusSentences, promisesGold } from '../../helpers/promises-gold.ts';

const gold = promisesGold();
const folder = corpora();
const share = (holds: (one: (typeof gold)[number]) => boolean): number => gold.filter(holds).length / gold.length;

describe('the gold of promises', () => {
  it('has sentences enough in every language, of both classes', () => {
    const count = (lang: string, promise: boolean): number =>
      gold.filter((one) => one.lang === lang && (one.promised !== null) === promise).length;
    for (const lang of ['vi', 'th', 'en'])
      console.log(`promises gold: ${lang} ${count(lang, true)} promises, ${count(lang, false)} not`);
    console.log(`promises gold: ${gold.filter((one) => one.doubtful).length} of ${gold.length} doubtful`);
    expect(gold.length).toBeGreaterThanOrEqual(240);
    for (const lang of ['vi', 'th', 'en']) {
      expect(count(lang, true)).toBeGreaterThanOrEqual(20);
      expect(count(lang, false)).toBeGreaterThanOrEqual(20);
    }
    expect(share((one) => one.promised === null)).toBeGreaterThanOrEqual(0.4);
    expect(share((one) => one.promised !== null)).toBeGreaterThanOrEqual(0.4);
  });

  it('counts variants of one pattern once, and never with two verdicts', () => {
    const verdicts = new Map(gold.map((one) => [one.pattern, one.promised !== null]));
    expect(verdicts.size).toBeGreaterThanOrEqual(200);
    for (const { pattern, promised, lang } of gold) {
      expect(verdicts.get(pattern), pattern).toBe(promised !== null);
      expect(pattern.startsWith(`${lang}-`), pattern).toBe(true);
    }
  });

  it('promises only moments that are still to come', () => {
    for (const { promised, now, text } of gold) {
      if (promised === null) continue;
      expect(promised.to > now, text).toBe(true);
      expect(promised.from <= promised.to, text).toBe(true);
    }
  });

  it('takes at least half of its sentences from texts that nobody on the team wrote', () => {
    expect(share((one) => one.source !== null)).toBeGreaterThanOrEqual(0.5);
    const texts = gold.map(({ source, text }) => (source ? `${source.file}:${source.firstLine}` : text));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.skipIf(folder === null)('finds each of them in the corpora, word for word', () => {
    const sentence = corpusSentences(folder ?? '');
    for (const { source, text } of gold) if (source) expect(sentence(source)).toContain(text);
  });
});
