import { expect, test } from 'vitest';
import { perform } from '../../src/actions/action.ts';
import { setConfig } from '../../src/actions/config.ts';
import { editorText } from '../../src/tui/editor/editor.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';
import { keysOfChunk, typedKeys } from '../helpers/typed-keys.ts';
import { METHODS, typeVietnamese } from '../helpers/vietnamese-typing.ts';

/** Every place where text is typed, and how one gets there. */
const FIELDS: Readonly<Record<string, (desk: Screens) => void>> = {
  'the composer': (desk) => desk.press('reply'),
  'a note': (desk) => desk.press('note'),
  search: (desk) => desk.press('search'),
  narrow: (desk) => desk.press('narrow'),
  tags: (desk) => {
    desk.press('tags');
    desk.key('C-u');
  },
  'a date': (desk) => desk.press('snooze-date'),
  'a case number': (desk) => desk.press('merge'),
  'a new case': (desk) => desk.press('new'),
  'the subject of a new case': (desk) => {
    desk.press('new');
    desk.type('Lan\n');
  },
  'the palette': (desk) => desk.press('palette'),
  'the palette over the composer': (desk) => desk.press('reply', 'palette'),
  'the templates': (desk) => desk.press('template'),
  'the templates at the caret': (desk) => desk.press('reply', 'insert-template'),
  'the comment of a rating': (desk) => desk.press('rating-5'),
  'the minutes of a call': (desk) => desk.press('call'),
};

function fieldText(desk: Screens): string {
  const { overlay, screen } = desk.state();
  if (overlay !== null) return 'input' in overlay ? editorText(overlay.input) : '';
  return screen.name === 'compose' ? editorText(screen.draft.editor) : '';
}

const actions = (desk: Screens): unknown => desk.desk.store.db.prepare('SELECT count(*) AS n FROM actions').get();

const VIETNAMESE = 'Nguyễn Đặng ước tiền nghiêng';
const THAI = 'ที่อยู่ น้ำใจ กู้';

test.each(Object.keys(FIELDS))('%s takes Vietnamese from every input method, and runs no command', async (field) => {
  const desk = await openScreens({ seed: true });
  FIELDS[field]?.(desk);
  const before = actions(desk);
  const terminal = await typedKeys();
  for (const method of METHODS)
    for (const erase of ['\x7f', '\b'] as const)
      for (const form of ['NFC', 'NFD'] as const) {
        const { bursts } = typeVietnamese(VIETNAMESE, { method, erase, form, tone: 'end' });
        const stream = Buffer.from(bursts.join(''));
        for (const pieces of [[stream], Array.from(stream, (byte) => Buffer.from([byte]))]) {
          for (const key of await terminal.keys(...pieces)) desk.send({ type: 'key', key });
          expect(fieldText(desk)).toBe(VIETNAMESE.normalize(form));
          desk.key('C-u');
          expect(fieldText(desk)).toBe('');
        }
      }
  expect(actions(desk)).toEqual(before);
});

test.each(Object.keys(FIELDS))('%s takes Thai, byte by byte, and Backspace takes back one mark', async (field) => {
  const desk = await openScreens({ seed: true });
  FIELDS[field]?.(desk);
  const terminal = await typedKeys();
  const bytes = Array.from(Buffer.from(THAI), (byte) => Buffer.from([byte]));
  for (const key of await terminal.keys(...bytes)) desk.send({ type: 'key', key });
  expect(fieldText(desk)).toBe(THAI);
  desk.key('Backspace');
  expect(fieldText(desk)).toBe('ที่อยู่ น้ำใจ กู');
  desk.key('Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
  expect(fieldText(desk)).toBe('ที่อยู่ น้');
});

/** What arrives when these keys are pressed on the list, each in its own piece. */
function burst(desk: Screens, ...chunks: readonly string[]): void {
  for (const key of chunks.flatMap(keysOfChunk)) desk.send({ type: 'key', key });
}

test('on the list, the letters that come again behind a tone are not pressed again, however late they come', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(47);
  const before = actions(desk);
  burst(desk, 'g', 'a', '\x7f', 'ạ');
  expect(desk.state().list.view).toBe('all');
  const { at } = desk.state().list;
  burst(desk, 'i', 'n', '\x1b');
  expect(desk.state().list.at).toBe(at);
  expect(actions(desk)).toEqual(before);
});

test('the modifier pressed twice is two keys: the letter that the engine gives back is none', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('open');
  desk.press('back');
  const { at } = desk.state().list;
  burst(desk, 'y', '\x7fỵ', '\x7fyj');
  expect(desk.state().list.at).toBe(at + 2);
  expect(desk.state().screen.name).toBe('list');
});

test('a tone that opens the composer brings none of its letters along', async () => {
  const desk = await openScreens({ seed: true });
  burst(desk, 'y', 'Y', '\x7f\x7fỷY', 'Dạ');
  expect(desk.state().screen.name).toBe('compose');
  expect(fieldText(desk)).toBe('Dạ');
});

test('in VNI the figure was pressed, once desk knows that it is VNI', async () => {
  const first = await openScreens({ seed: true });
  perform(first.desk, setConfig, { key: 'input-method', value: 'vni' });
  const desk = await openScreens({ desk: first.desk });
  burst(desk, 'y', '\x7fỷ');
  expect(desk.state().list.view).toBe('theirs');
  burst(desk, 'y', '\x7fý');
  expect(desk.state().list.view).toBe('inbox');
});

test('a question is answered by the keys in their places on a Thai keyboard', async () => {
  const desk = await openScreens({ seed: true });
  burst(desk, 'ๆ');
  desk.sees('Quit?');
  burst(desk, 'ๆ');
  expect(desk.asked.quits).toBe(1);
});
