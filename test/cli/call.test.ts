import { expect, test } from 'vitest';
import { seededDesk } from '../helpers/cli.ts';

test('desk call writes a call down with its minutes, and history and show tell it', async () => {
  const desk = await seededDesk();

  const { out } = await desk.run(['call', '1', '--minutes', '6', '--message', 'Đã hướng dẫn reset']);

  expect(out).toBe('#1: call of 6 minutes logged.\n');
  expect(await desk.json(['show', '1'])).toMatchObject({
    status: 'pending',
    entries: [{}, { type: 'call', direction: 'out', minutes: 6, text: 'Đã hướng dẫn reset' }],
  });
  expect((await desk.run(['show', '1'])).out).toContain('call · agent · 6 minutes');
  expect((await desk.run(['history', '1'])).out).toMatch(/ call\n/);
});

test('--in says that the customer called; minutes are needed and are whole', async () => {
  const desk = await seededDesk();

  await desk.run(['call', '2', '--minutes', '3', '--in']);

  expect(await desk.json(['show', '2'])).toMatchObject({ entries: [{}, { type: 'call', direction: 'in', text: '' }] });
  expect((await desk.run(['call', '2'])).code).toBe(2);
  expect((await desk.run(['call', '2', '--minutes', 'many'])).err).toContain('“many” is not a number of minutes');
  expect((await desk.run(['call', '2', '--minutes', '3', '--dry-run'])).out).toContain('Dry run');
});
