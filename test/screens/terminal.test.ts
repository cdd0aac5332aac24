import { expect, test } from 'vitest';
import { renderInk } from '../helpers/ink-terminal.tsx';
import { openScreens } from '../helpers/screen.ts';

test('a terminal shows the frame as it is meant, in three scripts, and the cursor where one types', async () => {
  const desk = await openScreens({ seed: true, locale: 'vi', size: '140x40' });
  const terminal = renderInk(desk);
  expect(await terminal.rows()).toEqual(terminal.wanted());

  await terminal.keys('j', 'j', 'r', 'Dạ chào chị,\rน้ำ ');
  expect(await terminal.rows()).toEqual(terminal.wanted());
  expect(terminal.cursor()).toEqual(desk.caret());
  expect(desk.state().screen).toMatchObject({ name: 'compose', draft: { number: 58 } });
});

test('keys as terminals send them: chunks, arrows, Esc alone and before a key, Ctrl, a paste', async () => {
  const desk = await openScreens({ seed: true });
  const terminal = renderInk(desk);
  await terminal.keys('jjj');
  expect(desk.state().list.at).toBe(3);
  await terminal.keys('\x1b[A', '\x1bOB', '\x1b[B');
  expect(desk.state().list.at).toBe(4);
  await terminal.keys('\r', '\x1b');
  expect(desk.state().screen.name).toBe('list');
  await terminal.keys('\r', '\x1bj');
  expect(desk.state().screen.name).toBe('list');
  expect(desk.state().list.at).toBe(5);
  await terminal.keys('r', 'một hai', '\x17', '\x1b[1;5D', 'không ', '\x1b[200~dán\rhai dòng\x1b[201~', '\x13');
  expect(desk.state().screen).toMatchObject({ name: 'compose', draft: { reviewing: true } });
  desk.sees('không dán');
  expect(await terminal.rows()).toEqual(terminal.wanted());
});

test('a Telex burst in the composer is text; on the list it is the modifier', async () => {
  const desk = await openScreens({ seed: true });
  const terminal = renderInk(desk);
  await terminal.keys('r', 'toi\x7f\x7fôi');
  desk.sees('tôi');
  await terminal.keys('\x1b', '\x7fá');
  expect(desk.state().overlay).toMatchObject({ name: 'menu', prefix: 's' });
});

test('what a terminal answers is no key', async () => {
  const desk = await openScreens({ seed: true });
  const terminal = renderInk(desk);
  const before = desk.state();
  await terminal.keys(
    '\x1b]11;rgb:0000/0000/0000\x07',
    '\x1b[5;5R',
    '\x1b[?1;2c',
    '\x1bP1$r0m\x1b\\',
    '\x1b[M !!',
    '\x1b[I',
  );
  expect(desk.state().list).toBe(before.list);
  expect(desk.state().notice).toBe(before.notice);
});

test('the window changes its size again and again', async () => {
  const desk = await openScreens({ seed: true, locale: 'th' });
  const terminal = renderInk(desk);
  for (const size of ['120x40', '60x20', '30x8', '140x40', '80x24']) {
    await terminal.resize(size);
    const rows = await terminal.rows();
    expect(rows.filter((row) => row !== '')).toEqual(terminal.wanted().filter((row) => row !== ''));
  }
});

test('one step in the list writes little, and leaves every other row alone', async () => {
  const desk = await openScreens({ seed: true, size: '120x40' });
  desk.goTo(54);
  const terminal = renderInk(desk);
  await terminal.rows();
  terminal.written();
  desk.press('mark-all');
  desk.press('mark-all');
  await terminal.rows();
  expect(Buffer.byteLength(terminal.written())).toBeLessThan(20_000);
});
