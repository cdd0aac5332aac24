import { workingCase } from './cases.ts';
import { addEvent } from './events.ts';
import { FAMILY } from './merges.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** Makes two cases know each other; false when they do already. */
export function addLink(writing: Writing, one: number, other: number): boolean {
  if (linkedTo(writing.store, one).includes(other)) return false;
  prepared(writing.store, 'INSERT INTO links (a, b) VALUES (?, ?)').run(Math.min(one, other), Math.max(one, other));
  tellBoth(writing, one, other, 'link');
  return true;
}

/** Ends that, also where one of them was linked by way of a case it took in; false when they were not linked. */
export function removeLink(writing: Writing, one: number, other: number): boolean {
  const { store } = writing;
  const mine = familyOf(store, one);
  const theirs = familyOf(store, other);
  const remove = prepared(store, 'DELETE FROM links WHERE a = ? AND b = ?');
  let removed = 0;
  for (const left of mine)
    for (const right of theirs) removed += remove.run(Math.min(left, right), Math.max(left, right)).changes;
  if (removed > 0) tellBoth(writing, one, other, 'unlink');
  return removed > 0;
}

function tellBoth(writing: Writing, one: number, other: number, what: 'link' | 'unlink'): void {
  const fact = (number: number, to: number) => ({
    at: writing.now,
    case: number,
    field: 'link',
    old: what === 'unlink' ? String(to) : null,
    new: what === 'link' ? String(to) : null,
  });
  addEvent(writing, fact(one, other));
  addEvent(writing, fact(other, one));
}

function familyOf(store: Store, number: number): number[] {
  return prepared<[number], { number: number }>(store, `${FAMILY} SELECT number FROM family`)
    .all(number)
    .map((row) => row.number);
}

/** The cases linked with this one or with one it took in, each followed to where it is merged; lowest first. */
export function linkedTo(store: Store, number: number): number[] {
  const others = prepared<[number], { number: number }>(
    store,
    `${FAMILY} SELECT l.b AS number FROM links l JOIN family f ON l.a = f.number
      UNION SELECT l.a FROM links l JOIN family f ON l.b = f.number`,
  ).all(number);
  const found = new Set(others.map((row) => workingCase(store, row.number).number));
  found.delete(number);
  return [...found].sort((a, b) => a - b);
}
