import fc from 'fast-check';
import { expect } from 'vitest';
import { type CleanKind, clean } from '../../src/text/clean.ts';
import { width } from '../../src/text/width.ts';
import { FORBIDDEN } from './attacks.ts';

const KINDS: readonly CleanKind[] = ['block', 'line', 'identifier', 'url', 'filename'];

/** Pieces that attacks, scripts and broken programs are made of, and any code point between them. */
export const FRAGMENTS = [
  '\x1b',
  '\x1b[',
  '\x1b]',
  '\x1b\\',
  '\x1bP',
  '\x1b_',
  '\x07',
  '\x9b',
  '\x9d',
  '\x9c',
  '0;title',
  '8;;http://x',
  '52;c;',
  '?1049h',
  '2J',
  '6n',
  'm',
  'c',
  '\0',
  '\b',
  '\x7f',
  '\r',
  '\n',
  '\r\n',
  '\t',
  '\v',
  '\x85',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200e',
  '\u200b',
  '\u200c',
  '\u200d',
  '\ufeff',
  '\u00ad',
  '\u0301',
  '\u0323',
  '\u031b',
  '\u0302',
  'e',
  'đ',
  'ก',
  '\u0e49',
  '\u0e33',
  '\u0e4d',
  '\u0e32',
  'ກ',
  '\u0ecd',
  '\u0eb2',
  '\u0eb3',
  'क',
  '\u094d',
  '\u093f',
  'ष',
  'ខ',
  '\u17d2',
  'か',
  '\u3099',
  '漢',
  '가',
  '\u1100',
  '\u1161',
  '\u11a8',
  '👩',
  '👍',
  '\u{1f3fd}',
  '🇻',
  '🇳',
  '\ufe0f',
  '\u20e3',
  '1',
  '\u{e0041}',
  '\u{e0100}',
  '\ud83d',
  '\udc69',
  '\uffff',
  ' ',
  '/',
  '"',
] as const;
const fragment = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)) },
);
const text = fc.array(fragment, { maxLength: 24 }).map((pieces) => pieces.join(''));

/** Nothing forbidden leaves the cleaner, and what left stays as it is, whatever is put together. */
export const expectClean = (numRuns: number): void =>
  fc.assert(
    fc.property(text, fc.constantFrom(...KINDS), (one, kind) => {
      const shown = clean(one, kind);
      expect(FORBIDDEN.test(shown)).toBe(false);
      expect(shown.isWellFormed()).toBe(true);
      expect(clean(shown, kind)).toBe(shown);
      if (kind !== 'block') expect(shown).not.toContain('\n');
      expect(width(shown)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns },
  );
