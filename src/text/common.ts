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
