import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InputMethod } from '../../../src/domain/settings.ts';
import { NOT_COMPOSING, readComposed, withoutKnown } from '../../../src/tui/input-method.ts';
import { commandKeys } from '../../../src/tui/keys.ts';
import { keysOfChunk } from '../../helpers/typed-keys.ts';
import { engines, METHODS, syllable, typeVietnamese } from '../../helpers/vietnamese-typing.ts';

/** What desk takes for pressed while keys are commands; `?` before a letter that is said to be composed. */
function pressed(method: InputMethod, ...chunks: readonly string[]): string {
  let composing = NOT_COMPOSING;
  let found = '';
  for (const key of chunks.flatMap(keysOfChunk)) {
    const fresh = withoutKnown(composing, key);
    composing = fresh.composing;
    let waiting = fresh.key === null ? [] : commandKeys(fresh.key);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const read = readComposed(composing, next, method);
      composing = read.composing;
      if (read.alone) found += `?${next.name}`;
      else if (read.key !== null) found += read.key.name;
      const later = waiting.map(({ name }) => name).join('');
      const rest = withoutKnown(composing, { name: later, text: later });
      composing = rest.composing;
      waiting = rest.key === null || later === '' ? [] : commandKeys(rest.key);
    }
  }
  return found;
}

/** One letter a chunk, as a slow line may bring them. */
const slowly = (text: string): string[] => [...text];

describe('with an input method on, the keys that were pressed are the commands', () => {
  test.each(METHODS.flatMap((method) => engines(method)))('in every syllable: %j', (engine) => {
    fc.assert(
      fc.property(syllable, (word) => {
        const { keys, bursts } = typeVietnamese(word, engine);
        const wanted = keys.join('');
        expect(pressed(engine.method, ...bursts)).toBe(wanted);
        expect(pressed(engine.method, ...bursts.flatMap(slowly))).toBe(wanted);
      }),
      { numRuns: 300 },
    );
  });

  test('a modifier that is pressed again undoes itself for the engine, and is a key for desk', () => {
    expect(pressed('telex', 'o', '\x7fọ', '\x7foj', 'j')).toBe('ojjj');
    expect(pressed('telex', 'o', '\x7f', 'ọ', '\x7f', 'o', 'j')).toBe('ojj');
    expect(pressed('vni', 'a', '\x7fá', '\x7fa1')).toBe('a11');
    expect(pressed('telex', 'u', 'o', '\x7f\x7fươ', '\x7f\x7fuow')).toBe('uoww');
  });

  test('a tone that is taken away presses nothing', () => {
    expect(pressed('telex', 'o', '\x7fọ', '\x7fo', 'k')).toBe('ojk');
  });

  test('an engine that writes the whole syllable again presses it once', () => {
    expect(pressed('telex', 't', 'o', 'a', 'n', '\b\b\b\btoán', 'k')).toBe('toansk');
    expect(pressed('telex', 't', 'o', 'a', 'n', '\x7f\x7f\x7f', 'o', 'á', 'n', 'k')).toBe('toansk');
  });

  test('a tone that moves on to the next vowel is said to be composed: which key moved it cannot be known', () => {
    expect(pressed('telex', 't', 'o', '\x7fó', '\x7foá', 'n')).toBe('tos?án');
  });
});

describe('without one', () => {
  test('Backspace is no key, and swallows none', () => {
    expect(pressed('telex', '\x7f', 'j')).toBe('j');
    expect(pressed('telex', 'j', '\x7f', 'j', '\b', 'k', 'e')).toBe('jjke');
  });

  test('every letter, digit and sign is itself', () => {
    const all = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at));
    expect(pressed('vni', ...all)).toBe(all.join(''));
    expect(pressed('telex', all.join(''))).toBe(all.join(''));
  });

  test('a composed letter alone is no key, whole or as letter and mark in one piece', () => {
    expect(pressed('telex', 'ế')).toBe('?ế');
    expect(pressed('telex', 'e\u0302\u0301')).toBe('?ế');
    expect(pressed('telex', 'ư')).toBe('?ư');
  });
});
