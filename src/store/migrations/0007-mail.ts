import type { Migration } from '../migrate.ts';

/**
 * Mail accounts, how far their folders are read, how they do, and an outbox that knows its account. A message from
 * before has none, and waits until somebody releases it. The key signs the Message-IDs that this desk gives.
 */
export const mail: Migration = {
  version: 7,
  name: 'mail',
  sql: `
-- belongs to this store alone: no export takes it along
CREATE TABLE keys (
  name TEXT PRIMARY KEY,
  hex TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO keys (name, hex) VALUES ('mint', lower(hex(randomblob(32))));

CREATE TABLE mail_accounts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  address TEXT NOT NULL,
  normal TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  imap_host TEXT,
  imap_port INTEGER CHECK (imap_port BETWEEN 1 AND 65535),
  imap_tls TEXT CHECK (imap_tls IN ('on', 'starttls', 'off')),
  smtp_host TEXT,
  smtp_port INTEGER CHECK (smtp_port BETWEEN 1 AND 65535),
  smtp_tls TEXT CHECK (smtp_tls IN ('on', 'starttls', 'off')),
  user TEXT NOT NULL,
  auth TEXT NOT NULL CHECK (auth IN ('password', 'oauth2')),
  -- a path or a command; the secret itself is in no store
  secret_from TEXT NOT NULL CHECK (secret_from IN ('file', 'command')),
  secret TEXT NOT NULL,
  mailbox TEXT NOT NULL,
  after_fetch TEXT NOT NULL CHECK (after_fetch IN ('leave', 'seen', 'move')),
  move_to TEXT,
  since INTEGER,
  sent_copy TEXT NOT NULL CHECK (sent_copy IN ('append', 'server', 'none')),
  sent_folder TEXT,
  authserv_id TEXT,
  subject_number INTEGER NOT NULL CHECK (subject_number IN (0, 1)),
  html INTEGER NOT NULL CHECK (html IN (0, 1)),
  plus_address INTEGER NOT NULL CHECK (plus_address IN (0, 1)),
  auto_reply TEXT,
  signatures TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  CHECK ((imap_host IS NULL) = (imap_port IS NULL) AND (imap_host IS NULL) = (imap_tls IS NULL)),
  CHECK ((smtp_host IS NULL) = (smtp_port IS NULL) AND (smtp_host IS NULL) = (smtp_tls IS NULL)),
  CHECK ((after_fetch = 'move') = (move_to IS NOT NULL))
) STRICT;

CREATE TABLE mailboxes (
  account INTEGER NOT NULL REFERENCES mail_accounts (id) ON DELETE CASCADE,
  mailbox TEXT NOT NULL,
  uid_validity INTEGER NOT NULL,
  last_uid INTEGER NOT NULL,
  PRIMARY KEY (account, mailbox)
) STRICT, WITHOUT ROWID;

CREATE TABLE mail_state (
  account INTEGER PRIMARY KEY REFERENCES mail_accounts (id) ON DELETE CASCADE,
  fetched_at INTEGER,
  fetch_problem TEXT,
  fetch_failed_at INTEGER,
  send_problem TEXT,
  send_failed_at INTEGER,
  -- which process fetches, and until when it says so
  watcher TEXT,
  watched_until INTEGER
) STRICT;

-- kept, and not filed in any case: a fault of ours, told by doctor
CREATE TABLE unfiled (
  sha256 TEXT PRIMARY KEY,
  account INTEGER REFERENCES mail_accounts (id) ON DELETE SET NULL,
  at INTEGER NOT NULL,
  problem TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE outbox RENAME TO outbox_before;
CREATE TABLE outbox (
  entry INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  account INTEGER REFERENCES mail_accounts (id),
  state TEXT NOT NULL CHECK (state IN ('held', 'queued', 'sending', 'sent', 'failed', 'uncertain', 'bounced', 'manual')),
  hold TEXT CHECK (hold IN ('no-account', 'before-account', 'called-back', 'stale', 'account-gone', 'restored')),
  not_before INTEGER,
  message_id TEXT NOT NULL UNIQUE,
  envelope TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  code TEXT,
  claimed_by TEXT,
  claimed_until INTEGER,
  sent_at INTEGER,
  automatic INTEGER NOT NULL DEFAULT 0 CHECK (automatic IN (0, 1)),
  seen INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1)),
  CHECK ((state = 'held') = (hold IS NOT NULL)),
  CHECK ((state = 'sending') = (claimed_by IS NOT NULL) AND (claimed_by IS NULL) = (claimed_until IS NULL)),
  CHECK (state <> 'queued' OR account IS NOT NULL)
) STRICT;
INSERT INTO outbox (entry, state, hold, not_before, message_id, envelope)
  SELECT entry, CASE state WHEN 'manual' THEN 'manual' ELSE 'held' END,
    CASE state WHEN 'manual' THEN NULL ELSE 'no-account' END, NULL, message_id, envelope FROM outbox_before;
DROP TABLE outbox_before;
CREATE INDEX outbox_by_state ON outbox (state, not_before) WHERE state <> 'sent';

-- a weak sign only: shown, and joined by one key; numbers are never given again, and a case that is gone is not shown
ALTER TABLE cases ADD COLUMN may_belong INTEGER;
-- what our own server says of the sender (RFC 8601): pass, fail, none; null: it says nothing
ALTER TABLE entries ADD COLUMN authenticated TEXT;
-- why a mail changed nothing in its case
ALTER TABLE entries ADD COLUMN filed_only TEXT CHECK (filed_only IN ('thanks', 'automatic', 'flood', 'spam'));
-- when a live mail was filed, by our clock: its own date is what its sender says
ALTER TABLE entries ADD COLUMN came_at INTEGER;
CREATE INDEX entries_by_coming ON entries (came_at) WHERE came_at IS NOT NULL;
-- gateways change the capitals of ids
CREATE INDEX message_refs_by_any_id ON message_refs (message_id COLLATE NOCASE, entry) WHERE position = 0;
-- the head of what is being written: JSON {to, cc, bcc, from, subject, parts}, null where it is as proposed
ALTER TABLE drafts ADD COLUMN head TEXT;
`,
};
