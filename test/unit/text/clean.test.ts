import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { type CleanKind, clean, cleanPiece, joinClean } from '../../../src/text/clean.ts';
import { diskName } from '../../../src/text/filename.ts';
import { width } from '../../../src/text/width.ts';
import { FORBIDDEN } from '../../helpers/attacks.ts';

const KINDS: readonly CleanKind[] = ['block', 'line', 'identifier', 'url', 'filename'];
const RUNS = process.env.DESK_DEEP ? 1_000_000 : 20_000;

/** Pieces that a cleaner gets wrong when they meet: controls, marks, joiners, jamo, flags, viramas, sara am. */
const FRAGMENTS = [
  ...[
    '\x1b',
    '\x1b[2J',
    '\x1b]0;t\x07',
    '\x9b',
    '\x85',
    '\r',
    '\n',
    '\r\n',
    '\t',
    '\x00',
    '\x7f',
    ' ',
    '\u00a0',
    '\u3000',
  ],
  ...['a', 'e', 'Z', '1', '#', 'đ', 'ệ', '\u0301', '\u0323', '\u0308\u0301', '\u20e3', '\u034f', '\u0344'],
  ...['\u200b', '\u200c', '\u200d', '\u200e', '\u202e', '\u2066', '\ufeff', '\u00ad', '\u2060', '\u3164', '\u{e0041}'],
  ...['ก', 'น\u0e49', '\u0e33', '\u0e48', '\u0e4d', '\u0e32', 'ກ', '\u0eb3', '\u0ec8', '\u0ecd'],
  ...['क', '\u094d', 'ष', 'ि', '\u093c', 'ক', '\u09c7', '\u09be', 'က', '\u1039', 'ខ', '\u17d2', 'ക', '\u0d4e', 'ی'],
  ...['\u1100', '\u1161', '\u11a8', '가', '각', '\ua960', '\ud7b0', '\ud7cb', '漢', 'が', '\u3099', 'ﾞ', '\ufdfd'],
  ...[
    '😀',
    '👩',
    '❤',
    '\ufe0f',
    '\u{1f3fd}',
    '🇻',
    '🇳',
    '🇦',
    '©',
    '\ud800',
    '\udc00',
    '\ufffe',
    '\u{1fffe}',
    '\u{1fb4f}',
  ],
];
const hostile = fc.array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 3 })), {
  maxLength: 14,
});

describe('any text', () => {
  test.each(KINDS)('shown as %s holds nothing that acts, stays as it is, and keeps its columns', (kind) => {
    fc.assert(
      fc.property(hostile, (pieces) => {
        const shown = clean(pieces.join(''), kind);
        if (FORBIDDEN.test(shown)) throw new Error(`forbidden: ${JSON.stringify(shown)}`);
        if (kind !== 'block' && shown.includes('\n')) throw new Error('a line break');
        if (!shown.isWellFormed()) throw new Error('not well formed');
        if (shown !== shown.normalize('NFC')) throw new Error('not NFC');
        expect(clean(shown, kind)).toBe(shown);
        for (const line of shown.split('\n')) {
          expect(width(line)).toBe(stringWidth(line));
          expect(line).not.toMatch(/^\p{M}/u);
        }
      }),
      { numRuns: RUNS / KINDS.length },
    );
  });

  test('put together from clean pieces is as wide as the pieces', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const a = clean(one.join(''), 'line');
        const b = clean(two.join(''), 'line');
        expect(stringWidth(joinClean(a, b))).toBe(width(a) + width(b));
      }),
      { numRuns: 5_000 },
    );
  });

  test('as a file name is one plain name of at most 200 bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile, fc.constant(['/', '..', '\\', '-'])), { maxLength: 30 }), (pieces) => {
        for (const name of [clean(pieces.flat().join(''), 'filename'), diskName(pieces.flat().join(''))]) {
          expect(name).not.toMatch(/[/\\]|^[.-]|^$|[. ]$/);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

test('every code point there is, alone and between letters, keeps its columns', { timeout: 120_000 }, () => {
  const faults: string[] = [];
  for (let code = 0; code < 0x110000; code++) {
    if (code === 0x4e00 || code === 0xac00) code += 0x2a00; // ideographs and syllables are all alike
    if (code === 0x20000) code += 0xf000;
    if (code === 0x30000) code = 0xe0000; // nothing assigned between
    if (code === 0xe1000) break;
    const one = String.fromCodePoint(code);
    const shown = clean(`a${one}b ${one}${one}क${one}क`, 'identifier');
    if (width(shown) !== stringWidth(shown) || FORBIDDEN.test(shown)) faults.push(code.toString(16));
  }
  expect(faults).toEqual([]);
});

describe('the cleaner', () => {
  test('leaves plain text alone', () => {
    expect(clean('Hello, world! [2J', 'line')).toBe('Hello, world! [2J');
    expect(clean('two\nlines', 'block')).toBe('two\nlines');
  });

  test('shows controls as pictures and C1 and bidi by number', () => {
    expect(clean('\x1b[2J\x07\x7f', 'line')).toBe('␛[2J␇␡');
    expect(clean('\x9b2J\u202egpj', 'line')).toBe('‹009B›2J‹202E›gpj');
  });

  test('makes every line end one line end, and a sign in fields of one line', () => {
    expect(clean('a\r\nb\rc\vd\u2028e\x85f', 'block')).toBe('a\nb\nc\nd\ne\nf');
    expect(clean('a\r\nb', 'line')).toBe('a ⏎ b');
    expect(clean('a\r\nb', 'identifier')).toBe('a⏎b');
  });

  test('leaves invisible characters out of prose and shows them in names', () => {
    expect(clean('pass\u00adword', 'block')).toBe('password');
    expect(clean('bank\u200b.example', 'url')).toBe('bank‹200B›.example');
  });

  test('says so when nothing visible is left, and only then', () => {
    expect(clean('\u3164\u115f', 'line')).toBe('(empty)');
    expect(clean('\u3164 \u3164', 'line')).toBe('(empty)');
    expect(clean('', 'line')).toBe('');
    expect(cleanPiece('\u200b', 'line')).toBe('');
  });

  test('keeps joiners where a script needs them', () => {
    expect(clean('می\u200cخواهم', 'line')).toBe('می\u200cخواهم');
    expect(clean('a\u200cb', 'line')).toBe('ab');
  });

  test('splits sara am, with the tone mark in the middle, and Lao alike', () => {
    expect(clean('น\u0e49\u0e33', 'line')).toBe('น\u0e4d\u0e49\u0e32');
    expect(clean('ນ\u0ec9\u0eb3', 'line')).toBe('ນ\u0ecd\u0ec9\u0eb2');
  });

  test('shows a family as its members and drops skin tones', () => {
    expect(clean('👩‍👩‍👧 👍🏽 ❤️ 1️⃣', 'line')).toBe('👩👩👧 👍 ❤ 1');
  });

  test('caps blanks and marks', () => {
    expect(clean(`a${'\t'.repeat(2000)}b`, 'line')).toBe(`a${' '.repeat(64)}b`);
    expect(clean(`z${'\u0301'.repeat(200)}`, 'line')).toBe(`ź${'\u0301'.repeat(8)}`.normalize('NFC'));
  });

  test.each([
    ['plain', 'All work and no play. '],
    ['Vietnamese', 'Điện thoại của tôi không lên nguồn. '],
    ['Vietnamese, decomposed', 'Điện thoại của tôi không lên nguồn. '.normalize('NFD')],
    ['Thai', 'น้ำทำงานจำนวนมาก '],
    ['escapes', '\x1b[31m'],
    ['marks of two classes in turns', '\u0301\u0323'],
    ['jamo', '\u1100\u1161\u11a8'],
    ['flags', '🇻🇳'],
  ])('takes a time that grows with the text only: %s', (_name, sample) => {
    const text = sample.repeat(Math.ceil(1_000_000 / sample.length));
    const start = performance.now();
    clean(text, 'block');
    expect(performance.now() - start).toBeLessThan(10_000); // the figure is for the bench; this catches squares
  });
});
