import type { Entry } from '../../domain/entry.ts';

/** What the customer wrote last, quoted under who wrote it and when; empty where there is nothing. */
export function quoteOfLast(entries: readonly Entry[]): string {
  const last = entries.findLast(
    ({ type, party, direction, automatic, text }) =>
      type === 'message' && party !== 'department' && direction === 'in' && automatic === null && text.trim() !== '',
  );
  if (last === undefined) return '';
  const from = last.addresses.find(({ role }) => role === 'from');
  const who =
    from === undefined ? last.author : from.name === '' ? `<${from.address}>` : `${from.name} <${from.address}>`;
  const when = last.at === null ? '' : `, ${clock(last.at)}`;
  const lines = last.text.trimEnd().split('\n');
  return `${who}${when}:\n${lines.map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd())).join('\n')}`;
}

/** In no language: `2026-03-12 09:00`, by the clock of this machine. */
function clock(ms: number): string {
  const at = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
