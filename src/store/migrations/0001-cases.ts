/** Customers, how they are reached, cases with their queues, counts and tags: a part of the first schema. */
export const caseTables = `CREATE TABLE customers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  given_name TEXT,
  honorific TEXT,
  language TEXT,
  segment TEXT CHECK (segment IN ('prospect', 'new', 'current', 'loyal', 'former')),
  company TEXT,
  internal INTEGER NOT NULL DEFAULT 0 CHECK (internal IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE contact_points (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'handle')),
  value TEXT NOT NULL,
  normal TEXT NOT NULL,
  UNIQUE (customer, kind, normal)
) STRICT;
CREATE INDEX contact_points_by_normal ON contact_points (normal, kind);

CREATE TABLE cases (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('support', 'service', 'care')),
  topic TEXT CHECK (topic IN ('question', 'request', 'complaint', 'dispute', 'return', 'exchange', 'advice',
    'feedback', 'fault', 'installation', 'thanks')),
  mood TEXT CHECK (mood IN ('calm', 'upset', 'angry')),
  status TEXT NOT NULL CHECK (status IN ('new', 'open', 'pending', 'hold', 'solved', 'closed')),
  priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
  channel TEXT NOT NULL CHECK (channel IN ('email', 'phone', 'video', 'chat', 'social', 'sms', 'web', 'visit')),
  customer INTEGER REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  product TEXT,
  department TEXT,
  created_at INTEGER,
  updated_at INTEGER,
  waiting_since INTEGER,
  solved_at INTEGER,
  snooze_mode TEXT CHECK (snooze_mode IN ('until', 'reply', 'firm')),
  snooze_until INTEGER,
  unread INTEGER NOT NULL DEFAULT 0 CHECK (unread IN (0, 1)),
  touched_at INTEGER,
  merged_into INTEGER REFERENCES cases (number) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL DEFAULT 1,
  -- repeats the status; SQLite cannot page through a queue by an IN, nor by a generated column
  is_open INTEGER NOT NULL CHECK (is_open = (status IN ('new', 'open'))),
  -- a date belongs to the modes that have one, and to no other; written so that NULL cannot slip through
  CHECK ((snooze_until IS NOT NULL) = (snooze_mode IS NOT NULL AND snooze_mode <> 'reply'))
) STRICT;
-- The queues, ready in their order; what tells a sleeping case lies beside, so that pages and counts need no row.
CREATE INDEX cases_by_queue ON cases (priority DESC, coalesce(waiting_since, 9007199254740991), number,
  snooze_mode, snooze_until, merged_into, is_open) WHERE is_open = 1 AND merged_into IS NULL;
CREATE INDEX cases_by_waiting ON cases (priority DESC, coalesce(waiting_since, 9007199254740991), number,
  snooze_mode, snooze_until, merged_into, waiting_since) WHERE waiting_since IS NOT NULL AND merged_into IS NULL;
CREATE INDEX cases_by_status ON cases (status, updated_at DESC, number, snooze_mode, snooze_until, merged_into)
  WHERE merged_into IS NULL;
CREATE INDEX cases_by_update ON cases (updated_at DESC, number, merged_into) WHERE merged_into IS NULL;
CREATE INDEX cases_by_customer ON cases (customer);
CREATE INDEX cases_by_merge ON cases (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX cases_by_snooze ON cases (coalesce(snooze_until, 9007199254740991), number, snooze_mode, snooze_until,
  merged_into) WHERE snooze_mode IS NOT NULL AND merged_into IS NULL;

-- How many cases are in each status, kept by triggers whoever writes: counting a million rows takes too long for a key.
CREATE TABLE case_counts (
  status TEXT PRIMARY KEY,
  cases INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER count_inserted AFTER INSERT ON cases WHEN NEW.merged_into IS NULL
BEGIN
  INSERT INTO case_counts (status, cases) VALUES (NEW.status, 1)
    ON CONFLICT (status) DO UPDATE SET cases = cases + 1;
END;
CREATE TRIGGER count_deleted AFTER DELETE ON cases WHEN OLD.merged_into IS NULL
BEGIN
  UPDATE case_counts SET cases = cases - 1 WHERE status = OLD.status;
END;
CREATE TRIGGER count_updated AFTER UPDATE OF status, merged_into ON cases
WHEN OLD.status IS NOT NEW.status OR OLD.merged_into IS NOT NEW.merged_into
BEGIN
  UPDATE case_counts SET cases = cases - 1 WHERE status = OLD.status AND OLD.merged_into IS NULL;
  INSERT INTO case_counts (status, cases) SELECT NEW.status, 1 WHERE NEW.merged_into IS NULL
    ON CONFLICT (status) DO UPDATE SET cases = cases + 1;
END;

CREATE TABLE case_tags (
  case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  tag TEXT NOT NULL,
  PRIMARY KEY (case_number, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_tags_by_tag ON case_tags (tag, case_number);
`;
