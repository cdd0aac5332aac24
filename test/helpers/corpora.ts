import { existsSync } from 'node:fs';
import { join } from 'node:path';

let said = false;

/**
 * The folder of texts nobody on the team wrote: $DESK_CORPORA, else beside the project. null where it is absent, after
 * one loud line: a test that needs it must skip, never pass by silence.
 */
export function corpora(): string | null {
  const folder = process.env.DESK_CORPORA ?? join(import.meta.dirname, '../../../shared/corpora');
  if (existsSync(folder)) return folder;
  if (!said) console.warn(`SKIPPED: no corpora at ${folder}; set DESK_CORPORA to run the tests on real data`);
  said = true;
  return null;
}
