import { expect, test } from 'vitest';
import { openScreens } from '../helpers/screen.ts';

test('the list follows every letter; words without marks find every spelling', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('search');
  desk.type('man hinh cam');
  desk.sees(/^› +47 /m);
  desk.sees('1/1');
  desk.key('Enter');
  desk.sees('Search: man hinh cam');
});

test('Thai is found inside a sentence', async () => {
  const desk = await openScreens({ seed: true, locale: 'th' });
  desk.press('search');
  desk.type('ทัชสกรีน');
  desk.sees(/^› +57 /m);
});

test('a query that cannot be read says why in one line and keeps the list; the typed words stay', async () => {
  const desk = await openScreens({ seed: true });
  const before = desk.state().list.numbers;
  desk.press('search');
  desk.paste('statsu:open');
  expect(desk.state().notice?.tone).toBe('error');
  desk.sees('status');
  expect(desk.state().list.numbers).toEqual(before);

  desk.key('Enter');
  expect(desk.state().list.numbers).toEqual(before);
  desk.sees('Search: statsu:open');
  desk.key(...Array.from('su:open', () => 'Backspace'));
  desk.type('us:hold');
  expect(desk.state().notice).toBeNull();
  desk.sees('1/7');
  desk.key('Enter');
  expect(desk.state().overlay).toBeNull();
});

test('out of a query that cannot be read leads Esc', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('search');
  desk.type('nix:1\n');
  desk.key('Esc');
  expect(desk.state().overlay).toBeNull();
  expect(desk.state().list.search).toBeNull();
  desk.sees('1/23');
});

test('a search begins at its first case, and Esc goes back to the case one came from', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(47);
  desk.press('search');
  desk.type('is:open kind:support');
  desk.sees('1/');
  desk.key('Esc');
  desk.sees(/^› +47 /m);
});

test('Ctrl-C in a search goes back as Esc does', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('search');
  desk.type('man hinh');
  desk.key('C-c');
  expect(desk.state().list.search).toBeNull();
  desk.sees('1/23');
  expect(desk.state().leaving).toBe(false);
});

test('narrowing adds to the view or the search, also to one with OR', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('narrow');
  desk.type('kind:support\n');
  const support = desk.state().list.numbers.length;
  expect(support).toBeLessThan(23);
  desk.sees('Narrowed to: kind:support');
  desk.press('search');
  desk.type('status:hold OR status:pending\n');
  for (const row of desk.state().list.rows.values()) {
    expect(row.kind).toBe('support');
    expect(['hold', 'pending']).toContain(row.status);
  }
  expect(desk.state().list.numbers.length).toBeGreaterThan(1);
});

test('Esc takes back one thing after the other: selection, narrowing, search', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('search');
  desk.type('is:open\n');
  desk.press('narrow');
  desk.type('kind:support\n');
  desk.press('mark');

  desk.press('widen');
  expect(desk.state().list).toMatchObject({ narrow: 'kind:support', search: 'is:open', marked: new Set() });
  desk.press('widen');
  expect(desk.state().list).toMatchObject({ narrow: null, search: 'is:open' });
  desk.press('widen');
  expect(desk.state().list).toMatchObject({ narrow: null, search: null });
  desk.press('widen');
  desk.sees('/23');
});

test('nothing found says so, and what takes the search back', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('search');
  desk.type('zzzzzz\n');
  desk.sees('Nothing found.');
  desk.sees('Esc takes the search back.');
  desk.press('open', 'reply', 'tags', 'status-solved', 'next', 'last', 'copy-number', 'mark');
  desk.press('widen');
  desk.sees('1/23');
});

test('an emptied search line shows the view again', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('search');
  desk.type('man hinh\n');
  desk.press('search');
  desk.key('C-u');
  desk.sees('1/23');
  desk.key('Enter');
  expect(desk.state().list.search).toBeNull();
});

test('a search goes on while others write: the word at its end is still found by its beginning', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('search');
  desk.type('man hin');
  const found = desk.state().list.numbers;
  expect(found).toContain(47);
  desk.send({ type: 'store-changed' });
  expect(desk.state().list.numbers).toEqual(found);
});
