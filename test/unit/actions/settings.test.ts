import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { findCases } from '../../../src/actions/read-cases.ts';
import { readConfig } from '../../../src/actions/read-config.ts';
import { getTemplate, putTemplateAction, readTemplates, removeTemplateAction } from '../../../src/actions/templates.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import { indexDrift, reindex } from '../../../src/store/search.ts';
import { createDesk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';

const config = (desk: Context, key: string, value: string | null) => perform(desk, setConfig, { key, value });
const HELLO = { name: 'hello', title: 'Hello', tags: ['x'], bodies: { en: 'Hi', vi: 'Chào' }, set: {}, addTags: [] };
const put = (desk: Context, template: typeof HELLO, isNew = false) =>
  perform(desk, putTemplateAction, { template, isNew });

test('a setting is kept, read, and taken back to its default', () => {
  const desk = createDesk();

  config(desk, 'shop', 'Máy Mới');
  expect(readConfig(desk, 'shop')).toBe('Máy Mới');
  config(desk, 'shop', null);

  expect(readConfig(desk, 'shop')).toBe('');
});

test.each([
  ['shopp', 'x', 'unknown-setting'],
  ['last-seen', '5', 'unknown-setting'],
  ['me', 'not an address', 'bad-setting'],
  ['language', 'fr', 'bad-setting'],
  ['agent', ' ', 'bad-setting'],
])('%s=%s is refused', (key, value, what) => {
  const desk = createDesk();

  const write = () => config(desk, key, value);

  expect(write).toThrow(expect.objectContaining({ code: 'bad-value', what }));
});

test('a template is added once, changed, and keeps exactly the languages it is given', () => {
  const desk = createDesk();
  put(desk, HELLO, true);

  put(desk, { ...HELLO, bodies: { en: 'Hello', vi: 'Chào' } });
  const { output } = put(desk, { ...HELLO, bodies: { en: 'Hello', vi: 'Chào' } });

  expect(output.changed).toBe(false);
  expect(getTemplate(desk, 'hello').bodies).toEqual({ en: 'Hello', vi: 'Chào' });
  expect(() => put(desk, HELLO, true)).toThrow(expect.objectContaining({ what: 'template-exists' }));
  expect(() => put(desk, { ...HELLO, name: 'helo' })).toThrow(
    expect.objectContaining({ what: 'no-such-template', facts: { name: 'helo', nearest: 'hello' } }),
  );
});

test('a changed body alone is undone like everything else', () => {
  const desk = createDesk();
  put(desk, HELLO, true);
  const before = dump(desk.store);

  put(desk, { ...HELLO, bodies: { en: 'Hello', vi: 'Chào' } });
  undoLast(desk);

  expect(dump(desk.store)).toEqual(before);
});

test('a removed template is gone, and undo brings it back with its texts', () => {
  const desk = createDesk();
  put(desk, HELLO, true);

  perform(desk, removeTemplateAction, { name: 'hello' });
  expect(readTemplates(desk)).toEqual([]);
  undoLast(desk);

  expect(getTemplate(desk, 'hello')).toMatchObject({ bodies: { en: 'Hi', vi: 'Chào' }, tags: ['x'] });
});

test('a word that is missing from the index is noticed', async () => {
  const desk = createDesk();
  await desk.seed();
  expect(indexDrift(desk.store)).toEqual({ missing: 0, stray: 0 });

  desk.store.db.exec('DELETE FROM search_rows WHERE row = (SELECT max(row) FROM search_rows)');

  expect(indexDrift(desk.store)).toEqual({ missing: 1, stray: 0 });
});

test('a damaged index is built anew, with the same words in it', async () => {
  const desk = createDesk();
  await desk.seed();
  const before = dump(desk.store);
  desk.store.db.exec("DELETE FROM search_rows; INSERT INTO search (search) VALUES ('delete-all')");
  expect(findCases(desk, 'dien thoai', 99)).toEqual([]);

  reindex(desk.store);

  expect(dump(desk.store)).toEqual(before);
});
