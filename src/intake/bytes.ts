import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DeskError } from '../domain/errors.ts';

const CHUNK = 256 * 1024;

/** A source of bytes: read once, from the beginning. */
export type Bytes = AsyncIterable<Buffer>;

/** The bytes of a file, unpacked on the way when it is gzip (by its magic number, not its name). */
export const fileBytes = (path: string): Bytes => unpacked(createReadStream(path, { highWaterMark: CHUNK }));

/** The bytes of a stream (stdin), unpacked like a file's. */
export const streamBytes = (stream: NodeJS.ReadableStream): Bytes => unpacked(stream);

async function* unpacked(stream: NodeJS.ReadableStream): Bytes {
  const source = buffers(stream);
  const { head, all, close } = await peek(source, 2);
  try {
    if (head[0] !== 0x1f || head[1] !== 0x8b) {
      yield* all;
      return;
    }
    const gunzip = createGunzip({ chunkSize: CHUNK });
    const feeding = feed(all, gunzip);
    yield* buffers(gunzip);
    await feeding;
  } finally {
    await close();
  }
}

async function feed(bytes: Bytes, sink: NodeJS.WritableStream & Pick<Readable, 'destroy'>): Promise<void> {
  try {
    for await (const chunk of bytes) {
      if (!sink.write(chunk)) await new Promise<void>((resolve) => sink.once('drain', resolve));
    }
    sink.end();
  } catch (error) {
    sink.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

async function* buffers(stream: NodeJS.ReadableStream): Bytes {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** A source whose first bytes have been looked at. `close` lets go of the file, read or not. */
export interface Peeked {
  readonly head: Buffer;
  readonly all: Bytes;
  close(): Promise<void>;
}

/** Looks at the first bytes (at least `wanted`, fewer only at the end) and gives the whole back to be read. */
export async function peek(bytes: Bytes, wanted: number): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]();
  const taken: Buffer[] = [];
  let size = 0;
  while (size < wanted) {
    const next = await iterator.next();
    if (next.done) break;
    taken.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(taken);
  const all = (async function* (): Bytes {
    if (head.length > 0) yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  })();
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  return { head, all, close };
}

/** Is the path a file or a folder? A path that is not there, or can't be looked at, is a 'no-input' error. */
export async function kindOfPath(path: string): Promise<'file' | 'folder'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    throw new DeskError('no-input', 'path-missing', { path }, error);
  }
}
