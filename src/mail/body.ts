import { decodeBytes } from './charset.ts';
import { htmlText } from './html.ts';
import type { MimeNode } from './tree.ts';

export interface Body {
  /** Unicode as written, lines end with \n */
  readonly text: string;
  readonly problem: string | null;
}

const BLANK: Body = { text: '', problem: null };
const isBlank = (body: Body): boolean => body.text.trim() === '';

/**
 * The text of a mail as the agent reads it: of alternatives the first plain text that is not blank, else HTML turned
 * into text (RFC 2046, 5.1.4 read the other way round: plain text is what a terminal shows best); everything else that
 * is meant to be shown follows in order.
 */
export function bodyText(node: MimeNode | null): Body {
  if (!node) return BLANK;
  if (node.type === 'multipart/alternative') return alternative(node);
  if (node.children.length > 0) return joined(node.children.map(bodyText));
  if (!node.bytes) return BLANK;
  const text = decodeBytes(node.bytes, node.charset).replaceAll('\r\n', '\n');
  if (node.type === 'text/html') return htmlText(text);
  return {
    text: node.type === 'text/enriched' || node.type === 'text/richtext' ? enrichedText(text) : text,
    problem: null,
  };
}

function alternative(node: MimeNode): Body {
  for (const child of node.children) {
    if (holds(child, 'text/html')) continue;
    const body = bodyText(child);
    if (!isBlank(body)) return body;
  }
  return node.children.map(bodyText).find((body) => !isBlank(body)) ?? BLANK;
}

const holds = (node: MimeNode, type: string): boolean =>
  node.type === type || node.children.some((child) => holds(child, type));

/** text/enriched (RFC 1896) without its commands: `<<` is a bracket, single line ends are spaces. */
const enrichedText = (text: string): string =>
  text
    .replace(/<param>[^<]*<\/param>/gi, '')
    .replace(/<<|<\/?[a-z-]{1,60}>/gi, (tag) => (tag === '<<' ? '<' : ''))
    .replace(/\n(\n*)/g, (_, more: string) => (more === '' ? ' ' : more));

function joined(bodies: readonly Body[]): Body {
  const shown = bodies.filter((body) => body.text !== '' || body.problem !== null);
  const text = shown
    .map((body, index) => (index + 1 < shown.length && !body.text.endsWith('\n') ? `${body.text}\n` : body.text))
    .join('');
  return { text, problem: shown.find((body) => body.problem !== null)?.problem ?? null };
}

/** The charset the text of a mail declares: the best guess for raw bytes in its header. Null when none is named. */
export function bodyCharset(node: MimeNode | null): string | null {
  if (!node) return null;
  if (node.charset && node.bytes) return node.charset;
  for (const child of node.children) {
    const found = bodyCharset(child);
    if (found) return found;
  }
  return null;
}
