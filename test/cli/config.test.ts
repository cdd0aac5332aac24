import { expect, test } from 'vitest';
import { seededDesk } from '../helpers/cli.ts';

test('settings are set, told, listed and taken back', async () => {
  const desk = await seededDesk();

  expect((await desk.run(['config', 'set', 'agent', 'Linh'])).out).toBe('agent = Linh\n');
  expect((await desk.run(['config', 'get', 'agent'])).out).toBe('Linh\n');
  expect(await desk.json(['config'])).toEqual({
    me: 'cskh@maymoi.example',
    'input-method': 'telex',
    ledger: '',
    'segment-values': '',
    'plans-off': '',
    agent: 'Linh',
    shop: '',
    language: '',
  });
  expect((await desk.run(['config', 'unset', 'agent'])).out).toBe('agent is back to its default.\n');
  expect((await desk.run(['config', 'get', 'agent'])).out).toBe('\n');
});

test('the language set in the store is spoken, help included', async () => {
  const desk = await seededDesk();
  await desk.run(['config', 'set', 'language', 'vi']);

  expect((await desk.run(['show', '99'])).err).toContain('Không có phiếu #99.');
  expect((await desk.run(['help'])).out).toContain('Cách dùng');
  expect((await desk.run(['help', '--lang', 'th'])).out).toContain('วิธีใช้');
});

test('the name of the agent stands in history', async () => {
  const desk = await seededDesk();
  await desk.run(['config', 'set', 'agent', 'Linh']);
  await desk.run(['note', '1', '--message', 'x']);

  expect(await desk.json(['history'])).toMatchObject([{ verb: 'note', author: 'Linh' }, { author: 'lan' }, {}]);
});

test('doctor looks the store over: 0 when all is well', async () => {
  const desk = await seededDesk();
  const { out, code } = await desk.run(['doctor', '--deep']);

  expect([code, out.split('\n').every((line) => line === '' || line.startsWith('ok  '))]).toEqual([0, true]);
  expect(await desk.json(['doctor'])).toContainEqual({
    what: 'store-sound',
    ok: true,
    facts: { problem: '' },
    says: 'The store is sound.',
  });
});
