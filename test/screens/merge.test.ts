import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { openScreens } from '../helpers/screen.ts';

test('a case is merged by number, its subject in sight before Enter, and z takes it back', async () => {
  const desk = await openScreens({ seed: true });
  const { subject } = readCase(desk.desk, 54).case;
  desk.press('merge');
  desk.sees('Merge into case no.');
  desk.type('5');
  desk.doesNotSee(`#54 ${subject}`);
  desk.type('4');
  desk.sees(`#54 ${subject.slice(0, 40)}`);
  desk.key('Enter');
  desk.sees('#36 merged into #54. z takes it back. Mind: another customer');
  expect(desk.state().list.numbers).not.toContain(36);
  expect(readCase(desk.desk, 36).case.number).toBe(54);

  desk.press('undo');
  expect(desk.state().list.numbers).toContain(36);
});

test('a wrong number leaves the prompt open and says why', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('merge');
  desk.type('999\n');
  desk.sees('There is no case #999.');
  desk.key('Backspace', 'Backspace', 'Backspace');
  desk.type('36\n');
  desk.sees("can't be merged into itself");
  desk.key('Esc');
  expect(desk.state().overlay).toBeNull();
});

test('the selected cases go together, and the newest is offered to be taken out again', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('mark', 'mark', 'merge');
  desk.sees('Merge the selected cases into no.');
  desk.type('47\n');
  desk.goTo(47);
  desk.press('open', 'first');
  desk.sees('with #');
  const [newest = 0] = readCase(desk.desk, 47).merged;

  desk.press('unmerge');
  desk.sees(`Take out again no.: ${newest}`);
  desk.key('Enter');
  desk.sees(`#${newest} is out of #47 again.`);
  expect(readCase(desk.desk, newest).case.number).toBe(newest);
});

test('where nothing was merged there is nothing to take out', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('unmerge');
  desk.sees('Nothing was merged into #36.');
});
