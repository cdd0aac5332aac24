import * as mail from './commands/mail.ts';
import { type KeyRow, ON_CASES } from './key-row.ts';

const outbox = (row: Omit<KeyRow, 'in' | 'group'>): KeyRow => ({ ...row, in: ['mail'], group: 'answer', writes: true });

/** The mail screen: accounts and outbox. */
export const MAIL_ROWS: readonly KeyRow[] = [
  { id: 'go-mail', in: ON_CASES, keys: ['g m'], group: 'go', does: mail.show, verb: 'mail-status' },
  {
    id: 'mail-open',
    in: ['mail'],
    keys: ['Enter', 'o'],
    group: 'move',
    does: mail.openCase,
    bar: 1,
    verb: 'mail-outbox',
  },
  outbox({ id: 'mail-hold', keys: ['c'], does: mail.work('hold'), bar: 2, verb: 'mail-hold' }),
  outbox({ id: 'mail-release', keys: ['r'], does: mail.release, bar: 3, danger: true, verb: 'mail-release' }),
  outbox({ id: 'mail-said', keys: ['s'], does: mail.work('sent'), bar: 4, verb: 'mail-settle' }),
  outbox({ id: 'mail-edit', keys: ['e'], does: mail.edit, bar: 5, verb: 'mail-edit' }),
];
