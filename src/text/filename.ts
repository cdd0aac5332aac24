import { neutralise } from './neutralise.ts';
import { settle } from './settle.ts';

const MOST_BYTES = 200;
const MOST_EXTENSION = 16;

const MANNER = { lineEnd: '_', tab: ' ', invisible: true };

/**
 * One plain name for a file on disk, from a name a stranger chose: no separators of any system, no leading dot, dash
 * or blank, no control or invisible character, at most 200 bytes of UTF-8, never empty. Idempotent. The text is not
 * changed for the screen; show it with `clean(name, 'filename')`.
 */
export function diskName(name: string): string {
  const plain = neutralise(name, MANNER)
    .text.normalize('NFC')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/[\s.]+$/u, '')
    .replace(/^\s+/u, '');
  if (plain === '') return 'unnamed';
  const safe = /^[.\-~\p{M}]/u.test(plain) ? `_${plain}` : plain;
  return shorten(safe);
}

/** Counted in the longer of the two forms, on disk and on the screen, so that cleaning a clean name changes nothing. */
const bytes = (text: string): number =>
  Math.max(Buffer.byteLength(text, 'utf8'), Buffer.byteLength(settle(text), 'utf8'));

/** Keeps a short extension, as it tells what the file is. */
function shorten(name: string): string {
  if (bytes(name) <= MOST_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && bytes(name.slice(dot)) <= MOST_EXTENSION ? name.slice(dot) : '';
  const stem = Array.from(name.slice(0, MOST_BYTES));
  while (bytes(stem.join('') + extension) > MOST_BYTES) stem.pop();
  return stem.join('').replace(/[\s.]+$/u, '') + extension;
}
