import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { merge } from '../../../src/actions/merge.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { rate, readRatings } from '../../../src/actions/ratings.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import type { Score } from '../../../src/domain/rating.ts';
import { createDesk } from '../../helpers/desk.ts';

const open = (desk: Context, subject: string): number =>
  perform(desk, newCase, { customer: 'Lan', subject, kind: 'care', channel: 'chat', message: 'Hello' }).output.number;
const score = (desk: Context, number: number, stars: Score, comment = '') =>
  perform(desk, rate, { case: number, score: stars, comment });

test('of several ratings of a case the latest counts, and its history tells them all', () => {
  const desk = createDesk();
  const oven = open(desk, 'Oven');

  score(desk, oven, 2, 'Too slow');
  score(desk, oven, 5);

  expect(readCase(desk, oven).rating).toMatchObject({ score: 5, comment: '' });
  const told = readCase(desk, oven).events.filter((event) => event.field === 'rating');
  expect(told.map((event) => [event.old, event.new])).toEqual([
    [null, '2'],
    ['2', '5'],
  ]);
});

test('undo of the latest brings the one before back', () => {
  const desk = createDesk();
  const oven = open(desk, 'Oven');
  score(desk, oven, 2);
  score(desk, oven, 5);

  undoLast(desk);

  expect(readCase(desk, oven).rating?.score).toBe(2);
});

test('a rating goes along when its case is merged, and the list names the case where it is now', () => {
  const desk = createDesk();
  const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door')];
  score(desk, door, 1, 'Three calls!');
  perform(desk, merge, { from: [door], into: oven });

  expect(readCase(desk, oven).rating?.score).toBe(1);
  expect(readRatings(desk)).toMatchObject([{ case: oven, score: 1, comment: 'Three calls!', customer: 'Lan' }]);
});
