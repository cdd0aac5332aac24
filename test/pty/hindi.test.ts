import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { perform } from '../../src/actions/action.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { createDesk } from '../helpers/desk.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { KEY, startDesk } from '../helpers/pty.ts';
import { UNSURE } from '../helpers/words-of-width.ts';

const MORE = ['বাংলা ক্ষমা', 'தமிழ் கொள்ளை', 'ភាសាខ្មែរ', 'မြန်မာဘာသာ', 'ಕನ್ನಡ'] as const;

/** A store with cases in scripts whose columns terminals do not agree on. */
function hindiStore(): string {
  const path = join(temporaryFolder(), 'desk.db');
  const desk = createDesk({ path });
  [...UNSURE, ...MORE].forEach((word, at) => {
    const subject = `${word} ${word} #${at}`;
    const message = `${word} Lan ${word}\n${`${word} `.repeat(20)}`;
    perform(desk, newCase, { customer: `S${at}`, subject, kind: 'service', channel: 'phone', message });
    desk.store.db.prepare('UPDATE customers SET name = ? WHERE name = ?').run(`${word} ${at}`, `S${at}`);
  });
  desk.close();
  return path;
}

test.each([
  ['signs', false],
  ['clusters', true],
] as const)('rows with Hindi keep every rule in its column where a terminal counts %s', async (_, clusters) => {
  const store = hindiStore();
  const desk = startDesk(['--db', store], { columns: 150, rows: 30, clusters });
  onTestFinished(() => desk.kill('SIGKILL'));
  await desk.sees('1/9');
  const faults: string[] = [];
  for (const keys of [
    ['j'],
    ['j', 'j'],
    ['k', 'x'],
    ['j', 'j', 'j'],
    ['j', 'j'],
    [KEY.enter],
    ['J'],
    [KEY.esc],
    ['g', 'a'],
  ]) {
    await desk.press(...keys);
    await desk.settled();
    const columns = desk.columnsOf('│').slice(1, -2).map(String);
    if (new Set(columns).size !== 1 || columns[0] === '')
      faults.push(`after ${keys.join(' ')}: ${columns.join(' | ')}\n${desk.screen()}`);
  }
  expect(faults).toEqual([]);
});
