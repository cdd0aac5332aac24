import { expect, test } from 'vitest';
import { openScreens } from '../helpers/screen.ts';

test('an agent goes through the inbox: down, into a case, on to the next, and back to where she is', async () => {
  const desk = await openScreens({ seed: true });
  desk.sees(/^› +36 /m);

  desk.press('next', 'next', 'previous');
  desk.sees(/^› +54 /m);

  desk.press('open');
  desk.sees('#54');
  desk.press('next-case');
  desk.sees(/#58 .* 3\/23/);
  desk.press('previous-case', 'previous-case');
  desk.sees(/#36 .* 1\/23/);

  desk.press('next-case', 'back');
  desk.sees(/^› +54 /m);
});

test('the list scrolls with the cursor, and its ends are ends', async () => {
  const desk = await openScreens({ seed: true, size: '80x20' });
  desk.press('go-all', 'last');
  desk.sees('60/60');
  desk.press('next');
  desk.sees('60/60');
  desk.press('page-up', 'page-up', 'page-up', 'page-up', 'page-up');
  desk.sees('1/60');
  desk.press('page-down');
  desk.sees('17/60');
  desk.press('first');
  desk.sees('1/60');
});

test('every view has its key, its count and its cases', async () => {
  const desk = await openScreens({ seed: true });
  const counted = new Map<string, number>();
  for (const view of ['inbox', 'waiting', 'theirs', 'snoozed', 'solved', 'all'] as const) {
    desk.press(`go-${view}`);
    const { list } = desk.state();
    expect(list.view).toBe(view);
    expect(list.numbers).toHaveLength(list.counts[view]);
    counted.set(view, list.numbers.length);
  }
  expect(counted.get('all')).toBe(60);
});

test('an opened case is no longer unread', async () => {
  const desk = await openScreens({ seed: true });
  const unread = (): boolean => desk.state().list.rows.get(47)?.unread ?? false;
  desk.goTo(47);
  expect(unread()).toBe(true);
  desk.press('open', 'back');
  expect(unread()).toBe(false);
});

test('a case scrolls to its ends and shows what was quoted', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(47);
  desk.press('open');
  desk.doesNotSee('Máy tính bảng Vela Tab 11');
  desk.press('first');
  desk.sees('Máy tính bảng Vela Tab 11');
  desk.press('scroll-up');
  desk.press('last', 'scroll-down', 'page-down');
  desk.sees('100 %');
  desk.sees('[23 quoted lines');
  desk.press('unfold');
  desk.doesNotSee('[23 quoted lines');
});

test('the preview shows the newest word and scrolls both ways at once', async () => {
  const desk = await openScreens({ seed: true, size: '120x24' });
  desk.goTo(47);
  desk.sees('Chị làm đủ cả 3 bước');
  for (let i = 0; i < 20; i += 1) desk.press('preview-up');
  desk.sees('Chị mua cái Vela Tab 11');
  desk.press('preview-down');
  desk.doesNotSee('Chị mua cái Vela Tab 11');
  desk.press('next', 'previous');
  desk.sees('Chị làm đủ cả 3 bước');
});

test('solving goes on: in the list the next case comes under the hand, in a case it opens', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('solve-next');
  desk.sees(/^› +54 /m);
  desk.sees('status: solved');

  desk.press('open', 'solve-next');
  desk.sees('#58');
  desk.press('back');
  desk.sees('21');
  expect(desk.state().list.numbers).not.toContain(54);
});

test('the number of a case is copied', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('copy-number');
  expect(desk.asked.copied).toEqual(['36']);
  desk.sees('#36 copied.');
});

test('the next time, the first line says what has come in since', async () => {
  const first = await openScreens({ seed: true });
  first.desk.wait(60_000);
  const second = await openScreens({ desk: first.desk });
  second.sees('Nothing new since 02:00.');
});
