import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { call } from '../../../src/actions/call.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { findCases, readCase } from '../../../src/actions/read-cases.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import { createDesk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';

const open = (desk: Context): number => {
  const fresh = { customer: 'Lan <lan@x.example>', subject: 'Oven', message: 'It is dead' };
  return perform(desk, newCase, { ...fresh, kind: 'support', channel: 'email' }).output.number;
};
const ring = (desk: Context, number: number, direction: 'in' | 'out' = 'out', minutes = 6) =>
  perform(desk, call, { case: number, minutes, text: 'Told her how to reset it', direction });

test.each(['in', 'out'] as const)('a call (%s) counts as an answer, and what was said is found', (direction) => {
  const desk = createDesk();
  const number = open(desk);

  ring(desk, number, direction);

  const { case: found, entries } = readCase(desk, number);
  expect(found).toMatchObject({ status: 'pending', waitingSince: null });
  expect(entries.at(-1)).toMatchObject({ type: 'call', party: 'agent', direction, minutes: 6, channel: 'phone' });
  expect(findCases(desk, 'reset', 5)).toEqual([number]);
});

test('a case that is done stays done', () => {
  const desk = createDesk();
  const number = open(desk);
  perform(desk, setCase, { cases: [number], fields: { status: 'solved' }, addTags: [], removeTags: [] });

  ring(desk, number);

  expect(readCase(desk, number).case.status).toBe('solved');
});

test('undo takes the call back, and the customer waits again', () => {
  const desk = createDesk();
  const number = open(desk);
  const before = dump(desk.store);

  ring(desk, number);
  undoLast(desk);

  expect(dump(desk.store)).toEqual(before);
});

test('nobody is on the phone for no time, or for more than a day', () => {
  const desk = createDesk();
  const number = open(desk);

  for (const minutes of [0, -1, 1.5, 1441])
    expect(() => ring(desk, number, 'out', minutes)).toThrow(expect.objectContaining({ what: 'bad-value' }));
});
