import type { Migration } from '../migrate.ts';

/**
 * What care needs: more of a customer, what she bought, fields of a case's kind, what was offered and answered, hand-offs to
 * departments, the touches that plans made, and marks of the ledger that somebody overruled.
 */
export const care: Migration = {
  version: 9,
  name: 'care',
  sql: `
ALTER TABLE customers ADD COLUMN notes TEXT NOT NULL DEFAULT '';
-- may she be contacted when she has not asked? null: nobody knows
ALTER TABLE customers ADD COLUMN consent TEXT CHECK (consent IN ('yes', 'no'));
ALTER TABLE customers ADD COLUMN segment_since INTEGER;
-- JSON: fields of the desk's own
ALTER TABLE customers ADD COLUMN fields TEXT NOT NULL DEFAULT '{}';
ALTER TABLE customers ADD COLUMN merged_into INTEGER REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX customers_by_merge ON customers (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE customer_tags (
  customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  tag TEXT NOT NULL,
  PRIMARY KEY (customer, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE purchases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  at INTEGER,
  delivered_at INTEGER,
  product TEXT NOT NULL,
  serial TEXT,
  warranty_until INTEGER,
  -- in the smallest unit that is used every day: đồng, satang, cents
  amount INTEGER,
  currency TEXT NOT NULL DEFAULT 'VND'
) STRICT;
CREATE INDEX purchases_by_customer ON purchases (customer, at);

-- what came from a customer who was merged into another, for taking it out again: the rows by table and key
CREATE TABLE customer_merge_rows (
  source INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  tbl TEXT NOT NULL CHECK (tbl IN ('cases', 'contact_points', 'commitments', 'purchases', 'customer_tags')),
  row TEXT NOT NULL,
  PRIMARY KEY (source, tbl, row)
) STRICT, WITHOUT ROWID;

-- what the kind of a case asks for: serial, symptom, cause, fix; reason, wish, outcome
CREATE TABLE case_fields (
  case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (case_number, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE mark_overrides (
  customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  mark TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  PRIMARY KEY (customer, mark)
) STRICT, WITHOUT ROWID;

CREATE TABLE playbook_answers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  playbook TEXT NOT NULL,
  step TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('offered', 'yes', 'no')),
  -- what the option costs, as it was when it was offered
  cost INTEGER,
  at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX playbook_answers_by_case ON playbook_answers (case_number, id);
CREATE INDEX playbook_answers_by_step ON playbook_answers (playbook, step);

CREATE TABLE handoffs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- stands in the packet and comes back with its answer
  mark TEXT NOT NULL UNIQUE,
  case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  department TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'answered', 'withdrawn')),
  -- JSON: what was given for each field
  given TEXT NOT NULL,
  packet TEXT NOT NULL,
  due_at INTEGER,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  answered_at INTEGER,
  -- JSON: what came back for each field of the answer
  answer TEXT
) STRICT;
CREATE INDEX handoffs_by_case ON handoffs (case_number, id);
CREATE INDEX handoffs_waiting ON handoffs (made_at) WHERE state = 'waiting';

-- what the plans have made, so that nothing is made twice
CREATE TABLE touches (
  key TEXT PRIMARY KEY,
  plan TEXT NOT NULL,
  customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX touches_by_customer ON touches (customer);
`,
};
