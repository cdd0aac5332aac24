import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchCustomers } from './customers.ts';
import { benchDue } from './due.ts';
import { benchImport } from './import.ts';
import { benchScreens } from './screens.ts';
import { benchStart } from './start.ts';
import { benchStore } from './store-questions.ts';
import { generatedStore } from './stores.ts';

/**
 * `npm run bench [-- start screens store due customers import]`: speed as ratios within one run (the reference for each bar is DESIGN's
 * table of budgets). Stores are made on the first run and kept in the system's folder for temporary files.
 */
const PARTS = {
  start: benchStart,
  screens: benchScreens,
  store: benchStore,
  due: benchDue,
  customers: benchCustomers,
  import: benchImport,
} as const;
type Part = keyof typeof PARTS;

const wanted = process.argv.slice(2);
const folder = join(tmpdir(), 'desk-bench');
mkdirSync(folder, { recursive: true });
const stores = { small: generatedStore(folder, 1_000), large: generatedStore(folder, 100_000) };

for (const part of Object.keys(PARTS) as Part[])
  if (wanted.length === 0 || wanted.includes(part)) await PARTS[part]({ folder, ...stores });
