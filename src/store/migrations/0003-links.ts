import type { Migration } from '../migrate.ts';

/** Cases that know each other; a pair stands once, the lower number first. */
export const links: Migration = {
  version: 3,
  name: 'links',
  sql: `
CREATE TABLE links (
  a INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
  b INTEGER NOT NULL REFERENCES cases (number),
  PRIMARY KEY (a, b),
  CHECK (a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_b ON links (b);
`,
};
