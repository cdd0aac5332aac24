import * as handoffs from './commands/handoffs.ts';
import { onOne } from './commands/one-case.ts';
import { type KeyRow, ON_CASES } from './key-row.ts';

const FEEDBACK: Omit<KeyRow, 'in' | 'keys'> = {
  ...{ id: 'feedback', group: 'work', writes: true },
  ...{ does: handoffs.askFeedback, verb: 'feedback-send', also: 'feedback-list' },
};

/** What goes to departments. */
export const HANDOFF_ROWS: readonly KeyRow[] = [
  {
    ...{ id: 'handoff', in: ON_CASES, keys: ['A'], group: 'work', writes: true },
    ...{ does: onOne(handoffs.ask), verb: 'handoff' },
  },
  { id: 'go-handoffs', in: ON_CASES, keys: ['g b'], group: 'go', does: handoffs.show, verb: 'handoff-list' },
  {
    ...{ id: 'handoff-withdraw', in: ['handoffs'], keys: ['x'], group: 'work', writes: true },
    ...{ does: handoffs.askWithdraw, verb: 'handoff-withdraw', bar: 2 },
  },
  { ...FEEDBACK, in: ['handoffs'], keys: ['f'], bar: 3 },
  { ...FEEDBACK, in: ON_CASES, keys: [] },
  { id: 'handoff-open', in: ['handoffs'], keys: ['Enter', 'o'], group: 'move', does: handoffs.open, bar: 1 },
];
