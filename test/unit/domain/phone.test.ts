import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalPhone } from '../../../src/domain/phone.ts';
import { type Home, isHome } from '../../../src/domain/phone-numbering.ts';
import { corpora } from '../../helpers/corpora.ts';

interface Line {
  readonly home: Home;
  readonly running: boolean;
  readonly written: string;
  readonly normal: string;
  readonly source: string | undefined;
}

const lines: readonly Line[] = readFileSync(join(import.meta.dirname, '../../gold/phones.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [first = '', written = '', normal = '', source] = line.split('\t');
    const home = first.replace('>', '');
    if (!isHome(home)) throw new Error(`no home in the gold of phones: ${line}`);
    return { home, running: first.endsWith('>'), written: written.replaceAll('\\n', '\n'), normal, source };
  });
const fields = lines.filter(({ running }) => !running);
const texts = lines.filter(({ running }) => running);
const folder = corpora();

describe('the gold of telephone numbers', () => {
  it('has fields and running texts enough, a good part from texts that nobody on the team wrote', () => {
    console.log(
      `phones gold: ${fields.length} fields, ${texts.length} texts, ${lines.filter(({ source }) => source).length} of the corpora`,
    );
    expect(fields.length).toBeGreaterThanOrEqual(60);
    expect(texts.length).toBeGreaterThanOrEqual(40);
    expect(lines.filter(({ source }) => source !== undefined).length).toBeGreaterThanOrEqual(45);
  });

  it.skipIf(folder === null)('finds each of them in the corpora, word for word', () => {
    for (const { source, written } of lines) {
      const [, file, number] = /^(.+):(\d+)$/.exec(source ?? '') ?? [];
      if (file === undefined) continue;
      const line = readFileSync(join(folder ?? '', file))
        .toString()
        .split('\n')[Number(number) - 1];
      expect(line).toContain(written);
    }
  });
});

describe('a telephone number', () => {
  it.each(fields)('of $home, written $written, is $normal', ({ home, written, normal }) => {
    expect(normalPhone(written, home) ?? '-').toBe(normal);
  });

  it('of its normal form is itself, at every home', () => {
    for (const { normal } of fields)
      if (normal !== '-')
        for (const home of ['84', '66', '1', '49'] as const) expect(normalPhone(normal, home)).toBe(normal);
  });

  it('is the same however its digits are parted', () => {
    const mark = fc.constantFrom('', ' ', '.', '-', ' - ', '\u00A0');
    fc.assert(
      fc.property(
        fc.stringMatching(/^[35789]\d{8}$/),
        fc.array(mark, { minLength: 9, maxLength: 9 }),
        (number, marks) => {
          const parted = [...number].map((digit, index) => (marks[index] ?? '') + digit).join('');
          expect(normalPhone(`0${parted}`, '84')).toBe(`+84${number}`);
          expect(normalPhone(`+84${parted}`, '66')).toBe(`+84${number}`);
          expect(normalPhone(`0084 ${parted}`, '66')).toBe(`+84${number}`);
        },
      ),
    );
  });

  it('is null or + and 7 to 15 digits for whatever is in the field', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9 ().x-]{0,24}$/)), (text) => {
        const normal = normalPhone(text, '84');
        if (normal !== null) {
          expect(normal).toMatch(/^\+[1-9]\d{6,14}$/);
          expect(normalPhone(normal, '84')).toBe(normal);
        }
      }),
    );
  });
});
