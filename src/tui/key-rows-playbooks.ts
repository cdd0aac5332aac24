import { onOne } from './commands/one-case.ts';
import * as playbooks from './commands/playbooks.ts';
import { type KeyRow, ON_CASES } from './key-row.ts';

/** Ladders of options. */
export const PLAYBOOK_ROWS: readonly KeyRow[] = [
  { id: 'go-playbooks', in: ON_CASES, keys: ['p'], group: 'work', does: onOne(playbooks.show), verb: 'playbook-show' },
  {
    ...{ id: 'playbook-offer', in: ['playbooks'], keys: ['Enter', 'o'], group: 'work', writes: true },
    ...{ does: playbooks.offer, verb: 'playbook-offer', bar: 1 },
  },
  {
    ...{ id: 'playbook-yes', in: ['playbooks'], keys: ['y'], group: 'work', writes: true },
    ...{ does: playbooks.answer('yes'), verb: 'playbook-answer', bar: 2 },
  },
  {
    ...{ id: 'playbook-no', in: ['playbooks'], keys: ['n'], group: 'work', writes: true },
    ...{ does: playbooks.answer('no'), verb: 'playbook-answer', bar: 3 },
  },
  { id: 'playbook-next', in: ['playbooks'], keys: ['Tab'], group: 'work', does: playbooks.other, bar: 4 },
];
