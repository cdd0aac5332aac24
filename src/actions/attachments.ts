import type { Context } from '../context.ts';
import type { Entry, Part } from '../domain/entry.ts';
import { cutAsAnnounced, partBytes, readableRaw } from './part-bytes.ts';
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

/** What went to a department with a packet came with the customer's mails, and is there already. */
const ofEntry = (entry: Entry): Attachment[] =>
  entry.type === 'note' && entry.direction === 'out' ? [] : entry.parts.map((part) => ({ ...part, entry: entry.id }));

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
    const raw = entry.received === null ? null : readableRaw(context, entry.received);
    for (const one of ofEntry(entry)) {
      if (only !== null && (only.entry !== one.entry || only.n !== one.n)) continue;
      // what goes with a message of ours is kept by itself until the message is a mail
      const content = raw === null ? await partBytes(context, one) : await cutAsAnnounced(context, raw, one);
      saved.push({ ...one, path: content === null ? null : saveFile(folder, one.name, content, context.newId()) });
    }
  }
  return saved;
}
