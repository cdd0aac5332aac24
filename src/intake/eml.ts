import type { Incoming } from '../domain/incoming.ts';
import type { Bytes } from './bytes.ts';
import { problem } from './limits.ts';
import { addBytes, closeFile, openMail } from './open-mail.ts';

/** One mail that is a file or a stream of its own. An empty one is a problem. `maildirAt` is its Maildir name's date. */
export async function readEml(bytes: Bytes, source: string, ref: string, maildirAt: number | null): Promise<Incoming> {
  const mail = openMail(ref, null, maildirAt);
  for await (const chunk of bytes) addBytes(mail, chunk);
  return mail.size === 0 ? problem(source, ref, 'empty-file') : closeFile(mail, source);
}
