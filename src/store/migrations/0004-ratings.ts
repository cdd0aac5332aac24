import type { Migration } from '../migrate.ts';

/** How satisfied customers were: of several ratings of a case the latest counts. */
export const ratings: Migration = {
  version: 4,
  name: 'ratings',
  sql: `
CREATE TABLE ratings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
  comment TEXT NOT NULL,
  at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX ratings_by_case ON ratings (case_number, at, id);
`,
};
