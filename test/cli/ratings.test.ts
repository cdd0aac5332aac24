import { expect, test } from 'vitest';
import { seededDesk } from '../helpers/cli.ts';

test('desk ratings add and list: the latest of each case, newest first', async () => {
  const desk = await seededDesk();

  expect((await desk.run(['ratings', 'add', '1', '--score', '2'])).out).toBe('#1: rated 2/5, unhappy.\n');
  await desk.run(['ratings', 'add', '3', '--score', '4']);
  await desk.run(['ratings', 'add', '1', '--score', '5', '--comment', 'Cảm ơn em']);

  expect(await desk.json(['ratings'])).toMatchObject([
    { case: 1, score: 5, comment: 'Cảm ơn em' },
    { case: 3, score: 4 },
  ]);
  expect((await desk.run(['ratings', 'list'])).out).toMatch(
    /^1 +5\/5 .* {2}Cảm ơn em\n3 +4\/5 .* {2}Refund arrived\n$/,
  );
  expect((await desk.run(['show', '1'])).out).toMatch(/rating +5\/5 very happy: Cảm ơn em/);
  expect((await desk.run(['history', '1'])).out).toContain('rating: unhappy → very happy');
});

test('a score is one to five', async () => {
  const desk = await seededDesk();

  expect((await desk.run(['ratings', 'add', '1', '--score', '6'])).err).toContain('1, 2, 3, 4, 5');
  expect((await desk.run(['ratings', 'add', '1'])).code).toBe(2);
  expect((await desk.run(['ratings', 'add', '9', '--score', '5'])).code).toBe(66);
});
