import type { Migration } from '../migrate.ts';

/**
 * What stays of a customer who was forgotten: that she was, and of her cases what figures are made of. No word of hers, no
 * name and no address: every column is a number, a moment, or one of the few words that desk itself knows.
 */
export const forgotten: Migration = {
  version: 12,
  name: 'forgotten',
  sql: `
-- tombstones are made under it, so that they alone tell nobody whom they stand for
INSERT INTO keys (name, hex) VALUES ('tombstones', lower(hex(randomblob(32))));

CREATE TABLE forgotten_customers (
  -- the number she had, which is never given again
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  -- null: some of her is still to be removed
  done_at INTEGER
) STRICT;

-- what of desk.raw.db is still to be removed
CREATE TABLE forgotten_raw (
  sha256 TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE forgotten_cases (
  number INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES forgotten_customers (id),
  segment TEXT,
  -- the targets that its clocks were measured by
  targets TEXT,
  kind TEXT NOT NULL,
  topic TEXT,
  mood TEXT,
  status TEXT NOT NULL,
  priority INTEGER NOT NULL,
  channel TEXT NOT NULL,
  created_at INTEGER,
  updated_at INTEGER,
  solved_at INTEGER,
  merged_into INTEGER
) STRICT;

CREATE TABLE forgotten_entries (
  id INTEGER PRIMARY KEY,
  case_number INTEGER NOT NULL REFERENCES forgotten_cases (number),
  type TEXT NOT NULL,
  party TEXT NOT NULL,
  direction TEXT,
  channel TEXT NOT NULL,
  at INTEGER,
  at_source TEXT,
  came_at INTEGER,
  minutes INTEGER,
  automatic INTEGER NOT NULL,
  thanks INTEGER NOT NULL
) STRICT;
CREATE INDEX forgotten_entries_by_case ON forgotten_entries (case_number, id);

CREATE TABLE forgotten_ratings (
  id INTEGER PRIMARY KEY,
  case_number INTEGER NOT NULL REFERENCES forgotten_cases (number),
  score INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE forgotten_answers (
  id INTEGER PRIMARY KEY,
  case_number INTEGER NOT NULL REFERENCES forgotten_cases (number),
  playbook TEXT NOT NULL,
  step TEXT NOT NULL,
  answer TEXT NOT NULL,
  cost INTEGER,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE forgotten_promises (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  -- null: it was made in no case
  case_number INTEGER REFERENCES forgotten_cases (number),
  at INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  done_at INTEGER,
  dropped_at INTEGER,
  missed_at INTEGER
) STRICT;

CREATE TABLE forgotten_handoffs (
  id INTEGER PRIMARY KEY,
  case_number INTEGER NOT NULL REFERENCES forgotten_cases (number),
  department TEXT NOT NULL,
  state TEXT NOT NULL,
  due_at INTEGER,
  made_at INTEGER NOT NULL,
  answered_at INTEGER
) STRICT;

-- what figures are made of, whoever is still known
CREATE VIEW all_ratings AS
  SELECT id, case_number, score, comment, at, author FROM ratings
  UNION ALL SELECT id, case_number, score, '', at, '' FROM forgotten_ratings;
CREATE VIEW all_playbook_answers AS
  SELECT id, case_number, playbook, step, answer, cost, at FROM playbook_answers
  UNION ALL SELECT id, case_number, playbook, step, answer, cost, at FROM forgotten_answers;

-- where backups were written to: they still hold who is forgotten here
CREATE TABLE backups (
  path TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
