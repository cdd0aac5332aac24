import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Desk, tempDesk } from '../helpers/cli.ts';
import { SEED } from '../helpers/cli-seed.ts';
import { ask } from '../helpers/shop-mails.ts';

let desk: Desk;
beforeEach(async () => {
  desk = tempDesk();
  await desk.run(['import', desk.file('seed.jsonl', SEED), '--keep-open']);
  await desk.run(['set', '1', 'priority=low']);
  await desk.run(['set', '1', '2', 'topic=return']);
});

test.each([
  ['set', '1', 'status=hold'],
  ['note', '1', '--message', 'Hm'],
  ['reply', '1', '--message', 'Dạ em gửi chị'],
  ['call', '1', '--minutes', '3'],
  ['new', '--customer', 'lan@example.vn', '--subject', 'Oven'],
  ['merge', '1', '2'],
  ['spam', '1'],
  ['ratings', 'add', '1', '--score', '5'],
  ['link', '1', '2'],
  ['templates', 'remove', 'screen-reset'],
  ['config', 'set', 'shop', 'Máy Mới'],
  ['reindex'],
  ['undo'],
  ['undo', '2'],
  ['import', 'ask.eml'],
])('desk %s %s: a dry run says the same of a store that is only read', async (...argv) => {
  desk.file('ask.eml', ask);
  const words = argv.map((word) => (word === 'ask.eml' ? join(desk.folder, word) : word));
  const dry = await desk.run([...words, '--dry-run']);

  expect(await desk.run([...words, '--dry-run', '--read-only'])).toMatchObject({ code: 0, out: dry.out, err: dry.err });
  expect(dry.code).toBe(0);
  expect((await desk.run([...words, '--read-only'])).code).toBe(77);
});

test('a dry run of a restore says the same where nothing may be written', async () => {
  const file = join(desk.folder, 'backup.db');
  await desk.run(['backup', file]);
  const dry = await desk.run(['restore', file, '--dry-run']);

  expect(await desk.run(['restore', file, '--dry-run', '--read-only'])).toMatchObject({ code: 0, out: dry.out });
  expect((await desk.run(['restore', file, '--yes', '--read-only'])).code).toBe(77);
});
