/** What the letters of an agent's own languages are: known without asking Unicode tables, which cost a start 30 ms. */
export type Common = 'letter' | 'mark' | null;

/**
 * A Latin or Thai letter, or a mark that stands over or under one; null for everything else, which the tables are asked
 * about. Sara am and the grapheme joiner are not here: they have rules of their own. A test holds this against Unicode.
 */
export function commonKind(code: number): Common {
  if (code >= 0xc0 && code <= 0x24f) return 'letter'; // with × and ÷, which are one column wide like letters
  if (code >= 0x1e00 && code <= 0x1eff) return 'letter';
  if (code >= 0x300 && code <= 0x36f) return code === 0x34f ? null : 'mark';
  if (code < 0xe01 || code > 0xe4e || code === 0xe33 || (code > 0xe3a && code < 0xe40)) return null;
  if (code === 0xe31 || (code >= 0xe34 && code <= 0xe3a) || code >= 0xe47) return 'mark';
  return 'letter';
}

/**
 * A sign that is one column wide: punctuation, arrows, lines and the marks that desk draws itself. Asking string-width
 * whether one of them is an emoji loads its tables. A test holds this against string-width.
 */
export function isNarrowSign(code: number): boolean {
  if (code < 0xa1) return false;
  if (code <= 0xbf) return code !== 0xad;
  if (code < 0x2010 || code > 0x2764) return false;
  if (code <= 0x2027 || (code >= 0x2030 && code <= 0x205e)) return true;
  if (code >= 0x2190 && code <= 0x2193) return true;
  if (code >= 0x2500 && code <= 0x25cf) return true;
  return NARROW_SIGNS.has(code);
}

const NARROW_SIGNS = new Set(Array.from('↔◦♥✎✓✔✗', (sign) => sign.codePointAt(0)));
