import { beforeEach, expect, test } from 'vitest';
import { type Desk, seededDesk } from '../helpers/cli.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
});

test('desk split prints the number of the new case, and show names the link in both', async () => {
  await desk.run(['note', '1', '--message', 'She also asks for a lamp']);
  const { entries } = (await desk.json(['show', '1'])) as { entries: { id: number }[] };
  const { out, code } = await desk.run(['split', '1', String(entries[1]?.id)]);

  expect([code, out]).toEqual([0, '4\n']);
  expect(await desk.json(['show', '4'])).toMatchObject({ links: [1], customer: { name: 'Nguyễn Thị Lan' } });
  expect((await desk.run(['show', '1'])).out).toMatch(/linked with +#4/);
  expect((await desk.run(['split', '1', '9999'])).code).toBe(66);
});

test('desk link and unlink, with a history line and an undo', async () => {
  expect((await desk.run(['link', '2', '1'])).out).toBe('#2 and #1 are linked.\n');
  expect((await desk.run(['link', '1', '2'])).out).toBe('#1 and #2 were linked already.\n');
  expect((await desk.run(['history', '1'])).out).toContain('linked with: +#2');
  expect((await desk.run(['unlink', '1', '2'])).out).toBe('#1 and #2 are no longer linked.\n');
  await desk.run(['undo']);
  expect(await desk.json(['show', '2'])).toMatchObject({ links: [1] });
  expect((await desk.run(['unlink', '1', '3'])).code).toBe(2);
});
