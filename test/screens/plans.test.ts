import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { undoAction } from '../../src/actions/undo.ts';
import { lastOn } from '../../src/store/history.ts';
import { about, buy, careDesk, DAY, fixed, open, planFile, set, toDoList, withPlans } from '../helpers/care-desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const HOUR = 3_600_000;

/** Lan's screen was put right a week ago. */
function aWeekAfter(): Desk {
  const desk = careDesk();
  fixed(desk);
  desk.wait(7 * DAY);
  return desk;
}

/** The screens are open for so long, and then as long as a run takes that goes piece by piece. */
function stay(desk: Screens, ms: number): void {
  for (let gone = 0; gone < ms; gone += ms / 4) desk.tick(ms / 4);
  for (let piece = 0; piece < 40; piece++) desk.tick(25);
}

test('soon after the start the follow-ups of the day are there, told in a line, and z is for what the agent did', async () => {
  const desk = await openScreens({ desk: aWeekAfter() });
  expect(toDoList(desk.desk)).toEqual([]);
  stay(desk, 8_000);
  desk.sees('1 new follow-up from the plans: g f.');
  desk.press('go-agenda');
  desk.sees('Check-in seven days after a f');
  desk.press('undo');
  expect(toDoList(desk.desk)).toHaveLength(1);
});

test('what is being told stays, and the new follow-ups stand after it', async () => {
  const desk = await openScreens({ desk: aWeekAfter() });
  desk.send({ type: 'told', notice: { text: 'Since 18:02: 7 new messages.', tone: 'info' } });
  stay(desk, 8_000);
  desk.sees('Since 18:02: 7 new messages. 1 new follow-up from the plans: g f.');
});

test('a desk that stays open looks again every hour, but not on the day when a run was taken back', async () => {
  const here = careDesk();
  const desk = await openScreens({ desk: here });
  stay(desk, 8_000);
  fixed(here);
  here.wait(7 * DAY - HOUR);
  stay(desk, 8_000);
  expect(toDoList(here)).toEqual([]);
  stay(desk, HOUR);
  expect(toDoList(here)).toEqual(['#1 Check-in seven days after a fix']);

  undoAction(here, lastOn(here.store, 1)?.id ?? 0);
  expect(toDoList(here)).toEqual([]);
  stay(desk, 8 * HOUR);
  expect(toDoList(here)).toEqual([]);
  stay(desk, DAY);
  expect(toDoList(here)).toEqual(['#1 Check-in seven days after a fix']);
});

test('from the palette they come at once, z takes them back, and where nothing is due that is said', async () => {
  const desk = await openScreens({ desk: aWeekAfter() });
  const run = (): void => {
    desk.press('palette');
    desk.type('from plans\n');
    stay(desk, 100);
  };
  run();
  desk.sees('1 new follow-up from the plans: g f.');
  run();
  desk.sees('No follow-up is due by the plans.');
  desk.press('undo');
  expect(toDoList(desk.desk)).toEqual([]);
});

test('a follow-up in a case opens it with the words of its template', async () => {
  const desk = await openScreens({ desk: aWeekAfter() });
  stay(desk, 8_000);
  desk.press('go-agenda', 'agenda-open');
  desk.sees("It's a week since we put your machine right.");
});

test('one for a customer asks for a new case, in which we write first, by mail and with its template', async () => {
  const here = careDesk();
  set(here, open(here, 'Hỏi giá'), { status: 'solved' });
  about(here, 1, { segment: 'current' });
  buy(here, 1);
  here.wait(30 * DAY);
  const desk = await openScreens({ desk: here });
  stay(desk, 8_000);
  desk.press('go-agenda', 'agenda-open');
  desk.sees('Thirty days after a purchase');
  desk.key('Enter');
  desk.sees("You've had it for a month now");
  desk.sees('subject: Thirty days after a purchase');
  expect(readCase(here, 2).case).toMatchObject({ kind: 'care', channel: 'email', customer: 1 });
});

test('a plan’s file that is broken is named once, and the others make what is due', async () => {
  const plans = { 'after-fix': planFile('after-fix', 'solved', 7), wrong: planFile('wrong', 'birthday', 7) };
  const desk = await openScreens({ desk: withPlans(aWeekAfter(), plans) });
  stay(desk, 8_000);
  desk.sees('plans/wrong.md:4: this value can’t be: event: birthday');
  expect(toDoList(desk.desk)).toEqual(['#1 after-fix']);
  desk.key('Down');
  stay(desk, HOUR);
  desk.doesNotSee('birthday');
});
