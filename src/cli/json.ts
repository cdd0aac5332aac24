/**
 * What JSON.stringify leaves as it stands, but a terminal must not get: DEL, C1, line separators, bidi controls,
 * invisible characters and everything that joins or changes the letter before it.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are what is escaped
  /[\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]|[\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|(?<=\p{M}{8})\p{M}|\p{Co}/gu;

const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** A JSON document. For a terminal, what could act on it is written as \uXXXX, which says the same. */
export function jsonText(value: unknown, terminal: boolean, indent = 2): string {
  const text = JSON.stringify(value, null, indent);
  return terminal ? text.replace(UNSAFE, escaped) : text;
}

/** ISO 8601 in UTC, or null. */
export const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
