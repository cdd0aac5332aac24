import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { openScreens } from '../helpers/screen.ts';

test('. does the last change again on the case under the hand', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(47);
  desk.press('priority-low');
  desk.goTo(49);
  desk.press('repeat');
  expect(readCase(desk.desk, 49).case.priority).toBe('low');
  desk.press('undo');
  expect(readCase(desk.desk, 49).case.priority).toBe('high');
  expect(readCase(desk.desk, 47).case.priority).toBe('low');
});

test('. on a selection asks once, then one z takes it back from all', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(47);
  desk.press('tags');
  desk.type('gấp\n');
  desk.goTo(36);
  desk.press('mark', 'mark', 'repeat');
  desk.sees('2 cases');
  desk.key('Enter');
  expect(readCase(desk.desk, 36).tags).not.toContain('gấp');
  desk.press('repeat');
  desk.key('y');
  expect(readCase(desk.desk, 36).tags).toContain('gấp');
  expect(readCase(desk.desk, 54).tags).toContain('gấp');
  desk.press('undo');
  expect(readCase(desk.desk, 54).tags).not.toContain('gấp');
});

test('. after a template was sent asks before it sends again', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(47);
  desk.press('template');
  desk.type('double\n');
  desk.press('review', 'send');
  desk.goTo(49);
  desk.press('repeat');
  desk.sees('Send "double-charge" in 1 case?');
  expect(readCase(desk.desk, 49).entries.some((entry) => entry.delivery === 'held')).toBe(false);
  desk.key('y');
  expect(readCase(desk.desk, 49).entries.some((entry) => entry.delivery === 'held')).toBe(true);
});

test('. merges another case into the same one after a question', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(47);
  desk.press('merge');
  desk.type('49\n');
  desk.goTo(45);
  desk.press('repeat');
  desk.sees('#49');
  desk.key('y');
  expect(readCase(desk.desk, 45).case.number).toBe(49);
});

test('. with nothing done yet says so', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('repeat');
  desk.sees('Nothing to repeat');
});

test.each(['reply', 'note', 'call', 'rating-5', 'link', 'split', 'copy-number'] as const)(
  'with cases selected, %s says that it is for one case, and which',
  async (id) => {
    const desk = await openScreens({ seed: true });
    desk.press('mark', 'mark', 'mark', id);
    desk.sees('Only #32');
    expect(desk.state().list.marked.size).toBe(3);
  },
);
