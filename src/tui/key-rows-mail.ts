import * as mail from './commands/mail.ts';
import { type KeyRow, ON_CASES } from './key-row.ts';

/** The mail screen: accounts and outbox. */
export const MAIL_ROWS: readonly KeyRow[] = [
  { id: 'go-mail', in: ON_CASES, keys: ['g m'], group: 'go', does: mail.show, verb: 'mail-status' },
  { id: 'mail-open', in: ['mail'], keys: ['Enter', 'o'], group: 'move', does: mail.openCase, bar: 1 },
];
