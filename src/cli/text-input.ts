import { readFile } from 'node:fs/promises';
import { readError } from '../actions/read-error.ts';
import { DeskError } from '../domain/errors.ts';
import { type Io, readAll } from './io.ts';

export interface TextSources {
  /** the text itself, or `-` for stdin */
  readonly message: string | undefined;
  readonly file: string | undefined;
  /** stdin is already used for something else, like case numbers */
  readonly stdinTaken: boolean;
}

/**
 * The text a command was given, or undefined; throws `two-texts`, `stdin-twice`, `path-missing`, `not-a-file`,
 * `file-unreadable`.
 */
export async function textGiven({ message, file, stdinTaken }: TextSources, io: Io): Promise<string | undefined> {
  if (message !== undefined && file !== undefined) throw new DeskError('usage', 'two-texts');
  if (message === '-' || file === '-') {
    if (stdinTaken) throw new DeskError('usage', 'stdin-twice');
    return withoutLastLineEnd(await readAll(io.stdin));
  }
  return file === undefined ? message : withoutLastLineEnd(await readText(file));
}

/** As `textGiven`, where there must be one; throws `no-text` too. */
export async function textNeeded(sources: TextSources, io: Io): Promise<string> {
  const text = await textGiven(sources, io);
  if (text === undefined) throw new DeskError('usage', 'no-text');
  return text;
}

/** A file's text; throws `path-missing`, `not-a-file`, `file-unreadable`. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw readError(path, error);
  }
}

/** Files and pipes end with a line feed that nobody meant as a part of the message. */
const withoutLastLineEnd = (text: string): string => text.replace(/\r?\n$/, '');
