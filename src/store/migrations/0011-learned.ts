import type { Migration } from '../migrate.ts';

/**
 * What a customer learned from one who was merged into her is remembered too, for taking it back; a case can be due because a
 * department's answer is; and files are found by what they hold.
 */
export const learned: Migration = {
  version: 11,
  name: 'learned',
  sql: `
CREATE TABLE merge_rows_new (
  source INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  -- of customers: what was learned, as JSON; of the others, the key of the row
  tbl TEXT NOT NULL CHECK (tbl IN ('cases', 'contact_points', 'commitments', 'purchases', 'customer_tags', 'customers')),
  row TEXT NOT NULL,
  PRIMARY KEY (source, tbl, row)
) STRICT, WITHOUT ROWID;
INSERT INTO merge_rows_new SELECT source, tbl, row FROM customer_merge_rows;
DROP TABLE customer_merge_rows;
ALTER TABLE merge_rows_new RENAME TO customer_merge_rows;

ALTER TABLE cases RENAME COLUMN due_what TO due_what_before;
ALTER TABLE cases ADD COLUMN due_what TEXT
  CHECK (due_what IN ('first', 'next', 'resolution', 'follow-up', 'promise', 'handoff'));
UPDATE cases SET due_what = due_what_before WHERE due_what_before IS NOT NULL;
ALTER TABLE cases DROP COLUMN due_what_before;
-- what lies with departments is due from now on
UPDATE clock_state SET rules = rules + 1 WHERE EXISTS (SELECT 1 FROM handoffs WHERE state = 'waiting');

CREATE INDEX parts_by_content ON parts (sha256);
`,
};
