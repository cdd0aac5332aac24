import type { Incoming } from '../domain/incoming.ts';
import type { Bytes } from './bytes.ts';
import { LONGEST_LINE, megabytes, problem } from './limits.ts';
import { checkRecord } from './wire.ts';

/**
 * Reads desk's own JSONL, one record a line; `ref` is the line number from 1. Blank lines and lines beginning with `#`
 * are passed over; a line that is no JSON, no record, or over 216 MB becomes a problem, and reading goes on.
 */
export async function* readJsonl(bytes: Bytes, source: string): AsyncGenerator<Incoming> {
  let number = 0;
  for await (const line of lines(bytes)) {
    number += 1;
    const ref = String(number);
    if (line === null)
      yield problem(source, ref, 'line-too-long', { line: number, megabytes: megabytes(LONGEST_LINE) });
    else if (line.trim() !== '' && !line.startsWith('#')) yield readLine(line, source, ref);
  }
}

function readLine(line: string, source: string, ref: string): Incoming {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return problem(source, ref, 'line-not-json', { line: ref });
  }
  const checked = checkRecord(value);
  return 'record' in checked
    ? { kind: 'record', source, ref, ...checked }
    : problem(source, ref, 'line-wrong', { line: ref, ...checked.wrong });
}

/** Lines as text, the byte order mark gone; null for one that is too long. */
async function* lines(bytes: Bytes): AsyncGenerator<string | null> {
  let pieces: Buffer[] = [];
  let size = 0;
  let first = true;
  const take = (): string | null => {
    const text = size > LONGEST_LINE ? null : Buffer.concat(pieces).toString('utf8').replace(/\r$/, '');
    pieces = [];
    size = 0;
    const clean = first && text ? text.replace(/^\uFEFF/, '') : text;
    first = false;
    return clean;
  };
  for await (const chunk of bytes) {
    let at = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, at)) {
      size += end - at;
      if (size <= LONGEST_LINE) pieces.push(chunk.subarray(at, end));
      yield take();
      at = end + 1;
    }
    size += chunk.length - at;
    if (size <= LONGEST_LINE) pieces.push(chunk.subarray(at));
    else pieces = [];
  }
  if (size > 0) yield take();
}
