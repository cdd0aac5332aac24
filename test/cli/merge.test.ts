import { beforeEach, expect, test } from 'vitest';
import { type Desk, seededDesk } from '../helpers/cli.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
});

test('desk merge takes cases into the last one, says whose they are, and undo takes it back', async () => {
  const { out, err, code } = await desk.run(['merge', '2', '3', '1']);

  expect([code, out]).toEqual([0, '#2 #3 merged into #1.\n']);
  expect(err).toContain("another customer's case: #2 #3");
  expect((await desk.run(['show', '2'])).out).toMatch(/^#1 [\s\S]*merged in +#\d #\d/);
  expect((await desk.run(['history', '1'])).out).toContain('merged in: +#2');
  expect(await desk.json(['list', '*'])).toHaveLength(1);

  expect((await desk.run(['undo'])).out).toBe('Undone: merge #1: #2 #3\n');
  expect(await desk.json(['list', '*'])).toHaveLength(3);
});

test('desk unmerge takes one out again, and a merge from a list leaves its target out', async () => {
  await desk.run(['merge', '-', '1'], { stdin: '1\n2\n' });
  const { out } = await desk.run(['unmerge', '2']);

  expect(out).toBe('#2 is out of #1 again.\n');
  expect(await desk.json(['show', '2'])).toMatchObject({ number: 2, messages: 1, merged: [] });
});

test('a dry run merges nothing, and what is wrong is said with the usual codes', async () => {
  expect((await desk.run(['merge', '2', '1', '--dry-run'])).out).toContain('Dry run');
  expect(await desk.json(['show', '2'])).toMatchObject({ number: 2 });
  expect((await desk.run(['merge', '2'])).code).toBe(2);
  expect((await desk.run(['merge', '2', '2'])).err).toContain("can't be merged into itself");
  expect((await desk.run(['merge', '2', '99'])).code).toBe(66);
  expect((await desk.run(['unmerge', '2'])).code).toBe(2);
});
