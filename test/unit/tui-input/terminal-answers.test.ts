import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnswerFilter, filteredStdin } from '../../../src/tui/terminal-answers.ts';

const ANSWERS = {
  'background colour, BEL': '\x1b]11;rgb:1e1e/1e1e/2e2e\x07',
  'background colour, ST': '\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\',
  'window title': '\x1b]lrm -rf /\x1b\\',
  clipboard: '\x1b]52;c;cm0gLXJm\x1b\\',
  'terminal version': '\x1bP>|tmux 3.3a\x1b\\',
  'a setting (DECRQSS)': '\x1bP1$r0m\x1b\\',
  'a capability': '\x1bP1+r544e=787465726d\x1b\\',
  'kitty graphics': '\x1b_Gi=31;OK\x1b\\',
  'privacy message': '\x1b^q\r\x1b\\',
  'start of string': '\x1bXq\r\x1b\\',
  'cursor position': '\x1b[24;80R',
  status: '\x1b[0n',
  'device attributes': '\x1b[?64;1;2;6;9;15;18;21;22c',
  'secondary attributes': '\x1b[>41;380;0c',
  'a mode': '\x1b[?2026;2$y',
  'dark mode': '\x1b[?997;1n',
  'window size': '\x1b[8;24;80t',
  'focus in': '\x1b[I',
  'focus out': '\x1b[O',
  'X10 mouse': '\x1b[M !!',
  'X10 mouse far right': '\x1b[M \u00ff\u00fe',
  'SGR mouse press': '\x1b[<0;10;20M',
  'SGR mouse release': '\x1b[<0;10;20m',
  'urxvt mouse': '\x1b[32;10;20M',
} as const;

const KEYS = {
  letters: 'jjk',
  'Vietnamese and Thai': 'tôi ที่อยู่ 👩‍👩‍👧',
  'enter, tab, backspace, Ctrl-C': '\r\t\x7f\x08\x03',
  arrows: '\x1b[A\x1b[B\x1bOC\x1bOD',
  'home, end, delete, page': '\x1b[H\x1b[F\x1b[3~\x1b[5~\x1b[1;5C',
  'function keys': '\x1bOP\x1b[15~\x1b[[A\x1b[2$\x1b[1;2Q',
  'kitty keys': '\x1b[97;5u\x1b[127u\x1b[57358u',
  'the answer Ink asks for': '\x1b[?1u',
  'alt and a letter': '\x1bx\x1b\x1b[A',
  'back tab': '\x1b[Z',
  'a paste': '\x1b[200~any \x1b]0;x\x07 \x1b[24;80R \x1b[M text\r\nđ\x1b[201~',
} as const;

/** What comes through when the input comes in these pieces. */
function through(pieces: readonly (string | Buffer)[]): string {
  const filter = createAnswerFilter();
  return pieces.map((piece) => filter.push(piece)).join('') + filter.flush();
}

/** All ways to cut a text in two, and the way to cut it everywhere. */
const cuts = (text: Buffer): Buffer[][] => [
  ...Array.from({ length: text.length }, (_, at) => [text.subarray(0, at), text.subarray(at)]),
  Array.from(text, (byte) => Buffer.from([byte])),
];

describe('an answer of the terminal', () => {
  test.each(Object.entries(ANSWERS))('is swallowed, cut at every byte: %s', (name, answer) => {
    const raw = name.startsWith('X10') ? Buffer.from(`a${answer}b`, 'latin1') : Buffer.from(`a${answer}b`);
    for (const pieces of cuts(raw)) expect(through(pieces)).toBe('ab');
    expect(through([`a${answer}b`])).toBe('ab');
  });

  test('is swallowed when the line stalls in the middle', () => {
    const filter = createAnswerFilter();
    let out = filter.push('\x1b]11;rgb:1e');
    for (let wait = 0; wait < 20; wait++) out += filter.flush();
    expect(out + filter.push('1e/0/0\x07j')).toBe('j');
  });

  test('that never ends is given up, and keys work again', () => {
    const filter = createAnswerFilter();
    let out = filter.push('\x1b]11;rgb');
    for (let wait = 0; wait < 200; wait++) out += filter.flush();
    expect(out + filter.push('jk')).toBe('jk');
  });

  test('does not hold Ctrl-C back', () => {
    expect(through(['\x1b]11;rgb\x03'])).toBe('\x03');
  });

  test('that is cut off by another sequence loses itself, not the other', () => {
    expect(through(['\x1b]11;rgb\x1b[A'])).toBe('\x1b[A');
  });
});

describe('a key', () => {
  test.each(Object.entries(KEYS))('passes untouched, cut at every byte: %s', (_name, keys) => {
    for (const pieces of cuts(Buffer.from(keys))) expect(through(pieces)).toBe(keys);
    expect(through([keys])).toBe(keys);
  });

  test('Escape alone waits for the flush and no longer', () => {
    const filter = createAnswerFilter();
    expect(filter.push('\x1b')).toBe('');
    expect(filter.pending()).toBe(true);
    expect(filter.flush()).toBe('\x1b');
    expect(filter.pending()).toBe(false);
  });

  test.each(['\x1b]', '\x1bP', '\x1bPj', '\x1b_', '\x1bXy', '\x1b['])(
    'Alt and a sign that begins answers: %j',
    (keys) => {
      expect(through([keys])).toBe(keys);
    },
  );
});

describe('any mixture', () => {
  const piece = fc.oneof(
    fc.constantFrom(...Object.values(ANSWERS).map((text) => ({ text, key: false }))),
    fc.constantFrom(...Object.values(KEYS).map((text) => ({ text, key: true }))),
  );

  test('of keys and answers, in chunks of any size, leaves the keys', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (pieces, sizes) => {
        const all = pieces.map(({ text }) => text).join('');
        const chunks: string[] = [];
        for (let at = 0; at < all.length; ) {
          const size = sizes.next().value ?? 1;
          chunks.push(all.slice(at, at + size));
          at += size;
        }
        expect(through(chunks)).toBe(pieces.map(({ text, key }) => (key ? text : '')).join(''));
      }),
      { numRuns: 10_000 },
    );
  });

  test('of hostile bytes never throws, never grows, and comes to rest', () => {
    const unit = fc.constantFrom(
      '\x1b',
      '[',
      ']',
      'P',
      '_',
      '\\',
      '\x07',
      'M',
      '<',
      ';',
      '1',
      '2',
      '0',
      '~',
      'R',
      'q',
      'é',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const filter = createAnswerFilter();
        let out = units.map((one) => filter.push(one)).join('');
        for (let wait = 0; wait < 102; wait++) out += filter.flush();
        expect(filter.pending()).toBe(false);
        expect(out.length).toBeLessThanOrEqual(units.length);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('the stream for Ink', () => {
  /** A terminal that tests type into. */
  function terminal() {
    const modes: boolean[] = [];
    const calls: string[] = [];
    const stream = Object.assign(new PassThrough(), {
      isTTY: true,
      setRawMode: (on: boolean) => void modes.push(on),
      ref: () => void calls.push('ref'),
      unref: () => void calls.push('unref'),
    });
    return { stream, modes, calls };
  }

  /** Reads as Ink 8 does. */
  function reader(stdin: ReturnType<typeof filteredStdin>): string[] {
    const read: string[] = [];
    stdin.setEncoding('utf8');
    stdin.addListener('readable', () => {
      for (let chunk = stdin.read(); chunk !== null; chunk = stdin.read()) read.push(String(chunk));
    });
    return read;
  }

  test('gives keys on, gives Escape after a moment, and gives no answer', async () => {
    const { stream, modes } = terminal();
    const stdin = filteredStdin(stream);
    const read = reader(stdin);
    stdin.setRawMode(true);
    stream.write(Buffer.from('tô\x1b]11;rgb:0/0/0\x07i'));
    await sleep(5);
    expect(read.join('')).toBe('tôi');
    stream.write('\x1b');
    await sleep(40);
    expect(read.join('')).toBe('tôi\x1b');
    expect(modes).toEqual([true]);
    expect(stdin.isTTY).toBe(true);
    stdin.setRawMode(false);
  });

  test('leaves the terminal to another program while raw mode is off', async () => {
    const { stream, calls } = terminal();
    const stdin = filteredStdin(stream);
    const read = reader(stdin);
    stdin.setRawMode(true);
    stdin.ref();
    stdin.setRawMode(false);
    stdin.unref();
    stream.write('for the editor');
    await sleep(5);
    expect(read).toEqual([]);
    expect(stream.read()?.toString()).toBe('for the editor');
    stdin.setRawMode(true);
    stream.write('j');
    await sleep(5);
    expect(read.join('')).toBe('j');
    expect(calls).toEqual(['ref', 'unref']);
    stdin.setRawMode(false);
  });
});
