import { DeskError } from '../domain/errors.ts';

/** Why a file could not be read, as an error to be told: `path-missing`, `not-a-file`, `file-unreadable`; a bug stays one. */
export function readError(path: string, error: unknown): unknown {
  if (error instanceof DeskError || !(error instanceof Error && 'code' in error)) return error;
  if (error.code === 'ENOENT') return new DeskError('no-input', 'path-missing', { path }, error);
  if (error.code === 'EISDIR') return new DeskError('no-input', 'not-a-file', { path }, error);
  return new DeskError('no-input', 'file-unreadable', { path, problem: String(error.code) }, error);
}
