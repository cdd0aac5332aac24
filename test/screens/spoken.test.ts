import { expect, test } from 'vitest';
import { spokenLines } from '../../src/tui/parts/spoken.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const said = (desk: Screens): string[] => spokenLines(desk.frame());

test('a screen reader says the case under the hand first, then what just happened, and no rules or blanks', async () => {
  const desk = await openScreens({ seed: true, size: '99x24' });
  desk.press('next');
  expect(said(desk)[0]).toMatch(/^› +54 /);
  expect(said(desk)[1]).toContain('23 waiting');
  expect(said(desk)[2]).toMatch(/^desk /);
  expect(said(desk).join('\n')).not.toMatch(/[\u2500-\u257f]| \n|\n\n/u);

  desk.press('priority-low');
  expect(said(desk)[1]).toContain('priority: low');
});

test('in a field the line that is typed comes first, in a menu or the palette what would be chosen', async () => {
  const desk = await openScreens({ seed: true, size: '80x24' });
  desk.press('search');
  desk.type('man hinh');
  expect(said(desk)[0]).toBe('Search: man hinh');
  desk.key('Esc');
  desk.press('reply');
  desk.type('một\nhai');
  expect(said(desk)[0]).toBe('hai');
});
