import type { Migration } from '../migrate.ts';

/**
 * Opening hours, what is promised to which cases, and what was promised to a customer or is to be done on a day. Of a case
 * only what is due next is kept, worked out from its events (`store/due.ts`): `due_at` orders lists, nothing else reads
 * it. `clock_state.rules` counts the changes of hours and targets; what was worked out by older ones is worked out anew.
 */
export const clocks: Migration = {
  version: 8,
  name: 'clocks',
  sql: `
CREATE TABLE schedules (
  name TEXT PRIMARY KEY,
  -- an IANA name; '' until the agent's own is known
  zone TEXT NOT NULL,
  -- JSON: the openings of each weekday from Monday on, as '08:00-12:00'
  week TEXT NOT NULL,
  -- JSON: the lists of holidays that desk knows by itself
  lists TEXT NOT NULL,
  -- JSON: further holidays by their day, with their names
  holidays TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE targets (
  name TEXT PRIMARY KEY,
  -- the first that applies counts
  position INTEGER NOT NULL,
  schedule TEXT NOT NULL REFERENCES schedules (name) DEFERRABLE INITIALLY DEFERRED,
  -- JSON lists, and a query; null: all
  kinds TEXT,
  segments TEXT,
  query TEXT,
  paused_by TEXT NOT NULL,
  -- JSON: minutes of business time by priority and clock
  minutes TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO schedules (name, zone, week, lists, holidays) VALUES ('desk', '',
  '[["08:00-12:00","13:30-17:30"],["08:00-12:00","13:30-17:30"],["08:00-12:00","13:30-17:30"],["08:00-12:00","13:30-17:30"],["08:00-12:00","13:30-17:30"],["08:00-12:00"],[]]',
  '["tet"]', '{}');
INSERT INTO targets (name, position, schedule, paused_by, minutes) VALUES ('desk', 1, 'desk', '["pending"]',
  '{"urgent":{"first":60,"next":60,"resolution":480},"high":{"first":240,"next":240,"resolution":1440},"normal":{"first":480,"next":480,"resolution":2400},"low":{"first":1440,"next":1440,"resolution":4800}}');

CREATE TABLE clock_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rules INTEGER NOT NULL,
  -- the rules by which all cases are worked out, and how far the next ones have come
  done INTEGER NOT NULL,
  at_case INTEGER NOT NULL
) STRICT;
INSERT INTO clock_state (id, rules, done, at_case) SELECT 1, 1, iif(EXISTS (SELECT 1 FROM cases), 0, 1), 0;
${['schedules', 'targets']
  .flatMap((table) => ['INSERT', 'UPDATE', 'DELETE'].map((change) => ({ table, change })))
  .map(
    ({ table, change }) => `CREATE TRIGGER ${table}_${change.toLowerCase()} AFTER ${change} ON ${table}
BEGIN UPDATE clock_state SET rules = rules + 1, at_case = 0; END;`,
  )
  .join('\n')}

CREATE TABLE commitments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('follow-up', 'promise')),
  case_number INTEGER REFERENCES cases (number) DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  template TEXT,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  done_at INTEGER,
  dropped_at INTEGER,
  -- the moment that had gone by unkept when it was moved to a later one
  missed_at INTEGER,
  CHECK ((case_number IS NULL) <> (customer IS NULL)),
  CHECK (done_at IS NULL OR dropped_at IS NULL)
) STRICT;
CREATE INDEX commitments_open ON commitments (at, id) WHERE done_at IS NULL AND dropped_at IS NULL;
CREATE INDEX commitments_by_case ON commitments (case_number, at) WHERE case_number IS NOT NULL;
CREATE INDEX commitments_by_customer ON commitments (customer, at) WHERE customer IS NOT NULL;

ALTER TABLE cases ADD COLUMN due_at INTEGER;
ALTER TABLE cases ADD COLUMN due_what TEXT
  CHECK (due_what IN ('first', 'next', 'resolution', 'follow-up', 'promise'));
CREATE INDEX cases_by_due ON cases (coalesce(due_at, 9007199254740991), number, snooze_mode, snooze_until, merged_into,
  due_at) WHERE due_at IS NOT NULL AND merged_into IS NULL;
CREATE INDEX cases_open_by_due ON cases (coalesce(due_at, 9007199254740991), number, snooze_mode, snooze_until,
  merged_into, is_open) WHERE is_open = 1 AND merged_into IS NULL;
`,
};
