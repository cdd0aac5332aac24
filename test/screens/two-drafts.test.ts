import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

/** Two windows that write on the answer to one case. */
async function twoWriters(first: string): Promise<[Screens, Screens]> {
  const path = join(temporaryFolder(), 'desk.db');
  const mine = await openScreens({ path, seed: true, session: 'mine' });
  if (first !== '') {
    writes(mine, first);
    mine.press('keep-draft');
  }
  const theirs = await openScreens({ path, session: 'theirs', agent: 'Vy' });
  return [mine, theirs];
}

function writes(window: Screens, text: string): void {
  window.goTo(49);
  window.press('reply');
  window.type(text);
}

const draft = (window: Screens): string | undefined => readCase(window.desk, 49).drafts.reply?.text;

test('who writes where another window has written since keeps both texts, and is told in a line', async () => {
  const [mine, theirs] = await twoWriters('');
  writes(mine, 'Dear Jonas,');
  writes(theirs, 'We have found the second charge.');
  theirs.tick(500);
  mine.tick(500);

  mine.sees('Another window has written here too.');
  mine.sees('We have found the second charge.');
  expect(draft(mine)).toBe('We have found the second charge.\nDear Jonas,');

  mine.type(' good morning');
  mine.tick(500);
  expect(draft(mine)).toBe('We have found the second charge.\nDear Jonas, good morning');
});

test('two windows that go on writing in turns repeat nothing', async () => {
  const [mine, theirs] = await twoWriters('Dear Jonas,\n\nMai');
  writes(theirs, ' from the shop');
  mine.goTo(49);
  mine.press('reply');
  mine.key('Up', 'Up');
  for (const letter of 'good') {
    mine.type(letter);
    mine.tick(500);
    theirs.type('!');
    theirs.tick(500);
  }

  const lines = draft(mine)?.split('\n') ?? [];
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toBe('Mai from the shop!!!!');
  expect([...(lines[0] ?? '')].sort().join('')).toBe([...'Dear Jonas,good'].sort().join(''));
});

test('an answer that another window has written on is not sent before both have been read', async () => {
  const [mine, theirs] = await twoWriters('We will refund the second charge.');
  mine.goTo(49);
  mine.press('reply');
  mine.press('review');
  writes(theirs, ' It takes three days.');
  theirs.tick(500);

  mine.press('send');

  mine.sees('changed in another window');
  mine.sees('It takes three days.');
  expect(readCase(mine.desk, 49).entries.some((entry) => entry.delivery === 'held')).toBe(false);

  mine.press('review', 'send');
  expect(readCase(mine.desk, 49).entries.at(-1)?.text).toBe('We will refund the second charge. It takes three days.');
  expect(draft(mine)).toBeUndefined();
});

test('a window that empties its text takes nothing away that another one has written since', async () => {
  const [mine, theirs] = await twoWriters('Dear Jonas');
  mine.goTo(49);
  mine.press('reply');
  writes(theirs, ', we are sorry');
  theirs.tick(500);
  mine.key('C-u');
  mine.press('keep-draft');

  mine.sees('Another window has written here too.');
  expect(draft(mine)).toBe('Dear Jonas, we are sorry');
});

test('while another program holds the store every pause counts once', async () => {
  const [mine, theirs] = await twoWriters('');
  writes(mine, 'Dear');
  mine.desk.store.db.pragma('busy_timeout = 0');
  theirs.desk.store.db.exec('BEGIN IMMEDIATE');
  mine.tick(500);
  mine.type(' Jonas');
  mine.tick(500);
  theirs.desk.store.db.exec('COMMIT');
  mine.tick(500);

  expect(draft(mine)).toBe('Dear Jonas');
});
