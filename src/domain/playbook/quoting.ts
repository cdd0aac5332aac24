/** What may stand in a file as it is: letters, marks, digits, signs and single blanks; nothing that a cleaner drops. */
const PLAIN_LINE = /^(?:[\p{L}\p{M}\p{N}\p{P}\p{S}]| (?! ))*$/u;
const PLAIN_BLOCK = /^(?:[\p{L}\p{M}\p{N}\p{P}\p{S}\n]| (?! ))*$/u;
const WORD = /^[^\s,;"]+(?: [^\s,;"]+)*$/u;

/**
 * A text as it is written in a file: as it is, or, where it would not come back or hides something, as a JSON string.
 * line: a title · block: a text of many lines · word: one of several between commas · always: as JSON in any case.
 */
export function quoted(text: string, where: 'line' | 'block' | 'word' | 'always'): string {
  const trimmed = text.trim() === text && text === text.normalize('NFC') && !text.startsWith('"');
  const plain =
    where === 'block' ? PLAIN_BLOCK.test(text) : PLAIN_LINE.test(text) && (where === 'line' || WORD.test(text));
  return where !== 'always' && trimmed && plain && text !== '' ? text : asJson(text);
}

const asJson = (text: string): string =>
  JSON.stringify(text).replace(/[^ -~]| (?= )/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The text of a JSON string, or null where it is none. */
export function unquoted(written: string): string | null {
  if (!written.startsWith('"')) return null;
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : null;
  } catch {
    return null; // a title that only begins with a quotation mark
  }
}

/** The text of a value that may be a JSON string. */
export const readValue = (written: string): string => unquoted(written) ?? written;

/** Cuts at a sign that stands outside of double quotes; the pieces are trimmed, empty ones left out. */
export function pieces(text: string, sign: ',' | ';'): string[] {
  const found = text.match(sign === ',' ? /(?:[^,"]|"(?:[^"\\]|\\.)*"|")+/g : /(?:[^;"]|"(?:[^"\\]|\\.)*"|")+/g) ?? [];
  return found.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** The values between commas. */
export const listed = (text: string): string[] => pieces(text, ',').map(readValue);

export const writeList = (values: readonly string[]): string => values.map((one) => quoted(one, 'word')).join(',');
