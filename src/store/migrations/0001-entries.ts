/** What a case is made of, entry by entry: who wrote to whom, parts, and which messages an entry names. */
export const entryTables = `CREATE TABLE entries (
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
`;
