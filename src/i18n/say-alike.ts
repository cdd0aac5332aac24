import type { DuplicateReason } from '../domain/care/likeness.ts';
import type { Words } from './index.ts';

/** Why two customers may be one: `same phone 0905550123`. */
export const sayAlike = ({ customers }: Words, reason: DuplicateReason): string =>
  reason.kind === 'name' ? customers.names[reason.how] : `${customers.alike[reason.kind]} ${reason.value}`;
