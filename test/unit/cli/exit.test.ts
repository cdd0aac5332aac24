import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { reportError } from '../../../src/cli/exit.ts';
import type { Io } from '../../../src/cli/io.ts';
import { jsonText } from '../../../src/cli/json.ts';
import { wordsFor } from '../../../src/i18n/index.ts';
import { clockOf, colorWanted, localeOf, storePath } from '../../../src/start/environment.ts';

function listening(): { io: Io; err: () => string } {
  let err = '';
  const io: Io = {
    out: () => undefined,
    err: (text) => {
      err += text;
    },
    stdin: Readable.from([]),
    inIsTerminal: false,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
    drained: async () => undefined,
    outClosed: () => false,
    ask: async () => '',
    askHidden: async () => '',
    onInterrupt: () => new AbortController().signal,
    untilToldToEnd: () => new AbortController().signal,
  };
  return { io, err: () => err };
}

test('a bug shows its stack, cleaned, and ends with 1', () => {
  const { io, err } = listening();

  expect(reportError(new Error('broken \u001b[2J'), io, wordsFor('en'), true)).toBe(1);
  expect(err()).toMatch(/^Error: broken ␛\[2J\n {4}at /);
  expect(err()).toContain('This is a bug in desk.');
});

test('JSON for a terminal escapes what could act on it, and says the same', () => {
  const value = { name: 'a\u009b\u202e\u2028\u200b\u{e0041}\u007fb é', marks: `e${'\u0301'.repeat(20)}` };
  const shown = jsonText(value, true);

  expect(shown).toContain('a\\u009b\\u202e\\u2028\\u200b\\udb40\\udc41\\u007fb é');
  expect(JSON.parse(shown)).toEqual(value);
  expect(jsonText(value, false)).toBe(JSON.stringify(value, null, 2));
});

test('colours: --no-color and NO_COLOR over FORCE_COLOR over the terminal', () => {
  expect(colorWanted({}, true, true)).toBe('terminal');
  expect(colorWanted({}, true, false)).toBe('none');
  expect(colorWanted({ FORCE_COLOR: '' }, true, false)).toBe('forced');
  expect(colorWanted({ FORCE_COLOR: '0' }, true, true)).toBe('none');
  expect(colorWanted({ FORCE_COLOR: '3', NO_COLOR: '1' }, true, true)).toBe('none');
  expect(colorWanted({ FORCE_COLOR: '3', NO_COLOR: '' }, true, false)).toBe('forced');
  expect(colorWanted({ FORCE_COLOR: '3' }, false, true)).toBe('none');
});

test('the language: the setting, LC_ALL, LC_MESSAGES, LANG, else English', () => {
  expect(localeOf('th', { LC_ALL: 'vi_VN' })).toBe('th');
  expect(localeOf('', { LC_ALL: 'vi_VN.UTF-8', LANG: 'th_TH' })).toBe('vi');
  expect(localeOf('', { LC_MESSAGES: 'th_TH', LANG: 'vi' })).toBe('th');
  expect(localeOf('', { LANG: 'de_DE' })).toBe('en');
});

test('the store and the clock come from the environment', () => {
  expect(storePath('x.db', { DESK_DB: 'y.db' })).toBe('x.db');
  expect(storePath(null, { DESK_DB: 'y.db', DESK_HOME: '/h' })).toBe('y.db');
  expect(storePath(null, { DESK_HOME: '/h' })).toBe('/h/desk.db');
  expect(storePath(null, { XDG_DATA_HOME: '/d' })).toBe('/d/desk/desk.db');
  expect(storePath(null, { XDG_DATA_HOME: 'relative', HOME: '/u' })).toBe('/u/.local/share/desk/desk.db');
  expect(clockOf({ DESK_NOW: '2026-03-12T09:00:00Z' }, Date.now)()).toBe(Date.UTC(2026, 2, 12, 9));
});
