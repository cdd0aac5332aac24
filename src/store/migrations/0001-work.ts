/** Templates, drafts, the outbox, and the marks of what is gone for good: a part of the first schema. */
export const workTables = `CREATE TABLE templates (
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
`;
