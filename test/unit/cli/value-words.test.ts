import { expect, test } from 'vitest';
import { wordsFor } from '../../../src/i18n/index.ts';
import { changesTold } from '../../../src/i18n/value-words.ts';

test('what a change has set is told in the words of the language, and in no English beside them', () => {
  const kept = 'status=hold priority=high topic=none snooze=reply product=máy giặt +gấp -cũ';

  expect(changesTold(wordsFor('en'), kept)).toBe(
    'status: on hold, priority: high, topic: none, snooze: until they reply, product: máy giặt, +gấp, -cũ',
  );
  for (const locale of ['vi', 'th'] as const)
    expect(changesTold(wordsFor(locale), kept)).not.toMatch(/status|hold|priority|high|none|reply/);
});
