import { perform } from '../../src/actions/action.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { createDesk } from './desk.ts';

/** A process of its own that opens so many cases: `node write-cases.ts STORE NAME COUNT`. */
const [path = '', name = '', count = '0'] = process.argv.slice(2);
const desk = createDesk({ path, session: name });
for (let n = 0; n < Number(count); n += 1)
  perform(desk, newCase, { customer: `${name}${n}`, subject: 'Oven', kind: 'support', channel: 'phone' });
desk.close();
