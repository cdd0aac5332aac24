import * as due from './commands/due.ts';
import { onOne } from './commands/one-case.ts';
import { type KeyRow, ON_CASES } from './key-row.ts';

const agenda = (row: Omit<KeyRow, 'in' | 'group' | 'writes'>): KeyRow => ({
  ...row,
  in: ['agenda'],
  group: 'work',
  writes: true,
});

/** Deadlines, follow-ups and promises. */
export const DUE_ROWS: readonly KeyRow[] = [
  {
    ...{ id: 'follow-up', in: ON_CASES, keys: ['f'], group: 'work', writes: true },
    ...{ does: (state) => due.ask(state, 'follow-up'), verb: 'follow-up-add' },
  },
  {
    ...{ id: 'promise', in: ON_CASES, keys: ['F'], group: 'work', writes: true },
    ...{ does: (state) => due.ask(state, 'promise'), verb: 'promise-add' },
  },
  {
    ...{ id: 'follow-up-customer', in: ON_CASES, keys: [], group: 'work', writes: true },
    ...{ does: onOne(due.askForCustomer), verb: 'follow-up-add' },
  },
  {
    ...{ id: 'run-plans', in: [...ON_CASES, 'agenda'], keys: [], group: 'work', writes: true },
    ...{ does: due.runPlans, verb: 'follow-up-run' },
  },
  {
    ...{ id: 'commitment-done', in: ON_CASES, keys: ['d'], group: 'work', writes: true },
    ...{ does: onOne(due.nextDone), verb: 'follow-up-done', also: 'promise-done', when: due.hasCommitment, bar: 1.7 },
  },
  { id: 'why', in: ON_CASES, keys: ['w'], group: 'find', does: onOne(due.askWhy), verb: 'why' },
  { id: 'by-deadline', in: ['list'], keys: ['D'], group: 'find', does: due.byDeadline, verb: 'list' },
  {
    ...{ id: 'keep-promise', in: ['review'], keys: ['p'], group: 'answer', writes: true },
    ...{ does: due.keepPromise, verb: 'promise-add', when: due.offersPromise, bar: 1.4 },
  },
  {
    ...{ id: 'go-agenda', in: [...ON_CASES, 'why'], keys: ['g f'], group: 'go', does: due.show },
    ...{ verb: 'follow-up-list', also: 'promise-list' },
  },
  { id: 'agenda-open', in: ['agenda'], keys: ['Enter', 'o'], group: 'move', does: due.open, bar: 1 },
  agenda({
    ...{ id: 'agenda-done', keys: ['e', 'd'], does: due.end('done'), bar: 2 },
    ...{ verb: 'follow-up-done', also: 'promise-done' },
  }),
  agenda({
    ...{ id: 'agenda-move', keys: ['b'], does: due.askMove, bar: 3 },
    ...{ verb: 'follow-up-move', also: 'promise-move' },
  }),
  agenda({
    ...{ id: 'agenda-drop', keys: ['x'], does: due.end('drop'), bar: 4 },
    ...{ verb: 'follow-up-drop', also: 'promise-drop' },
  }),
  { id: 'agenda-by-customer', in: ['agenda'], keys: ['Tab'], group: 'find', does: due.toggleByCustomer, bar: 5 },
];
