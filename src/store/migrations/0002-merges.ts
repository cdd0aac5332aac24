import type { Migration } from '../migrate.ts';

/**
 * What un-merge needs, however long after: how the merged case stood, which entries came from it, and which tags the
 * other case has from it. Merges from before are taken from the journal, as far as it knows.
 */
export const merges: Migration = {
  version: 2,
  name: 'merges',
  sql: `
CREATE TABLE merges (
  source INTEGER PRIMARY KEY REFERENCES cases (number) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('new', 'open', 'pending', 'hold', 'solved', 'closed')),
  waiting_since INTEGER
) STRICT;

CREATE TABLE merge_entries (
  source INTEGER NOT NULL REFERENCES merges (source) ON DELETE CASCADE,
  entry INTEGER NOT NULL REFERENCES entries (id),
  PRIMARY KEY (source, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX merge_entries_by_entry ON merge_entries (entry);

CREATE TABLE merge_tags (
  source INTEGER NOT NULL REFERENCES merges (source) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (source, tag)
) STRICT, WITHOUT ROWID;


INSERT INTO merges (source, status) SELECT number, 'open' FROM cases WHERE merged_into IS NOT NULL;
INSERT OR IGNORE INTO merge_entries (source, entry)
  SELECT m.source, e.id FROM changes h
    JOIN merges m ON m.source = json_extract(h.before, '$.case_number')
    JOIN entries e ON e.id = json_extract(h.key, '$.id') AND e.case_number <> m.source
   WHERE h.tbl = 'entries' AND h.op = 'update';
`,
};
