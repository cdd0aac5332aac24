import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Context } from '../../context.ts';
import type { Part } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import { sha256 } from '../../store/raw.ts';
import { readError } from '../read-error.ts';

export const MEGABYTE = 1024 * 1024;
/** Bytes of all files that go with one message: what most servers take (Gmail, Outlook). */
export const ATTACHED_BYTES = 25 * MEGABYTE;

/**
 * Reads files that are to go with a message, and keeps their bytes beside the mails; with `dryRun` it only reads.
 * `beside`: those that go with it already, which take their room. Throws `attachments-too-large`, `path-missing`,
 * `not-a-file`, `file-unreadable`.
 */
export async function attach(
  context: Context,
  paths: readonly string[],
  dryRun = false,
  beside: readonly Part[] = [],
): Promise<Part[]> {
  const parts: Part[] = [];
  let room = beside.reduce((left, { size }) => left - size, ATTACHED_BYTES);
  for (const path of paths) {
    const raw = await readFile(path, room);
    room -= raw.length;
    const name = basename(path);
    if (!dryRun) context.store.raw().keep([{ raw, source: 'attached', ref: name }]);
    parts.push({
      n: beside.length + parts.length + 1,
      name,
      type: await typeOf(name),
      size: raw.length,
      sha256: sha256(raw),
      cid: null,
    });
  }
  return parts;
}

async function readFile(path: string, room: number): Promise<Buffer> {
  // a folder has no bytes, and to open a pipe or read a device may never end; what is not there is said below
  const found = await stat(path).catch(() => null);
  if (found?.isFile() === false) throw new DeskError('no-input', 'not-a-file', { path });
  const file = await open(path, 'r').catch((error: unknown) => {
    throw readError(path, error);
  });
  try {
    const { size } = await file.stat();
    if (size > room) {
      const megabytes = Math.ceil(((ATTACHED_BYTES - room + size) / MEGABYTE) * 10) / 10;
      throw new DeskError('bad-value', 'attachments-too-large', { megabytes, limit: ATTACHED_BYTES / MEGABYTE });
    }
    return await file.readFile();
  } catch (error) {
    throw readError(path, error);
  } finally {
    await file.close();
  }
}

/** The table is loaded with the first file. */
async function typeOf(name: string): Promise<string> {
  const { typeByName } = await import('../../mail/compose/file-type.ts');
  return typeByName(name);
}
