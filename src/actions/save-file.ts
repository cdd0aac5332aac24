import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { DeskError } from '../domain/errors.ts';
import { makeFolder } from '../store/open.ts';
import { diskName } from '../text/filename.ts';

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants;
/** So many files of one name in one folder are no accident any more. */
const MOST_TRIES = 1000;

/** A folder to save into, made (0700) where it is missing. Throws `save-folder`. */
export function prepareSaveFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    if (statSync(folder).isDirectory()) return;
  } catch (error) {
    throw new DeskError('cannot-create', 'save-folder', { path: folder }, error);
  }
  throw new DeskError('cannot-create', 'save-folder', { path: folder });
}

/**
 * Writes a file that a stranger named into `folder`, and never elsewhere: under one plain name, readable by its owner
 * alone, over nothing that is there (`bill.pdf`, `bill-2.pdf`, …), and only when it is whole; `mark` makes the name of
 * the unfinished file its own. Returns its path. Throws `disk-full`, `not-saved`.
 */
export function saveFile(folder: string, name: string, content: Uint8Array, mark: string): string {
  const plain = diskName(name);
  const part = join(folder, `${plain}.${mark}.part`);
  try {
    writePart(part, content);
    return publish(part, folder, plain);
  } catch (error) {
    throw asSaveError(error, join(folder, plain));
  } finally {
    rmSync(part, { force: true });
  }
}

function writePart(part: string, content: Uint8Array): void {
  const file = openSync(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    for (let at = 0; at < content.length; ) at += writeSync(file, content, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function publish(part: string, folder: string, name: string): string {
  for (let nth = 1; ; nth += 1) {
    const path = join(folder, nth === 1 ? name : numbered(name, nth));
    try {
      linkSync(part, path);
      return path;
    } catch (error) {
      if (isCode(error, 'EEXIST') && nth < MOST_TRIES) continue;
      if (isCode(error, 'EEXIST') || existsSync(path)) throw error;
      renameSync(part, path); // a file system without hard links
      return path;
    }
  }
}

/** `bill.pdf` → `bill-2.pdf`. */
export function numbered(name: string, nth: number): string {
  const ending = /(?<=.)\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return `${name.slice(0, name.length - ending.length)}-${nth}${ending}`;
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

function asSaveError(error: unknown, path: string): unknown {
  if (isCode(error, 'ENOSPC') || isCode(error, 'EDQUOT'))
    return new DeskError('disk-full', 'save-full', { path }, error);
  if (!(error instanceof Error && 'code' in error)) return error;
  return new DeskError('cannot-create', 'not-saved', { path, problem: String(error.code) }, error);
}
