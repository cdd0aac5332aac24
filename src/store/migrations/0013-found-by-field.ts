import type { Migration } from '../migrate.ts';

/**
 * Cases are found by what their fields say, and by where a repair is: that a million cases need not be looked through for
 * the few whose stage it is, the fields lie by name and value too.
 */
export const foundByField: Migration = {
  version: 13,
  name: 'found by field',
  sql: 'CREATE INDEX case_fields_by_value ON case_fields (field, value);',
};
