import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededDesk, tempFolder } from '../helpers/cli.ts';

const PAGE = 4096;
const READING = [['list', '*'], ['list', 'man hinh'], ['show', '1'], ['history'], ['export']];

test('a damaged page anywhere in the store is said in plain words with the next step, and never as a bug of desk', async () => {
  const desk = await seededDesk();
  const sound = readFileSync(desk.db);
  const db = join(tempFolder(), 'desk.db');
  let met = 0;
  for (let page = 0; page * PAGE < sound.length; page += 1) {
    writeFileSync(db, Buffer.from(sound).fill(0xff, page === 0 ? 1000 : page * PAGE, (page + 1) * PAGE));
    for (const argv of READING) {
      const { code, err } = await desk.run([...argv, '--db', db, '--read-only']);
      expect([0, 74, 78], `page ${page}: ${err}`).toContain(code);
      if (code === 74) {
        expect(err).toMatch(/^desk: .*desk doctor.*\n$/);
        met += 1;
      }
    }
  }
  expect(met).toBeGreaterThan(20);
});

test('a store that was cut off is said to be damaged, also by commands that only look for the language in it', async () => {
  const desk = await seededDesk();
  const db = join(tempFolder(), 'desk.db');
  copyFileSync(desk.db, db);
  truncateSync(db, 6 * PAGE);

  const ran = await desk.run(['list', '*', '--db', db]);
  expect([ran.code, ran.err]).toEqual([74, expect.stringMatching(/damaged.*desk doctor.*desk restore/)]);
  expect(await desk.run(['help', 'list', '--db', db])).toMatchObject({ code: 0, err: '' });
  expect((await desk.run(['lst', '--db', db])).code).toBe(2);
  expect((await desk.run(['doctor', '--db', db])).err).not.toContain('bug');
});
