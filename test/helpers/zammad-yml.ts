import { readFileSync } from 'node:fs';

/**
 * The plain top-level texts of a Zammad `.yml` (from_email, from_display_name, subject …). A tiny reader: quoted and
 * bare one-line values and folded continuation lines; tags, lists and blocks are passed over.
 */
export function zammadYml(path: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = readFileSync(path, 'utf8').split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const found = /^([\w-]+):(?: (.*))?$/.exec(lines[at] ?? '');
    if (!found) continue;
    let value = (found[2] ?? '').trim();
    while (/^ {2}\S/.test(lines[at + 1] ?? '') && !/^[|>!]/.test(value)) {
      at += 1;
      value = value.endsWith('\\')
        ? value.slice(0, -1) + (lines[at] ?? '').trim().replace(/^\\/, '')
        : `${value} ${(lines[at] ?? '').trim()}`;
    }
    values.set(found[1] ?? '', plain(value));
  }
  return values;
}

function plain(value: string): string {
  if (value.startsWith("'")) return value.slice(1, -1).replaceAll("''", "'");
  if (!value.startsWith('"')) return value;
  return value
    .slice(1, -1)
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\x([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\t/g, '\t')
    .replace(/\\(["\\ ])/g, '$1');
}
