import type { Migration } from '../migrate.ts';

/** Senders whose mail is filed away as spam, each with the case that was called so. */
export const spam: Migration = {
  version: 5,
  name: 'spam',
  sql: `
CREATE TABLE blocked_senders (
  address TEXT PRIMARY KEY,
  case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX blocked_senders_by_case ON blocked_senders (case_number);
`,
};
