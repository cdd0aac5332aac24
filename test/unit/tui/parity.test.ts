import { describe, expect, test } from 'vitest';
import { VERBS, type VerbId } from '../../../src/actions/registry.ts';
import { SPELLED } from '../../../src/cli/commands/index.ts';
import { LOCALES } from '../../../src/context.ts';
import { wordsFor } from '../../../src/i18n/index.ts';
import { keyName } from '../../../src/tui/key-name.ts';
import type { Place } from '../../../src/tui/key-row.ts';
import { KEYMAP } from '../../../src/tui/keymap.ts';
import { rowsAt } from '../../../src/tui/lookup.ts';

const PLACES: readonly Place[] = [
  'list',
  'case',
  'compose',
  'review',
  'help',
  'history',
  'mail',
  'agenda',
  'why',
  'playbooks',
  'handoffs',
  'fields',
];
const verbs = Object.keys(VERBS).filter((id): id is VerbId => id in VERBS);
const noKey = (id: VerbId): string | undefined => {
  const verb = VERBS[id];
  return 'noKey' in verb ? verb.noKey : undefined;
};

describe.each(verbs)('the verb %s', (id) => {
  test('has a key or palette entry, or a reason why not', () => {
    const rows = KEYMAP.filter((row) => row.verb === id || row.also === id);
    if (noKey(id) === undefined) expect(rows.length).toBeGreaterThan(0);
    else expect(rows).toEqual([]);
  });

  test('has a subcommand under the name the registry gives it', () => {
    expect(SPELLED.find((one) => one.verb === id)?.path).toBe(VERBS[id].command);
  });

  test('has a help line in every language', () => {
    for (const locale of LOCALES) expect(wordsFor(locale).verbs[id].trim()).not.toBe('');
  });

  test('can be undone if it changes anything, or says why not', () => {
    const verb = VERBS[id];
    if ('noUndo' in verb) expect(verb.noUndo).not.toBe('');
    else if (verb.changes) expect(KEYMAP.some((row) => row.verb === 'undo')).toBe(true);
  });
});

test('every subcommand is the spelling of a verb', () => {
  for (const { verb } of SPELLED) expect(verbs).toContain(verb);
});

describe.each(PLACES)('at %s', (place) => {
  const keys = rowsAt(place).flatMap((row) => row.keys);

  test('no key is bound twice', () => {
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('no key that begins a chord does something by itself', () => {
    const prefixes = new Set(keys.filter((key) => / ./.test(key)).map((key) => key.split(' ')[0]));
    expect(keys.filter((key) => prefixes.has(key))).toEqual([]);
  });

  test('there is a way out that the key bar always shows', () => {
    const ways = rowsAt(place).filter((row) => (row.bar ?? 0) >= 9);
    expect(ways.length).toBeGreaterThan(0);
  });
});

test('no row stands twice for one place, and each has words in every language', () => {
  const ids = KEYMAP.flatMap((row) => row.in.map((place) => `${row.id} ${place}`));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  for (const { id } of KEYMAP)
    for (const locale of LOCALES) {
      const name = keyName(wordsFor(locale), id);
      expect(name.trim()).not.toBe('');
      expect(name, `${id} in ${locale}`).not.toMatch(/^[a-z]+-[a-z-]+$/);
    }
});

test('what sends, or changes many, is marked as dangerous, and what changes the store is off when it is only read', () => {
  expect(KEYMAP.filter((row) => row.danger === true).map((row) => row.id)).toEqual(['send', 'mail-release']);
  for (const row of KEYMAP)
    for (const verb of [row.verb, row.also])
      if (verb !== undefined && VERBS[verb].changes) expect(row.writes, row.id).toBe(true);
});

test('every menu of chords has a title in every language', () => {
  const prefixes = new Set(
    KEYMAP.flatMap((row) => row.keys.filter((key) => / ./.test(key)).map((key) => key[0] ?? '')),
  );
  for (const locale of LOCALES) {
    const titled = Object.keys(wordsFor(locale).keys.menus);
    expect([...prefixes].filter((prefix) => !titled.includes(prefix))).toEqual([]);
  }
});
