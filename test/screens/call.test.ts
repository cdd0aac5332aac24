import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { openScreens } from '../helpers/screen.ts';

test('a call is written down by two short prompts, and z takes it back', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('call');
  desk.sees('Minutes on the phone');
  desk.type('half\n');
  desk.sees('"half" is not a number of minutes');
  desk.key('Backspace', 'Backspace', 'Backspace', 'Backspace');
  desk.type('12\n');
  desk.sees('What was said');
  desk.type('Hẹn thợ sáng mai\n');
  desk.sees('#36: call of 12 min logged.');
  expect(readCase(desk.desk, 36).entries.at(-1)).toMatchObject({ minutes: 12, text: 'Hẹn thợ sáng mai' });

  desk.press('undo');
  expect(readCase(desk.desk, 36).entries.at(-1)?.type).not.toBe('call');
});

test('a call that came in is in the palette, and Esc writes nothing', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('palette');
  desk.type('call that came in\n3\n');
  desk.key('Esc');
  expect(readCase(desk.desk, 36).entries.at(-1)?.type).not.toBe('call');

  desk.press('palette');
  desk.type('call that came in\n3\n\n');
  expect(readCase(desk.desk, 36).entries.at(-1)).toMatchObject({ type: 'call', direction: 'in', text: '' });
});
