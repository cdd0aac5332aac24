import { Buffer } from 'node:buffer';
import { Transform } from 'node:stream';

const LINE = /^[A-Za-z0-9+/=]*$/;
/** Shorter base64 before other text is more likely a word. */
const SHORTEST = 16;

/**
 * Text that calls itself base64. List servers add their footer in plain words, and some mailers only claim the
 * encoding: what is base64 at the beginning is decoded, the rest is taken as it stands, so that nothing becomes noise.
 */
export function decodeBase64Text(bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split(/(?<=\n)/);
  const foreign = lines.findIndex((line) => !LINE.test(line.trim()));
  if (foreign < 0) return Buffer.from(bytes.toString('latin1'), 'base64');
  const coded = lines.slice(0, foreign).join('');
  if (coded.trim().length < SHORTEST) return bytes;
  return Buffer.concat([Buffer.from(coded, 'base64'), Buffer.from(`\n${lines.slice(foreign).join('')}`, 'latin1')]);
}

/** A stream that collects everything and passes on what `convert` makes of it at the end. */
export function converter(convert: (bytes: Buffer) => Buffer | null): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      chunks.push(chunk);
      next();
    },
    flush(next) {
      const made = convert(Buffer.concat(chunks));
      if (made && made.length > 0) this.push(made);
      next();
    },
  });
}
