import type { Case } from '../domain/case.ts';
import { findCase, workingCase } from './cases.ts';
import type { Store } from './open.ts';

/** The case that this one may be part of, followed to where it is merged; null: none, or it is gone, or it is part of it. */
export function mayBelongTo(store: Store, { number, mergedInto, mayBelong }: Case): number | null {
  if (mayBelong === null || mergedInto !== null || findCase(store, mayBelong) === null) return null;
  const found = workingCase(store, mayBelong).number;
  return found === number ? null : found;
}
