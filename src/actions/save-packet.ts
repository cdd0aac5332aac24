import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { PACKET_FILE } from './handoff-evidence.ts';
import type { HandedOff } from './handoffs.ts';
import { partBytes } from './part-bytes.ts';
import { prepareSaveFolder, saveFile } from './save-file.ts';

export interface SavedPacket {
  /** the folder of this packet */
  readonly folder: string;
  /** names of files that could not be cut from their mails */
  readonly lost: readonly string[];
}

/** So many packets of one case for one department are no accident any more. */
const MOST_TRIES = 1000;

/**
 * Writes a packet and its evidence into a folder of their own below `folder`: `42-warehouse`, or `42-warehouse-2` where that
 * is there; nothing is written over. Throws `save-folder`, `packet-unsaved`: the hand-off is made, its packet in the case.
 */
export async function savePacket(
  context: Context,
  { handoff, evidence }: Pick<HandedOff, 'handoff' | 'evidence'>,
  folder: string,
): Promise<SavedPacket> {
  prepareSaveFolder(folder);
  const own = freshFolder(folder, `${handoff.case}-${handoff.department}`);
  const lost: string[] = [];
  try {
    saveFile(own, PACKET_FILE, Buffer.from(handoff.packet), context.newId());
    for (const one of evidence) {
      const content = await partBytes(context, one);
      if (content === null) lost.push(one.name);
      else saveFile(own, one.name, content, context.newId());
    }
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    throw new DeskError('cannot-create', 'packet-unsaved', { path: own }, error);
  }
  return { folder: own, lost };
}

function freshFolder(folder: string, name: string): string {
  for (let nth = 1; ; nth += 1) {
    const path = join(folder, nth === 1 ? name : `${name}-${nth}`);
    try {
      mkdirSync(path, { mode: 0o700 });
      return path;
    } catch (error) {
      const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!isThere || nth >= MOST_TRIES) throw new DeskError('cannot-create', 'packet-unsaved', { path }, error);
    }
  }
}
