import { brand, type Clean } from './brand.ts';
import { diskName } from './filename.ts';
import { type Manner, neutralise } from './neutralise.ts';
import { settle } from './settle.ts';

export type { Clean } from './brand.ts';

/**
 * block: many lines (a body) · line: one line (a subject, a name) · identifier: an address, a handle, an id ·
 * url · filename: one plain name.
 */
export type CleanKind = 'block' | 'line' | 'identifier' | 'url' | 'filename';

const PLAIN_IDENTIFIER: Manner = { lineEnd: '⏎', tab: ' ', invisible: true };

const MANNERS: Readonly<Record<CleanKind, Manner>> = {
  block: { lineEnd: '\n', tab: '    ', invisible: false },
  line: { lineEnd: ' ⏎ ', tab: ' ', invisible: false },
  identifier: PLAIN_IDENTIFIER,
  url: PLAIN_IDENTIFIER,
  filename: PLAIN_IDENTIFIER,
};

const isPlain = /^[ -~]*$/;
const isPlainBlock = /^[ -~\n]*$/;
const tooManyBlanks = ' '.repeat(65);

/**
 * The only way from any text to text a terminal may get. Pure, linear, idempotent; hides nothing but invisible
 * characters. A field of which nothing visible is left becomes `(empty)`; an empty text stays empty.
 */
export function clean(text: string, kind: CleanKind): Clean {
  if (kind === 'filename') return brand(shown(diskName(text), kind));
  return brand(shown(text, kind));
}

/** As `clean`, for a piece of a field: nothing left is nothing, not `(empty)`. For the editor's graphemes. */
export function cleanPiece(text: string, kind: CleanKind): Clean {
  return brand(mapped(text, kind).text);
}

function shown(text: string, kind: CleanKind): string {
  const neutral = mapped(text, kind);
  return neutral.dropped && neutral.text.trim() === '' ? '(empty)' : neutral.text;
}

function mapped(text: string, kind: CleanKind): { text: string; dropped: boolean } {
  const plain = kind === 'block' ? isPlainBlock : isPlain;
  if (plain.test(text) && !text.includes(tooManyBlanks)) return { text, dropped: false };
  const neutral = neutralise(text, MANNERS[kind]);
  return { text: settle(neutral.text.normalize('NFC')), dropped: neutral.dropped };
}

/** Clean texts one after the other are clean: none starts with a mark or ends inside a character. */
export function joinClean(...parts: readonly Clean[]): Clean {
  return brand(parts.join(''));
}

/** Clean texts with a clean text between them. */
export function joinCleanWith(between: Clean, parts: readonly Clean[]): Clean {
  return brand(parts.join(between));
}
