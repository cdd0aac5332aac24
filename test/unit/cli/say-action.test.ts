import { expect, test } from 'vitest';
import { VERBS } from '../../../src/actions/registry.ts';
import { LOCALES } from '../../../src/context.ts';
import { wordsFor } from '../../../src/i18n/index.ts';
import { actionName, actionText } from '../../../src/i18n/say-action.ts';

const en = wordsFor('en');

test.each([
  ['one case', 'set', { case: 42, cases: 1, what: 'status=solved +vip' }, 'change #42: status: solved, +vip'],
  ['several', 'reply', { case: null, cases: 12, what: 'late-parcel' }, 'reply 12 cases: late-parcel'],
  ['an import', 'import', { cases: 12, messages: 40 }, 'import 12 cases, 40 mails'],
  ['one of each', 'import', { cases: 1, messages: 1 }, 'import 1 case, 1 mail'],
  ['no mails', 'import', { cases: 0, messages: 0, templates: 2, settings: 1 }, 'import 2 templates, 1 setting'],
  ['an undo', 'undo', { of: 'set', case: 42, what: 'topic=none' }, 'undo (change) #42: topic: none'],
  ['what is about no case', 'config-set', { what: 'shop=Máy Mới' }, 'change setting: shop=Máy Mới'],
  ['nothing known of it', 'import', {}, 'import'],
  ['a verb of another time', 'sing', { case: 1 }, 'sing #1'],
])('what was done, in a few words: %s', (_, verb, facts, text) => {
  expect(actionText(en, { verb, facts })).toBe(text);
});

/** Written under another name, or in no list of what was done. */
const ELSEWHERE = new Set(['template-add', 'template-set', 'restore', 'mail-fetch', 'mail-send']);

test('whatever changes the store has a name in every language', () => {
  for (const [verb, { changes }] of Object.entries(VERBS))
    if (changes && !ELSEWHERE.has(verb))
      for (const locale of LOCALES)
        expect(Object.hasOwn(wordsFor(locale).actionNames, verb), `${verb} in ${locale}`).toBe(true);
  expect(actionName(en, 'template-put')).toBe('save template');
  expect(actionName(en, 'deliver')).toBe('a mail came in');
  expect(actionName(en, 'fetch')).toBe('a mail came in');
});
