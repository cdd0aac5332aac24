import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpora } from './corpora.ts';

/** A hostile string: what of it must never reach a terminal as it stands, and what must still be readable. */
export interface Attack {
  readonly id: string;
  readonly where: string;
  readonly string: string;
  readonly mustNotReach: readonly string[];
  readonly mustShow: readonly string[];
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** All attacks that are text; those whose source is a mail belong to the tests of mail. Empty without corpora. */
export function attacks(): Attack[] {
  const folder = corpora();
  if (folder === null) return [];
  const file: unknown = JSON.parse(readFileSync(join(folder, 'hostile/terminal-attacks.json'), 'utf8'));
  if (typeof file !== 'object' || file === null || !('attacks' in file) || !Array.isArray(file.attacks)) return [];
  return file.attacks
    .map((one: Record<string, unknown>) => ({
      id: String(one['id']),
      where: String(one['where']),
      string: String(one['string']),
      mustNotReach: texts(one['mustNotReach']),
      mustShow: texts(one['mustShow']),
    }))
    .filter((one: Attack) => !one.where.startsWith('mail-'));
}

/** Rules R1 and R4: what no printed customer text may hold, whatever the attack. Line feeds are the printer's own. */
export const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u00ad\u200b\u2060-\u206f\ufeff\ufffe\uffff]|[\ufe00-\ufe0f]|\p{Surrogate}|[\u{e0000}-\u{e0fff}]/u;
