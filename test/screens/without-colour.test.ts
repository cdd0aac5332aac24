import { expect, test } from 'vitest';
import { openScreens, plainLines, type Screens } from '../helpers/screen.ts';

/** The row of the list in which this case stands. */
const rowOf = (desk: Screens, number: number): string =>
  plainLines(desk.frame()).find((line) => new RegExp(`^.. +${number}\\D`).test(line)) ?? '';

/** The same row after the store was changed behind desk's back. */
function after(desk: Screens, number: number, sql: string): string {
  desk.desk.store.db.prepare(`UPDATE cases SET ${sql} WHERE number = ?`).run(number);
  desk.press('go-all', 'go-inbox');
  return rowOf(desk, number);
}

test('a case that was not read has a sign of its own', async () => {
  const desk = await openScreens({ seed: true });
  expect(after(desk, 47, 'unread = 1')).toMatch(/47 ! .•/);
  expect(after(desk, 47, 'unread = 0')).not.toContain('•');
});

test('how long they wait, when something last changed and when it wakes are told apart', async () => {
  const desk = await openScreens({ seed: true });
  expect(rowOf(desk, 47)).toMatch(/ 11h Nguyễn/);
  expect(after(desk, 47, 'waiting_since = NULL')).toMatch(/ \d+[a-z]+·Nguyễn/);
  desk.press('go-snoozed');
  expect(desk.screen()).toMatch(/ \+\d+[a-z]+ \S/);
});

test('the row under the hand, a selected one, the view and an error have their signs', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('mark');
  desk.sees(/^ ✓ \d/m);
  desk.sees(/^› /m);
  desk.sees(/1 Inbox 23◂/);
  desk.send({ type: 'told', notice: { text: 'That is in the past.', tone: 'error' } });
  desk.sees('! That is in the past.');
});

test('unfolded quotes have a bar before them, and the line with the hit a sign behind it', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('search');
  desk.type('màn hình\n');
  desk.goTo(47);
  desk.press('open', 'unfold', 'first', 'next-hit');
  expect(plainLines(desk.frame()).filter((line) => line.trimEnd().endsWith('◂'))).toHaveLength(1);
  desk.press('last');
  desk.sees(/^┊ /m);
});
