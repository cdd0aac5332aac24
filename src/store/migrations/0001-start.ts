import { FOLD_VERSION } from '../../text/fold.ts';
import type { Migration } from '../migrate.ts';

/**
 * The first schema. All times are ms since 1970 UTC. STRICT tables and CHECKs guard the file against any writer.
 * References are judged when a transaction ends, because undo puts rows back in whatever order it finds them.
 * AUTOINCREMENT where a number is told to people or kept in undo images: a number once given is never given again.
 */
export const start: Migration = {
  version: 1,
  name: 'start',
  sql: `
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- the folding rules that the full-text index is made with
INSERT INTO settings (key, value) VALUES ('fold-version', '${FOLD_VERSION}');

CREATE TABLE customers (
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

CREATE TABLE entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  case_number INTEGER NOT NULL REFERENCES cases (number) DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL CHECK (type IN ('message', 'note', 'call', 'event')),
  party TEXT NOT NULL CHECK (party IN ('customer', 'agent', 'department', 'system')),
  direction TEXT CHECK (direction IN ('in', 'out')),
  channel TEXT NOT NULL,
  at INTEGER,
  at_source TEXT CHECK (at_source IN ('date', 'received', 'from-line', 'maildir', 'record', 'clock')),
  author TEXT NOT NULL,
  subject TEXT,
  text TEXT NOT NULL,
  quoted TEXT NOT NULL DEFAULT '',
  minutes INTEGER,
  automatic TEXT,
  problem TEXT,
  message_id TEXT,
  received TEXT,
  identity TEXT,
  CHECK (at IS NULL = (at_source IS NULL))
) STRICT;
CREATE INDEX entries_by_case ON entries (case_number, id, type);
CREATE INDEX entries_by_received ON entries (received) WHERE received IS NOT NULL;
CREATE UNIQUE INDEX entries_by_identity ON entries (identity) WHERE identity IS NOT NULL;

CREATE TABLE entry_addresses (
  entry INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'delivered-to')),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  normal TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_addresses_by_normal ON entry_addresses (normal, role, entry);

CREATE TABLE parts (
  entry INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  cid TEXT,
  PRIMARY KEY (entry, n)
) STRICT, WITHOUT ROWID;

-- Which messages an entry names: itself (position 0), then its parents, nearest first. The named message may not be here.
CREATE TABLE message_refs (
  entry INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_refs_by_id ON message_refs (message_id, position, entry);

CREATE TABLE templates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  tags TEXT NOT NULL DEFAULT '[]',
  set_fields TEXT NOT NULL DEFAULT '{}',
  add_tags TEXT NOT NULL DEFAULT '[]',
  used INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE template_bodies (
  template INTEGER NOT NULL REFERENCES templates (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  language TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (template, language)
) STRICT, WITHOUT ROWID;

-- What an agent is typing. Written at every pause, outside of actions; an action that sends it takes it away, undoably.
CREATE TABLE drafts (
  case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL CHECK (type IN ('reply', 'note')),
  text TEXT NOT NULL,
  template TEXT,
  case_version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (case_number, type)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  entry INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  account TEXT,
  state TEXT NOT NULL CHECK (state IN ('held', 'queued', 'sending', 'sent', 'failed', 'uncertain', 'bounced', 'manual')),
  not_before INTEGER,
  message_id TEXT NOT NULL UNIQUE,
  envelope TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT
) STRICT;

-- Hashes of what was removed for good: a later import must not bring it back.
CREATE TABLE tombstones (
  hash TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE actions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  verb TEXT NOT NULL,
  author TEXT NOT NULL,
  session TEXT NOT NULL,
  parent INTEGER REFERENCES actions (id),
  at INTEGER NOT NULL,
  facts TEXT NOT NULL DEFAULT '{}',
  undoes INTEGER REFERENCES actions (id),
  undone_by INTEGER REFERENCES actions (id),
  kept TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX actions_by_session ON actions (session, id) WHERE parent IS NULL;
CREATE INDEX actions_by_parent ON actions (parent) WHERE parent IS NOT NULL;

CREATE TABLE changes (
  action INTEGER NOT NULL REFERENCES actions (id),
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  tbl TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  key TEXT NOT NULL,
  case_number INTEGER,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX changes_by_action ON changes (action, seq);
CREATE INDEX changes_by_row ON changes (tbl, key, action);
CREATE INDEX changes_by_case ON changes (case_number, action) WHERE case_number IS NOT NULL;

-- Facts for history and figures; only ever added to. Facts of an undone action stay and no longer count.
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  at INTEGER,
  author TEXT NOT NULL,
  action INTEGER NOT NULL REFERENCES actions (id),
  case_number INTEGER,
  field TEXT NOT NULL,
  old TEXT,
  new TEXT
) STRICT;
CREATE INDEX events_by_case ON events (case_number, id);
CREATE INDEX events_by_action ON events (action);

-- Full text, one row per entry and one per case, newest last: the row id is its second, moved on where that is taken.
CREATE VIRTUAL TABLE search USING fts5 (
  subject, who, body, exact,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE TABLE search_rows (
  row INTEGER PRIMARY KEY,
  case_number INTEGER NOT NULL,
  entry INTEGER
) STRICT;
CREATE UNIQUE INDEX search_rows_by_entry ON search_rows (entry) WHERE entry IS NOT NULL;
CREATE UNIQUE INDEX search_rows_by_case ON search_rows (case_number) WHERE entry IS NULL;
`,
};
