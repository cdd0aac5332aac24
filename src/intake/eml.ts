import type { Incoming } from '../domain/incoming.ts';
import { type Bytes, wholeBytes } from './bytes.ts';
import { LARGEST_MAIL, problem, tooLarge } from './limits.ts';

/** One mail that is a file or a stream of its own. An empty one is a problem. `maildirAt` is its Maildir name's date. */
export async function readEml(bytes: Bytes, source: string, ref: string, maildirAt: number | null): Promise<Incoming> {
  const raw = await wholeBytes(bytes, LARGEST_MAIL);
  if (raw === null) return tooLarge(source, ref);
  if (raw.length === 0) return problem(source, ref, 'empty-file');
  return { kind: 'mail', raw, source, ref, fromLineAt: null, maildirAt };
}
