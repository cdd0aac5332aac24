import type { Migration } from '../migrate.ts';

/** Whether an entry says nothing but thanks; of entries that came in before this nobody has looked. */
export const thanks: Migration = {
  version: 6,
  name: 'thanks',
  sql: 'ALTER TABLE entries ADD COLUMN thanks INTEGER NOT NULL DEFAULT 0 CHECK (thanks IN (0, 1));',
};
