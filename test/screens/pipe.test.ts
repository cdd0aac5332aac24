import { expect, test } from 'vitest';
import { openScreens } from '../helpers/screen.ts';

test('| gives the case to a command that the agent types; an empty line gives it to none', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(47);
  desk.press('open', 'pipe');
  desk.sees('shell command');
  desk.type('wc -l\n');
  expect(desk.asked.piped).toEqual([{ cases: [47], command: 'wc -l' }]);
  expect(desk.state().screen).toMatchObject({ name: 'case' });

  desk.press('pipe');
  desk.key('Enter');
  expect(desk.asked.piped).toHaveLength(1);
});

test('| in the list gives all that are selected, and they stay selected', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('mark', 'mark', 'pipe');
  desk.type('less\n');
  expect(desk.asked.piped).toEqual([{ cases: [36, 54], command: 'less' }]);
  expect(desk.state().list.marked.size).toBe(2);
});
