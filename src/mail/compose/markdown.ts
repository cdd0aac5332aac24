/**
 * The text part as HTML, read as modest Markdown: paragraphs, line ends, lists, `>` quotes, `code`, **strong**, *stress*,
 * [links](https://…). Everything is escaped first; there are no images, no styles, nothing that is loaded, and links go to
 * http, https and mailto alone.
 */
export function htmlOfMarkdown(text: string, language: string | null): string {
  const lines = text.split(/\r\n|\r|\n/);
  const lang = language === null || !/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(language) ? '' : ` lang="${language}"`;
  return `<!DOCTYPE html>\r\n<html${lang}><head><meta charset="utf-8"></head><body>\r\n${blocks(lines)}\r\n</body></html>\r\n`;
}

type Kind = 'blank' | 'quote' | 'bullets' | 'numbers' | 'paragraph';
const BULLET = /^\s{0,3}[-*] +(?=\S)/;
const NUMBER = /^\s{0,3}\d{1,9}[.)] +(?=\S)/;
const DEEPEST = 10;
/** In escaped text: it ends before a quote mark or bracket, and before the sentence's own full stop. */
const BARE_LINK = /https?:\/\/(?:(?!&(?:quot|#39|lt|gt);)[^\s\0])*(?<![.,;:!?)\]*])/g;

function kindOf(line: string): Kind {
  if (line.trim() === '') return 'blank';
  if (line.startsWith('>')) return 'quote';
  if (BULLET.test(line)) return 'bullets';
  return NUMBER.test(line) ? 'numbers' : 'paragraph';
}

function blocks(lines: readonly string[], depth = 0): string {
  const groups: { kind: Kind; lines: string[] }[] = [];
  for (const line of lines) {
    const kind = kindOf(line);
    const last = groups.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups
    .map(({ kind, lines: some }) => {
      if (kind === 'blank') return '';
      if (kind === 'bullets') return `<ul>${items(some, BULLET)}</ul>`;
      if (kind === 'numbers') return `<ol${startOf(some[0] ?? '')}>${items(some, NUMBER)}</ol>`;
      if (kind === 'paragraph' || depth === DEEPEST) return `<p>${some.map(inline).join('<br>\r\n')}</p>`;
      return `<blockquote>${blocks(
        some.map((line) => line.replace(/^> ?/, '')),
        depth + 1,
      )}</blockquote>`;
    })
    .filter((block) => block !== '')
    .join('\r\n');
}

const items = (lines: readonly string[], mark: RegExp): string =>
  lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`).join('\r\n');

function startOf(line: string): string {
  const first = Number.parseInt(line, 10);
  return first === 1 || Number.isNaN(first) ? '' : ` start="${first}"`;
}

/** Code and links are taken out first, so that nothing in them is read as stress. */
function inline(line: string): string {
  const kept: string[] = [];
  const keep = (html: string): string => `\0${kept.push(html) - 1}\0`;
  return escaped(line.replaceAll('\0', ''))
    .replace(/`([^`]+)`/g, (_, code: string) => keep(`<code>${code}</code>`))
    .replace(/\[([^[\]]+)\]\(((?:https?:\/\/|mailto:)[^\s()<>]+)\)/g, (_, text: string, to: string) =>
      keep(link(to, text)),
    )
    .replace(BARE_LINK, (to) => keep(link(to, to)))
    .replace(/\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])/g, '<em>$1</em>')
    .replace(/\0(\d+)\0/g, (_, nth: string) => kept[Number(nth)] ?? '')
    .replace(/\0(\d+)\0/g, (_, nth: string) => kept[Number(nth)] ?? '');
}

/** `to` is escaped already; a quote mark in it is an entity. */
const link = (to: string, text: string): string => `<a href="${to}">${text}</a>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
