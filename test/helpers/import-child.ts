import { importSources } from '../../src/actions/import/import.ts';
import { createDesk } from './desk.ts';

/** An import in a process of its own, which says after each step how far it is: `node import-child.ts STORE FILE`. */
const [path = '', file = ''] = process.argv.slice(2);
const desk = createDesk({ path, session: `child-${process.pid}` });
await importSources(desk, {
  paths: [file],
  solvedBefore: null,
  onProgress: ({ phase, done }) => process.send?.(`${phase} ${done}`),
});
desk.close();
