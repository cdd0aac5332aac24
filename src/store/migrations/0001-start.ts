import { FOLD_VERSION } from '../../text/fold.ts';
import type { Migration } from '../migrate.ts';
import { caseTables } from './0001-cases.ts';
import { entryTables } from './0001-entries.ts';
import { historyTables } from './0001-history.ts';
import { workTables } from './0001-work.ts';

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

${caseTables}
${entryTables}
${workTables}
${historyTables}`,
};
