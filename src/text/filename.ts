import { neutralise } from './neutralise.ts';
import { settle } from './settle.ts';

const MOST_BYTES = 200;
const TAIL = 40;

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

/** Cuts in the middle: the end of a name tells what the file is. */
function shorten(name: string): string {
  if (bytes(name) <= MOST_BYTES) return name;
  const ending = Array.from(name.slice(-TAIL).toWellFormed());
  while (bytes(ending.join('')) > TAIL || /^[\p{M}\u200C\u200D]/u.test(ending[0] ?? '')) ending.shift();
  const start = Array.from(name.slice(0, MOST_BYTES).toWellFormed());
  while (bytes(`${start.join('')}…${ending.join('')}`) > MOST_BYTES) start.pop();
  return `${start.join('')}…${ending.join('')}`;
}
