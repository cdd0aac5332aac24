import { DeskError } from '../domain/errors.ts';
import type { Incoming } from '../domain/incoming.ts';
import { type Bytes, fileBytes, kindOfPath, peek, streamBytes } from './bytes.ts';
import { detectFormat, FORMATS, type Format, HEAD_BYTES } from './detect.ts';
import { readEml } from './eml.ts';
import { readJsonl } from './jsonl.ts';
import { problem } from './limits.ts';
import { walkFolder } from './maildir.ts';
import { readMbox } from './mbox.ts';
import { readMmdf } from './mmdf.ts';

export interface ReadOptions {
  /** what the user says it is; left out: found by looking. For a folder it tells what its files are. */
  readonly format?: Format | undefined;
  /** read for the path `-` */
  readonly stdin?: NodeJS.ReadableStream | undefined;
}

/**
 * Reads files, folders and stdin (`-`) one after the other and gives their mails and records as they come, memory flat.
 * A path that is not there is a DeskError 'no-input' before anything is read, a single file that is no mail one of
 * 'bad-data'; pieces that can't be read, and other files of a folder, are given as problems, and reading goes on.
 */
export async function* readSources(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Incoming> {
  const kinds = new Map<string, 'file' | 'folder'>();
  for (const path of paths) if (path !== '-') kinds.set(path, await kindOfPath(path));
  const alone = paths.length === 1;
  for (const path of paths) {
    if (path === '-') {
      if (!options.stdin) throw new DeskError('no-input', 'path-missing', { path });
      yield* guarded(
        path,
        '',
        readBytes(streamBytes(options.stdin), { source: path, ref: '', name: path, alone }, options.format),
      );
    } else if (kinds.get(path) === 'folder') yield* guarded(path, '', readFolder(path, options.format));
    else
      yield* guarded(
        path,
        '',
        readBytes(fileBytes(path), { source: path, ref: '', name: path, alone }, options.format),
      );
  }
}

interface Origin {
  readonly source: string;
  readonly ref: string;
  readonly name: string;
  readonly maildirAt?: number | null;
  /** all that was asked for */
  readonly alone?: boolean;
}

async function* readFolder(folder: string, format: Format | undefined): AsyncGenerator<Incoming> {
  for await (const file of walkFolder(folder)) {
    const origin = { source: folder, ref: file.ref, name: file.path, maildirAt: file.maildirAt };
    const known = file.sure ? 'eml' : format === 'maildir' ? undefined : format;
    yield* guarded(folder, file.ref, readBytes(fileBytes(file.path), origin, known));
  }
}

async function* readBytes(bytes: Bytes, origin: Origin, format: Format | undefined): AsyncGenerator<Incoming> {
  const { head, all, close } = await peek(bytes, HEAD_BYTES);
  const { source, ref, maildirAt } = origin;
  const found = format ?? detectFormat(head, origin.name);
  try {
    if (found === 'mbox') yield* inFile(readMbox(all, source), ref);
    else if (found === 'mmdf') yield* inFile(readMmdf(all, source), ref);
    else if (found === 'jsonl') yield* inFile(readJsonl(all, source), ref);
    else if (found !== null) yield await readEml(all, source, ref, maildirAt ?? null);
    else if (head.length === 0 && ref === '') yield problem(source, ref, 'empty-file');
    else if (origin.alone === true)
      throw new DeskError('bad-data', 'not-mail', { path: source, formats: FORMATS.join(', ') });
    else yield problem(source, ref, 'not-mail');
  } finally {
    await close();
  }
}

/** Places inside a file that lies in a folder are named by both: `archive.mbox:1234`. */
async function* inFile(records: AsyncIterable<Incoming>, file: string): AsyncGenerator<Incoming> {
  for await (const record of records) yield file === '' ? record : { ...record, ref: `${file}:${record.ref}` };
}

/** A source that breaks off (a disk fault, a cut gzip, no permission) is told of, and the next one is read. */
async function* guarded(source: string, ref: string, records: AsyncIterable<Incoming>): AsyncGenerator<Incoming> {
  const iterator = records[Symbol.asyncIterator]();
  try {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } catch (error) {
    if (error instanceof DeskError) throw error;
    yield problem(source, ref, 'source-broken', { cause: error instanceof Error ? error.message : String(error) });
  } finally {
    await iterator.return?.();
  }
}
