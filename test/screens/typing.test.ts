import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { openScreens } from '../helpers/screen.ts';

test('many keys in one piece are many keys', async () => {
  const desk = await openScreens({ seed: true });
  desk.chunk('jjj');
  desk.sees('4/23');
  desk.chunk('kso');
  desk.sees('status: open');
  expect(readCase(desk.desk, 58).case.status).toBe('open');
});

test('what follows an answering key in one piece is text, and never a command', async () => {
  const desk = await openScreens({ seed: true });
  const before = desk.desk.store.db.prepare('SELECT count(*) AS n FROM actions').get();
  desk.chunk('rsolve e e P u');
  expect(desk.state().screen).toMatchObject({ name: 'compose', draft: { number: 36 } });
  desk.sees('solve e e P u');
  expect(desk.desk.store.db.prepare('SELECT count(*) AS n FROM actions').get()).toEqual(before);
});

test('a query in one piece with its key is a query', async () => {
  const desk = await openScreens({ seed: true });
  desk.chunk('/man hinh');
  desk.sees('Search: man hinh');
  desk.sees('1/1');
});

test('a template is searched by what follows its key', async () => {
  const desk = await openScreens({ seed: true });
  desk.chunk('mscreen');
  desk.sees('Template: screen');
});

test('a question is not answered by what was typed before it was read', async () => {
  const desk = await openScreens({ seed: true });
  desk.chunk('qq');
  desk.sees('Quit?');
  expect(desk.asked.quits).toBe(0);
});

test('text with its line end in one piece is text with a line end', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('reply');
  desk.chunk('một');
  desk.key('Enter');
  desk.chunk('hai');
  desk.sees(/^ một\n hai/m);
});

test('pasted text is never run as keys: neither on the list nor in a case, a menu or a question', async () => {
  const desk = await openScreens({ seed: true });
  const before = desk.desk.store.db.prepare('SELECT count(*) AS n FROM actions').get();
  for (const open of [() => {}, () => desk.press('open'), () => desk.key('s'), () => desk.press('help')]) {
    open();
    desk.paste('e\rssss\r!q\r');
  }
  desk.key('Esc', 'Esc', 'Esc', 'Esc', 'q');
  desk.paste('q\r');
  expect(desk.asked.quits).toBe(0);
  expect(desk.desk.store.db.prepare('SELECT count(*) AS n FROM actions').get()).toEqual(before);
});

test('on the list, a paste says where it could go', async () => {
  const desk = await openScreens({ seed: true });
  desk.paste('xin chào');
  desk.sees('Pasted text is never run as keys.');
});

test('a paste into the composer is text with its line ends; into a line it is one line', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('reply');
  desk.paste('một\r\nhai\rba');
  desk.sees(/^ một\n hai\n ba/m);
  desk.press('keep-draft', 'search');
  desk.paste('man\rhinh');
  desk.sees('Search: man hinh');
});

test(';; in a paste asks for no template', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('reply');
  desk.paste('for (;;)');
  desk.sees('for (;;)');
  desk.paste(';;');
  expect(desk.state().overlay).toBeNull();
});

test('the caret stands where the next letter comes, counted as it is shown', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('reply');
  const { x: left, y: top } = desk.caret() ?? { x: -1, y: -1 };
  expect(left).toBe(1);
  desk.type('điện thoại');
  expect(desk.caret()).toEqual({ x: 11, y: top });
  desk.type('\nน้ำ');
  expect(desk.caret()).toEqual({ x: 3, y: top + 1 });
  desk.key('Up', 'Home');
  expect(desk.caret()).toEqual({ x: 1, y: top });
});

test('a long reply scrolls with its caret, at any size', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('reply');
  for (let line = 1; line <= 40; line += 1) desk.type(`dòng ${line}\n`);
  desk.sees('dòng 40');
  desk.resize('60x20');
  desk.sees('dòng 40');
  desk.key('PageUp');
  desk.sees('dòng 1');
  desk.resize('140x50');
  desk.sees('dòng 1');
  const { y } = desk.caret() ?? { y: -1 };
  expect(y).toBeGreaterThan(0);
});

test('an input method’s composed letter alone does nothing but say so; after a backspace it is its modifier', async () => {
  const desk = await openScreens({ seed: true });
  desk.chunk('ế');
  desk.sees('An input method made ế');
  desk.key('Backspace', 'á');
  desk.tick(300);
  desk.sees('Status');
  desk.key('Esc');
  desk.key('Backspace', 'Backspace');
  desk.sees('1/23');
});

test('the letters that an input method types again behind its composed one have been pressed already', async () => {
  const desk = await openScreens({ seed: true });
  desk.key('Backspace', 'Backspace');
  desk.chunk('ạj');
  desk.sees('2/23');
  desk.key('Backspace');
  desk.chunk('ạj');
  desk.sees('4/23');
});

test('a letter and its marks in two code points are no command', async () => {
  const desk = await openScreens({ seed: true });
  desk.chunk('e\u0302\u0301');
  desk.sees('An input method made ế');
  expect(readCase(desk.desk, 36).case.status).toBe('open');
});

test('with a Thai keyboard the same keys do the same', async () => {
  const desk = await openScreens({ seed: true });
  desk.chunk('่่');
  desk.sees('3/23');
  desk.chunk('าา');
  desk.sees('1/23');
});
