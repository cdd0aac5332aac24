import { type Lesson, lessonsBetween, lessonWithout, taught, unlearned } from '../domain/lesson.ts';
import { updateCustomer } from './customer-changes.ts';
import { getCustomer } from './customers.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** What one customer learned from another is remembered with her who taught it, as a row of JSON. */
const TBL = 'customers';

/** The customer learns what is known of the other alone; gives the names of the fields. */
export function learn(writing: Writing, source: number, target: number): string[] {
  const into = getCustomer(writing.store, target);
  const after = taught(getCustomer(writing.store, source), into);
  for (const lesson of lessonsBetween(into, after)) rememberLesson(writing.store, source, lesson);
  return updateCustomer(writing, into, after);
}

export const lessonsFrom = (store: Store, source: number): Lesson[] =>
  prepared<[number, string], { row: string }>(
    store,
    'SELECT row FROM customer_merge_rows WHERE source = ? AND tbl = ? ORDER BY row',
  )
    .all(source, TBL)
    .map(({ row }) => JSON.parse(row));

export const rememberLesson = (store: Store, source: number, { field, had, got }: Lesson): unknown =>
  prepared(store, 'INSERT OR IGNORE INTO customer_merge_rows (source, tbl, row) VALUES (?, ?, ?)').run(
    ...[source, TBL, JSON.stringify({ field, had, got })],
  );

const forgetLesson = (store: Store, source: number, { field, had, got }: Lesson): unknown =>
  prepared(store, 'DELETE FROM customer_merge_rows WHERE source = ? AND tbl = ? AND row = ?').run(
    ...[source, TBL, JSON.stringify({ field, had, got })],
  );

/**
 * What others learned from a customer who is taken out goes, all along the path from whom she was merged into; what another
 * one who is still merged there knows as well is learned from that one.
 */
export function unlearn(writing: Writing, source: number, path: readonly number[]): void {
  const { store } = writing;
  const lessons = lessonsFrom(store, source);
  let teacher = source;
  for (const target of path) {
    const now = getCustomer(store, target);
    updateCustomer(writing, now, lessons.reduce(unlearned, now));
    relearn(writing, teacher, target, lessons);
    teacher = target;
    for (const passed of lessonsFrom(store, target)) {
      const left = lessons.reduce<Lesson | null>(
        (one, lesson) => (one === null ? null : lessonWithout(one, lesson)),
        passed,
      );
      if (left === passed) continue;
      forgetLesson(store, target, passed);
      if (left !== null) rememberLesson(store, target, left);
    }
  }
}

/** Notes are each one's own already; of the rest, what has no other teacher any more may have one still. */
function relearn(writing: Writing, gone: number, target: number, lessons: readonly Lesson[]): void {
  const { store } = writing;
  if (lessons.every(({ field }) => field === 'notes')) return;
  const others = prepared<[number, number], { id: number }>(
    store,
    'SELECT id FROM customers WHERE merged_into = ? AND id <> ? ORDER BY id',
  ).all(target, gone);
  for (const { id } of others) {
    const into = getCustomer(store, target);
    const after = { ...taught(getCustomer(store, id), into), notes: into.notes };
    for (const lesson of lessonsBetween(into, after)) rememberLesson(store, id, lesson);
    updateCustomer(writing, into, after);
  }
}
