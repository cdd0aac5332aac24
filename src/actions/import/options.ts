import type { Format } from '../../intake/detect.ts';

export { FORMATS, type Format } from '../../intake/detect.ts';

/** How an import is to be done, and how it talks while it runs. */
export interface ImportOptions {
  readonly paths: readonly string[];
  readonly format?: Format | undefined;
  readonly stdin?: NodeJS.ReadableStream | undefined;
  /** our own addresses; without them the setting `me`, without that a guess */
  readonly me?: readonly string[] | undefined;
  /** cases silent since before this (ms) come in as solved; null: none do */
  readonly solvedBefore: number | null;
  readonly dryRun?: boolean;
  /** ends the import after the current batch */
  readonly signal?: AbortSignal | undefined;
  /** mails read so far; called at most a few times a second by the caller's own choice */
  readonly onProgress?: ((progress: { phase: 'read' | 'file'; done: number; of: number | null }) => void) | undefined;
  /** asked when `me` had to be guessed and somebody is there to ask; null: the guess is taken */
  readonly confirmMe?: ((guess: readonly string[]) => Promise<readonly string[]>) | undefined;
}
