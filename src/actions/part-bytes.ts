import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Part } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import { mailsWithPart } from '../store/entries.ts';

/**
 * The bytes of a file that goes, or went, with something of a case: kept by themselves, else cut from the mail that it came
 * with. Null: no mail with it is here, or none of them can be read.
 */
export async function partBytes(context: Context, { sha256 }: Pick<Part, 'sha256'>): Promise<Buffer | null> {
  const kept = readableRaw(context, sha256);
  if (kept !== null) return kept;
  for (const { received, n } of mailsWithPart(context.store, sha256)) {
    const raw = readableRaw(context, received);
    const content = raw === null ? null : await cutAsAnnounced(context, raw, { n, sha256 });
    if (content !== null) return content;
  }
  return null;
}

/** A raw mail, or what was kept beside the mails; null where it is gone or damaged. */
export function readableRaw(context: Context, sha256: string): Buffer | null {
  try {
    return context.store.raw().read(sha256);
  } catch (error) {
    if (error instanceof DeskError && error.what === 'raw-damaged') return null;
    throw error;
  }
}

/** Bytes of a mail that its import has looked at; a file that reaches beyond is whole only now. */
const LOOKED_AT = 25 * 1024 * 1024;

/** What is cut must be what was announced: another file under this name would be worse than none. */
export async function cutAsAnnounced(
  context: Context,
  raw: Buffer,
  { n, sha256 }: Pick<Part, 'n' | 'sha256'>,
): Promise<Buffer | null> {
  const content = await context.cutPart(raw, n);
  if (content === null || raw.length > LOOKED_AT) return content;
  return createHash('sha256').update(content).digest('hex') === sha256 ? content : null;
}
