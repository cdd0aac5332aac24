import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Entry, Part } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import { readCase } from './read-cases.ts';
import { prepareSaveFolder, saveFile } from './save-file.ts';

/** A file that came with a message of a case. */
export interface Attachment extends Part {
  readonly entry: number;
}

export interface SavedAttachment extends Attachment {
  /** where it was written; null when it could not be cut from its mail */
  readonly path: string | null;
}

const ofEntry = (entry: Entry): Attachment[] => entry.parts.map((part) => ({ ...part, entry: entry.id }));

/** The files of a case, oldest message first. Throws `not-found`. */
export const readAttachments = (context: Context, number: number): Attachment[] =>
  readCase(context, number).entries.flatMap(ofEntry);

/**
 * Cuts the files of a case from their raw mails into `folder`, one at a time. One whose mail is gone or can't be read is
 * given back without a path, and the others go on. `only`: just this one. Throws `not-found`, `save-folder`, `not-saved`, `disk-full`.
 */
export async function saveAttachments(
  context: Context,
  number: number,
  folder: string,
  only: Pick<Attachment, 'entry' | 'n'> | null = null,
): Promise<SavedAttachment[]> {
  const saved: SavedAttachment[] = [];
  const { entries } = readCase(context, number);
  if (entries.some((entry) => entry.parts.length > 0)) prepareSaveFolder(folder);
  for (const entry of entries) {
    if (entry.parts.length === 0 || (entry.received === null && entry.delivery === null)) continue;
    if (only !== null && only.entry !== entry.id) continue;
    const raw = entry.received === null ? null : readable(context, entry.received);
    for (const one of ofEntry(entry)) {
      if (only !== null && (only.entry !== one.entry || only.n !== one.n)) continue;
      // what goes with a message of ours is kept by itself until the message is a mail
      const content = raw === null ? readable(context, one.sha256) : await cut(context, raw, one);
      saved.push({ ...one, path: content === null ? null : saveFile(folder, one.name, content, context.newId()) });
    }
  }
  return saved;
}

/** A raw mail, or null where it is gone or damaged. */
function readable(context: Context, sha256: string): Buffer | null {
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
async function cut(context: Context, raw: Buffer, { n, sha256 }: Attachment): Promise<Buffer | null> {
  const content = await context.cutPart(raw, n);
  if (content === null || raw.length > LOOKED_AT) return content;
  return createHash('sha256').update(content).digest('hex') === sha256 ? content : null;
}
