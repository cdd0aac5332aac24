import type { Rating } from '../domain/rating.ts';
import { workingCase } from './cases.ts';
import { addEvent } from './events.ts';
import { countedAs, isForgottenCase } from './forgetting/forgotten.ts';
import { FAMILY } from './merges.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

const COLUMNS = 'r.case_number AS "case", r.score, r.comment, r.at, r.author';

/** The rating that counts: the latest of this case or of one that it took in; null without any. */
export function ratingOf(store: Store, number: number): Rating | null {
  return (
    prepared<[number], Rating>(
      store,
      `${FAMILY} SELECT ${COLUMNS} FROM ratings r WHERE r.case_number IN (SELECT number FROM family)
        ORDER BY r.at DESC, r.id DESC LIMIT 1`,
    ).get(number) ?? null
  );
}

export function addRating(writing: Writing, rating: Rating): void {
  const before = ratingOf(writing.store, rating.case);
  prepared(writing.store, 'INSERT INTO ratings (case_number, score, comment, at, author) VALUES (?, ?, ?, ?, ?)').run(
    rating.case,
    rating.score,
    rating.comment,
    rating.at,
    rating.author,
  );
  addEvent(writing, {
    at: rating.at,
    case: rating.case,
    field: 'rating',
    old: before === null ? null : String(before.score),
    new: String(rating.score),
  });
}

/**
 * The rating that counts of every case that has one, newest first; a merged case is named by what it is part of. Of cases
 * that were forgotten too: they count in figures.
 */
export function countedRatings(store: Store): Rating[] {
  const counted = new Map<number, Rating>();
  const all = prepared<[], Rating>(store, `SELECT ${COLUMNS} FROM all_ratings r ORDER BY r.at DESC, r.id DESC`).all();
  for (const rating of all) {
    const number = isForgottenCase(store, rating.case)
      ? countedAs(store, rating.case)
      : workingCase(store, rating.case).number;
    if (!counted.has(number)) counted.set(number, { ...rating, case: number });
  }
  return [...counted.values()];
}
