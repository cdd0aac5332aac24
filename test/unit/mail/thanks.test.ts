import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBareThanks } from '../../../src/mail/thanks.ts';

const gold = readFileSync(join(import.meta.dirname, '../../gold/thanks.txt'), 'utf8')
  .split('\n')
  .filter((line) => /^(?:yes|no)\t/.test(line))
  .map((line) => {
    const [verdict = '', sentence = ''] = line.split('\t');
    return { wanted: verdict === 'yes', sentence: sentence.replaceAll('\\n', '\n') };
  });

describe('a bare thank-you', () => {
  it('is told from an answer that wants something, in sentences written down before', () => {
    const judged = gold.map((one) => ({ ...one, got: isBareThanks(one.sentence) }));
    const wrongYes = judged.filter(({ wanted, got }) => got && !wanted);
    const wrongNo = judged.filter(({ wanted, got }) => wanted && !got);
    console.log(
      `thanks: ${judged.length - wrongYes.length - wrongNo.length} of ${judged.length} right, ${wrongYes.length} wrong yes, ${wrongNo.length} wrong no`,
    );
    for (const { sentence, got } of [...wrongYes, ...wrongNo])
      console.log(`  ${got ? 'wrong yes' : 'wrong no'}: ${JSON.stringify(sentence)}`);
    expect(gold.length).toBeGreaterThanOrEqual(80);
    expect(wrongYes).toEqual([]);
    expect(wrongNo.length / judged.length).toBeLessThan(0.05);
  });

  it('is never one with a question mark or a figure in it', () => {
    const thanks = gold.filter(({ wanted }) => wanted).map(({ sentence }) => sentence);
    fc.assert(
      fc.property(fc.constantFrom(...thanks), fc.constantFrom('?', '？', '2', '๒', '😡'), (sentence, sign) => {
        expect(isBareThanks(sentence + sign)).toBe(false);
      }),
    );
  });

  it('is never one with an unknown word before or behind it', () => {
    const thanks = gold.filter(({ wanted }) => wanted).map(({ sentence }) => sentence);
    fc.assert(
      fc.property(
        fc.constantFrom(...thanks),
        fc.constantFrom('nhưng', 'chưa', 'but', 'แต่', 'refund', 'hoàn tiền', 'ไม่', 'gọi lại'),
        (sentence, word) => {
          expect(isBareThanks(`${sentence} ${word}`)).toBe(false);
          expect(isBareThanks(`${sentence}\n${word}`)).toBe(false);
          expect(isBareThanks(`${word}, ${sentence}`)).toBe(false);
        },
      ),
    );
  });

  it('is the same decomposed, in capitals and with more signs', () => {
    for (const { sentence } of gold)
      expect(isBareThanks(sentence.normalize('NFD')), sentence).toBe(isBareThanks(sentence));
    for (const sentence of ['CẢM ƠN SHOP', 'THANK YOU!!!', 'ขอบคุณค่ะ!!!', 'cảm ơnnnn shop ~~~'])
      expect(isBareThanks(sentence), sentence).toBe(true);
    expect(gold.some(({ wanted }) => wanted)).toBe(true);
  });

  it('answers at once, whatever it is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => typeof isBareThanks(text) === 'boolean'),
    );
    const started = performance.now();
    for (const text of ['cảm ơn '.repeat(55), 'ขอบคุณ'.repeat(60), 'a'.repeat(400), ':)'.repeat(200), '.'.repeat(399)])
      isBareThanks(text);
    expect(isBareThanks('cảm ơn '.repeat(100_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
