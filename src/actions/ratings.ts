import * as z from 'zod';
import type { Context } from '../context.ts';
import { type Rating, SCORES } from '../domain/rating.ts';
import { findCase, workingCase } from '../store/cases.ts';
import { findCustomer } from '../store/customers.ts';
import { addRating, countedRatings } from '../store/ratings.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';

const input = z.strictObject({
  case: z.int().positive(),
  score: z.literal(SCORES),
  comment: z.string(),
});

/** Writes down how satisfied the customer was with a case. An earlier rating stays, and no longer counts. */
export const rate: Action<z.infer<typeof input>, { case: number }> = {
  id: 'rating-add',
  input,
  run: (writing, _context, { case: named, score, comment }) => {
    const { number } = workingCase(writing.store, named);
    addRating(writing, { case: number, score, comment: comment.trim(), at: writing.now, author: writing.agent });
    describeAction(writing, { case: number, cases: 1, what: `${score}/5` });
    return { case: number };
  },
};

export interface CountedRating extends Rating {
  /** '' where its customer was forgotten */
  readonly subject: string;
  readonly customer: string | null;
  readonly forgotten: boolean;
}

/** The rating that counts of every rated case, newest first, with whose case it is. */
export function readRatings(context: Context): CountedRating[] {
  const { store } = context;
  return countedRatings(store).map((rating) => {
    const found = findCase(store, rating.case);
    if (found === null) return { ...rating, subject: '', customer: null, forgotten: true };
    const { subject, customer } = found;
    const name = customer === null ? null : (findCustomer(store, customer)?.name ?? null);
    return { ...rating, subject, customer: name, forgotten: false };
  });
}
