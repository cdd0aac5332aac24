import type { Authenticated } from '../../domain/entry.ts';
import type { ParsedMail } from '../../domain/incoming.ts';
import type { MailAccount } from '../../domain/mail-account.ts';
import { authenticationOf } from '../../mail/authentication.ts';
import { type Bounce, readBounce } from '../../mail/bounce.ts';
import { scanHeader, trimContainer } from '../../mail/header.ts';
import { signsOf } from '../../mail/live-thread.ts';
import { throughOwnList } from '../../mail/own-list.ts';
import { mintKey } from '../../store/settings.ts';
import type { Writing } from '../../store/writing.ts';
import { ourAddresses } from '../our-addresses.ts';
import { isFlood } from './effects.ts';
import type { LiveMail } from './file-live-mail.ts';
import { type Arrival, senderOf } from './which-case.ts';

/** A live mail with all that its filing goes by. */
export interface Read extends Arrival {
  readonly mail: LiveMail;
  readonly account: MailAccount | null;
  /** what it says as a delivery report; null where it is none */
  readonly bounce: Bounce | null;
  readonly authenticated: Authenticated | null;
  /** one too many of its sender within the hour */
  readonly flood: boolean;
}

/** Finds out of a mail who sends it, what it carries, and what our server says of it. */
export function readLive({ store, now }: Writing, mail: LiveMail, account: MailAccount | null): Read {
  const own = ourAddresses(store);
  const header = scanHeader(trimContainer(mail.raw).mail);
  const parsed = dated(throughOwnList(mail.parsed, header, own), now);
  const from = senderOf(parsed);
  const authenticated = authenticationOf(header, account?.authservId ?? null, from);
  const bounce = parsed.automatic === 'bounce' ? readBounce(mail.raw) : null;
  return {
    ...{ mail, account, own, parsed, from, bounce, authenticated },
    ours: own.has(from) && authenticated !== 'fail',
    impostor: own.has(from) && authenticated === 'fail',
    signs: signsOf(parsed, bounce?.ids ?? [], mintKey(store), own),
    flood: isFlood(store, from, parsed.at ?? now, now),
  };
}

/** A live mail came now: one without a date was written now, and none was written later. */
const dated = (parsed: ParsedMail, now: number): ParsedMail =>
  parsed.at === null || parsed.at > now ? { ...parsed, at: now, atSource: 'clock' } : parsed;
