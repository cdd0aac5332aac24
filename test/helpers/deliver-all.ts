import { deliverMail } from '../../src/actions/live/deliver.ts';
import type { Context } from '../../src/context.ts';
import { DeskError } from '../../src/domain/errors.ts';
import { entryFromRaw } from '../../src/store/messages.ts';

/** What became of one mail that was delivered. */
export interface Fate {
  readonly how: string;
  /** ms of processor time of this process */
  readonly cpu: number;
}

/** Delivers a mail as stdin would bring it, and looks whether its bytes come back and it lies in a case. */
export async function deliverOne(desk: Context, raw: Buffer): Promise<Fate> {
  const before = process.cpuUsage();
  const how = await deliverMail(desk, pieces(raw), {})
    .then((delivered) => {
      const kept = desk.store.raw().read(delivered.sha256);
      if (kept === null || !kept.equals(raw)) return 'bytes lost';
      if (delivered.how === 'unfiled')
        return `unfiled: ${desk.store.db.prepare('SELECT problem FROM unfiled').pluck().get()}`;
      return delivered.how === 'same' || entryFromRaw(desk.store, delivered.sha256) ? delivered.how : 'in no case';
    })
    .catch((error: unknown) =>
      error instanceof DeskError && error.what === 'no-mail' ? 'no mail' : `uncaught: ${String(error)}`,
    );
  const { user, system } = process.cpuUsage(before);
  return { how, cpu: (user + system) / 1000 };
}

async function* pieces(raw: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < raw.length; at += 64 * 1024) yield raw.subarray(at, at + 64 * 1024);
}

/** The fates in which a mail is safe. */
export const SAFE = ['new', 'joined', 'linked', 'same', 'own'];
