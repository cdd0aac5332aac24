import { expect, test } from 'vitest';
import { EXPECTATIONS, PROBLEMS, problemFromText, problemOf, problemText } from '../../../src/domain/problem.ts';
import { wordsFor } from '../../../src/i18n/index.ts';
import { sayProblem } from '../../../src/i18n/say-problem.ts';

test('a problem comes back from the store as it went in', () => {
  const problem = problemOf('reader-slow', { seconds: 10 });

  expect(problemFromText(problemText(problem))).toEqual(problem);
});

test.each(['The mail was odd; the original is kept.', '{not JSON', '{}', '{"code":"of-a-later-desk","facts":{}}', '7'])(
  'what has no code that we know is told in its own words: %s',
  (text) => {
    expect(sayProblem(wordsFor('vi'), problemFromText(text))).toBe(text);
  },
);

const FACTS = {
  ...{ text: 'x', cause: 'EIO', line: 3, megabytes: 25, seconds: 10, field: 'tags', values: 'a, b', least: 1 },
  ...{ host: 'mail.example', port: 587, user: 'cskh', code: 535, reply: '451 later', addresses: 'lan@example.vn' },
  address: 'lan@x.example',
  folder: 'Done',
};

test.each(['en', 'vi', 'th'] as const)(
  'every problem has a sentence of its own in %s, with nothing left open',
  (locale) => {
    const said = PROBLEMS.flatMap((code) =>
      (code === 'line-wrong' ? EXPECTATIONS : ['text']).map((expected) =>
        sayProblem(wordsFor(locale), problemOf(code, { ...FACTS, expected })),
      ),
    );

    expect(new Set(said).size).toBe(said.length);
    for (const sentence of said) expect(sentence).not.toMatch(/undefined|^$/);
  },
);
