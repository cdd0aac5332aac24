import type { LiveThread } from './gold.ts';
import { REAL_ARCHIVE } from './real-archive.ts';
import { REAL_BOUNCES } from './real-bounces.ts';
import { REAL_DESKS } from './real-desks.ts';
import { REAL_KERNEL } from './real-kernel.ts';
import { REAL_LISTS } from './real-lists.ts';
import { REAL_STRANGERS } from './real-strangers.ts';
import { REAL_THREADS } from './real-threads.ts';
import { WRITTEN_AGAIN } from './written-again.ts';
import { WRITTEN_ANSWERS } from './written-answers.ts';
import { WRITTEN_AUTOMATIC } from './written-automatic.ts';
import { WRITTEN_HEADERS } from './written-headers.ts';
import { WRITTEN_STATES } from './written-states.ts';
import { WRITTEN_STRANGERS } from './written-strangers.ts';
import { WRITTEN_TOKENS } from './written-tokens.ts';

/**
 * Which case a mail joins that comes to a desk at work: written down before there was code that decides it. A wrong
 * join shows one customer's words to another, a needless new case costs an agent one merge; in doubt it is a new case.
 *
 * What was not obvious, and why it stands as it does:
 * - An id we minted joins whoever sends it: only somebody who was sent the mail has it. So a colleague who was handed
 *   our answer joins, and the same colleague with the customer's id does not.
 * - A bounce joins by the mail it returns, though MAILER-DAEMON takes no part: it can only be noted there.
 * - A wrong HMAC from the customer herself is a weak sign, not a strong one: her address is as easily forged as the id.
 *   A token that names no case of ours is no sign at all; desks before us wrote words behind a plus as well.
 * - Ids and tokens are compared without regard to capitals: gateways change them, and the sender must take part anyway.
 * - In-Reply-To comes before References, yet any id of our own before any stored one: it is the only one that is signed.
 * - A mail's own Message-ID that is stored already: the same mail (nothing is added), or a copy with a list's footer
 *   (same sender and subject: joins, marked), or a reused id (another sender or subject: a new case, marked).
 * - A split moves the mail we sent, and its answer follows it; the token means the case, which stayed.
 * - Undone is gone: an id with a right HMAC for a case that is not there is no sign, not even a weak one.
 * - Automatic mail to a closed case is noted in it: a linked case would be a new one for every vacation.
 * - A case called spam stays as it is whatever is answered; merged into a closed case counts as that closed case.
 * - The sixth mail within 60 minutes is the first that is only filed: "more than 5 in an hour".
 * - In mails of lists the sender decides as elsewhere; they are automatic, so even the customer's reopens nothing.
 * - A mail's moment is its Date; 14 days are counted from the case's last entry by the same sender.
 * - Ids in References of stored mails are not stored ids: a mail that only shares an unseen ancestor is a new case.
 */
export const LIVE_THREADS: readonly LiveThread[] = [
  ...WRITTEN_ANSWERS,
  ...WRITTEN_HEADERS,
  ...WRITTEN_TOKENS,
  ...WRITTEN_STRANGERS,
  ...WRITTEN_AUTOMATIC,
  ...WRITTEN_STATES,
  ...WRITTEN_AGAIN,
  ...REAL_THREADS,
  ...REAL_DESKS,
  ...REAL_STRANGERS,
  ...REAL_BOUNCES,
  ...REAL_LISTS,
  ...REAL_ARCHIVE,
  ...REAL_KERNEL,
];
