import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDesk } from '../helpers/desk.ts';
import { openScreens } from '../helpers/screen.ts';

test.each([
  ['en', 'chua xong', 'nothing like it'],
  ['en', 'tam an', 'Snoozed'],
  ['vi', 'reply', 'trả lời'],
  ['vi', 'tra loi', 'trả lời'],
  ['th', 'hoan tac', 'ย้อนกลับ'],
  ['en', 'ย้อนกลับ', 'undo'],
] as const)('in %s the palette finds %s in all three languages, without marks', async (locale, typed, found) => {
  const desk = await openScreens({ seed: true, locale });
  desk.press('palette');
  desk.type(typed);
  if (found === 'nothing like it') expect(desk.screen()).not.toMatch(/^ › /m);
  else desk.sees(new RegExp(`^ [› ] ${found}`, 'm'));
});

test('the palette does what its line says, shows the key beside it, and goes with Esc', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('palette');
  desk.type('solved');
  desk.sees(/status: solved +s s/);
  desk.key('Esc');
  desk.doesNotSee('Command:');

  desk.press('palette');
  desk.type('status hold\n');
  desk.sees('status: on hold');
});

test('the palette opens everywhere', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('reply');
  desk.type('abc');
  desk.press('palette');
  desk.type('review\n');
  desk.sees('Review: reply in #36');
  desk.press('palette');
  desk.type('edit\n');
  expect(desk.state().screen).toMatchObject({ draft: { reviewing: false } });
  desk.press('keep-draft', 'help', 'palette');
  desk.type('back\n');
  desk.press('undo-list', 'palette');
  desk.type('back\n');
  desk.sees('1/23');
});

test('the help lists every key and scrolls to its end and no further', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('help');
  desk.sees('next case');
  desk.press('last');
  desk.sees('all commands');
  const end = desk.screen();
  desk.press('scroll-down', 'page-down', 'last');
  expect(desk.screen()).toBe(end);
  desk.press('scroll-up');
  expect(desk.screen()).not.toBe(end);
  desk.press('back');
  desk.sees('1/23');
});

test('a chord waits; its menu comes after 300 ms and not before, and Esc leaves it', async () => {
  const desk = await openScreens({ seed: true });
  desk.key('s');
  desk.tick(299);
  desk.doesNotSee('status: on hold');
  desk.tick(1);
  desk.sees('status: on hold');
  desk.key('y');
  desk.sees('status: on hold');
  desk.key('Esc');
  desk.doesNotSee('status: on hold');
});

test('a chord typed at once shows no menu, nor does the next one too early', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('status-open');
  desk.tick(200);
  desk.key('P');
  desk.tick(150);
  desk.doesNotSee('priority: urgent');
  desk.tick(150);
  desk.sees('priority: urgent');
});

test('an unbound key does nothing but name the nearest one', async () => {
  const desk = await openScreens({ seed: true });
  desk.key('T');
  desk.sees('T does nothing here. t: tags. ? shows all keys.');
  desk.key('F5');
  desk.sees('F5 does nothing here.');
  desk.press('next');
  desk.doesNotSee('does nothing here');
});

test('Ctrl-C once hints, twice quits, and any key in between takes it back', async () => {
  const desk = await openScreens({ seed: true });
  desk.key('C-c');
  desk.sees('Ctrl-C again quits.');
  desk.press('next');
  desk.key('C-c');
  expect(desk.asked.quits).toBe(0);
  desk.key('C-c');
  expect(desk.asked.quits).toBe(1);
});

test('q on the list asks once', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('quit');
  desk.key('n');
  expect(desk.asked.quits).toBe(0);
  desk.press('quit');
  desk.key('q');
  expect(desk.asked.quits).toBe(1);
});

test('Ctrl-Z suspends', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('suspend');
  expect(desk.asked.suspends).toBe(1);
});

test('an empty store shows three ways on, and no key breaks it', async () => {
  const desk = await openScreens();
  desk.sees('Three ways to begin');
  desk.press('next', 'open', 'reply', 'note', 'template', 'tags', 'status-solved', 'solve-next', 'snooze-date', 'mark');
  desk.press('mark-all', 'copy-number', 'preview-down', 'unfold', 'undo-list', 'back', 'undo', 'page-down', 'last');
  desk.sees('Three ways to begin');
  desk.press('new');
  desk.type('Lan\nAlles neu\n');
  desk.sees('#1 opened.');
  desk.press('back');
  desk.doesNotSee('Three ways to begin');
  desk.sees('Alles neu');
});

test('a store that is only read shows everything and changes nothing, with a reason', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-screens-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const writer = createDesk({ path: join(folder, 'desk.db') });
  await writer.seed();
  writer.close();

  const desk = await openScreens({ path: join(folder, 'desk.db'), readOnly: true });
  desk.sees('read only');
  for (const row of ['reply', 'note', 'status-solved', 'tags', 'new', 'undo', 'solve-next', 'snooze-reply'] as const) {
    desk.press(row);
    desk.sees('Not while the store is open for reading only.');
    expect(desk.state().screen.name).toBe('list');
    expect(desk.state().overlay).toBeNull();
  }
  desk.press('palette');
  desk.type('reply\n');
  desk.sees('Not while the store is open for reading only.');
  desk.press('open');
  expect(desk.state().notice).toBeNull();
  desk.press('back');
  desk.tick(60_000);
  desk.key('C-c', 'C-c');
  expect(desk.asked.quits).toBe(1);
});

test('a window below 60×20 says so, and everything is there again when it grows', async () => {
  const desk = await openScreens({ seed: true, locale: 'vi' });
  desk.goTo(47);
  desk.press('reply');
  desk.type('đang gõ');
  desk.resize('59x20');
  desk.sees('Cửa sổ nhỏ quá');
  desk.type(' tiếp');
  desk.resize('60x20');
  desk.sees('đang gõ tiếp');
  desk.resize('20x5');
  desk.resize('140x40');
  desk.sees('đang gõ tiếp');
});
