import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Key as InkKey } from 'ink';
import { describe, expect, test } from 'vitest';
import { isComposed, pressedModifier } from '../../../src/tui/input-method.ts';
import { commandKeys, isPasted, keysFrom, latinKey } from '../../../src/tui/keys.ts';
import { NO_FLAGS } from '../../helpers/typed-keys.ts';

const names = (input: string, flags: Partial<InkKey> = {}): string[] =>
  keysFrom(input, { ...NO_FLAGS, ...flags }).map((key) => key.name);

describe('what Ink hands over is cut into keys', () => {
  test('a run of text stays whole, and is cut at every control byte', () => {
    expect(names('jjj')).toEqual(['jjj']);
    expect(names('xin chào\r')).toEqual(['xin chào', 'Enter']);
    expect(names('a\tb\nc\x7f\b')).toEqual(['a', 'Tab', 'b', 'Enter', 'c', 'Backspace', 'Backspace']);
    expect(names('a\x1bb')).toEqual(['a', 'Esc', 'b']);
    expect(names('a\x00\x01b')).toEqual(['ab']);
    expect(names('')).toEqual([]);
  });

  test('Ctrl-S counts that comes in one piece with the text before it; in the midst of a text it is none', () => {
    expect(names('Dạ em chào chị ạ.\x13')).toEqual(['Dạ em chào chị ạ.', 'C-s']);
    expect(names('\x0bforget')).toEqual(['C-k', 'forget']);
    expect(names('a\x13b')).toEqual(['ab']);
  });

  test('only text has text', () => {
    expect(keysFrom('a\r', NO_FLAGS)).toEqual([
      { name: 'a', text: 'a' },
      { name: 'Enter', text: null },
    ]);
  });

  test('Esc and a key within 20 ms come as Alt+key: it is Esc and then the key', () => {
    expect(names('', { escape: true })).toEqual(['Esc']);
    expect(names('j', { meta: true })).toEqual(['Esc', 'j']);
    expect(names('', { meta: true, escape: true })).toEqual(['Esc']);
    expect(names('', { meta: true, upArrow: true })).toEqual(['Esc', 'Up']);
  });

  test('Ctrl and the arrows have names', () => {
    expect(names('s', { ctrl: true })).toEqual(['C-s']);
    expect(names('S', { ctrl: true })).toEqual(['C-s']);
    expect(names('', { ctrl: true, leftArrow: true })).toEqual(['C-Left']);
    expect(names('', { ctrl: true, rightArrow: true })).toEqual(['C-Right']);
    expect(names('', { ctrl: true, upArrow: true })).toEqual(['Up']);
    expect(names('', { tab: true, shift: true })).toEqual(['S-Tab']);
    expect(names('\r', { return: true })).toEqual(['Enter']);
  });

  test('many letters with a line end among them are a paste, a typed line is not', () => {
    expect(isPasted('first line of what somebody copied\rsecond line')).toBe(true);
    expect(isPasted('xin chào\r')).toBe(false);
    expect(isPasted('a long sentence that a slow line brings in a single piece')).toBe(false);
  });

  test('letting go of a key is no key', () => {
    expect(names('j', { eventType: 'release' })).toEqual([]);
  });
});

describe('in command mode every character is a key', () => {
  const cut = (text: string): string[] => commandKeys({ name: text, text }).map((key) => key.name);

  test('also a Thai mark, which would join the letter before it', () => {
    expect(cut('jjj')).toEqual(['j', 'j', 'j']);
    expect(cut('่่')).toEqual(['่', '่']);
    expect(cut('ำ')).toEqual(['ำ']);
  });

  test('but a Latin letter and its marks are one, however they come', () => {
    expect(cut('e\u0302\u0301')).toEqual(['ế']);
  });

  test('a key that is no text is itself', () => {
    expect(commandKeys({ name: 'PageDown', text: null })).toEqual([{ name: 'PageDown', text: null }]);
  });
});

describe('a keyboard that is set to Thai', () => {
  const latin = (text: string): string => [...text].map((name) => latinKey({ name, text: name }).name).join('');

  test('says the Latin key in the letter’s place, plain and shifted', () => {
    expect(latin('ๆไำพะัีรนยบล')).toBe('qwertyuiop[]');
    expect(latin('ฟหกดเ้่าสวง')).toBe("asdfghjkl;'");
    expect(latin('ผปแอิืทมใฝ')).toBe('zxcvbnm,./');
    expect(latin('๐ฎฑธํ๊ณฯญฐ')).toBe('QERTYUIOP{');
    expect(latin('ฤฆฏโฌ็๋ษศซ')).toBe('ASDFGHJKL:');
    expect(latin('ฉฮฺ์ฒฬฦ')).toBe('CVBN<>?');
  });

  test('has every letter of the published layout in its place', () => {
    const table = readFileSync(join(import.meta.dirname, '../../../fixtures/keys/kedmanee.tsv'), 'utf8');
    const rows = table
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows).toHaveLength(94);
    for (const [key = '', letter = ''] of rows) expect(latin(letter)).toBe(/[ก-๛]/.test(letter) ? key : letter);
  });

  test('leaves every Latin letter, digit and sign as it is', () => {
    const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/\\?:<>';
    expect(latin(plain)).toBe(plain);
  });
});

describe('an input method at work in command mode', () => {
  test.each([
    ['á', 's'],
    ['à', 'f'],
    ['ả', 'r'],
    ['ã', 'x'],
    ['ạ', 'j'],
    ['â', 'a'],
    ['ê', 'e'],
    ['ô', 'o'],
    ['ă', 'w'],
    ['ơ', 'w'],
    ['ư', 'w'],
    ['đ', 'd'],
    ['ấ', 's'],
    ['ự', 'j'],
    ['Ế', 's'],
    ['Đ', 'd'],
  ])('%s was made by %s', (letter, modifier) => {
    expect(isComposed(letter)).toBe(true);
    expect(pressedModifier('telex', '', letter)).toBe(modifier);
  });

  test('a plain letter, a Thai one and a digit are made by no modifier', () => {
    for (const letter of ['a', 'E', 'ก', '่', '1', 'Enter']) expect(isComposed(letter)).toBe(false);
  });

  test('other composed letters stand for nothing', () => {
    expect(pressedModifier('telex', '', 'ç')).toBeNull();
    expect(pressedModifier('telex', '', 'ü')).toBeNull();
  });
});
