/** What was done and how it is taken back, facts for history and figures, and the full-text index. */
export const historyTables = `CREATE TABLE actions (
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
`;
