import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** A field that the kind of a case asks for, as it was filled in; null: it was not. */
export const caseField = (store: Store, number: number, field: string): string | null =>
  prepared<[number, string], { value: string }>(
    store,
    'SELECT value FROM case_fields WHERE case_number = ? AND field = ?',
  ).get(number, field)?.value ?? null;
