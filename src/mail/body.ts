import type { Problem } from '../domain/problem.ts';
import { decodeBytes } from './charset.ts';
import { joinFlowed } from './flowed.ts';
import { lettersInHtml, lettersInText } from './html/letters.ts';
import type { Inline } from './html/page.ts';
import { htmlText } from './html.ts';
import type { MimeNode } from './tree.ts';

export interface Body {
  /** Unicode as written, lines end with \n */
  readonly text: string;
  readonly problem: Problem | null;
}

const BLANK: Body = { text: '', problem: null };
const isBlank = (body: Body): boolean => body.text.trim() === '';

/** A plain text with less than a fifth of the letters of the HTML beside it only says "please read the HTML". */
const PLAIN_SHARE = 1 / 5;

/**
 * The text of a mail as the agent reads it: of alternatives the first plain text that is not blank, unless there is much
 * more in the HTML; else HTML turned into text (RFC 2046, 5.1.4 read the other way round: plain text is what a terminal
 * shows best); everything else that is meant to be shown follows in order. `images`: the parts inline images are named by.
 */
export function bodyText(node: MimeNode | null, images: readonly Inline[] = []): Body {
  if (!node) return BLANK;
  if (node.type === 'multipart/alternative') return alternative(node, images);
  if (node.children.length > 0) return joined(node.children.map((child) => bodyText(child, images)));
  if (!node.bytes) return BLANK;
  const text = leafText(node);
  if (node.type === 'text/html') return htmlText(text, images);
  return {
    text: node.type === 'text/enriched' || node.type === 'text/richtext' ? enrichedText(text) : text,
    problem: null,
  };
}

function leafText({ bytes, charset, flow }: MimeNode): string {
  if (!bytes) return '';
  const text = decodeBytes(bytes, charset).replaceAll('\r\n', '\n');
  return flow === null ? text : joinFlowed(text, flow);
}

function alternative(node: MimeNode, images: readonly Inline[]): Body {
  for (const child of node.children) {
    if (holds(child, 'text/html')) continue;
    const plain = bodyText(child, images);
    if (!isBlank(plain)) return richer(node, plain, images) ?? plain;
  }
  return node.children.map((child) => bodyText(child, images)).find((body) => !isBlank(body)) ?? BLANK;
}

/** The HTML alternative when the plain one is only a stub of it; counted first, read only if that makes it likely. */
function richer(node: MimeNode, plain: Body, images: readonly Inline[]): Body | null {
  const enough = lettersInText(plain.text) / PLAIN_SHARE;
  const pages = node.children.flatMap((child) => leavesOf(child, 'text/html'));
  const bytes = pages.reduce((sum, page) => sum + (page.bytes?.length ?? 0), 0);
  if (enough >= bytes || enough >= pages.reduce((sum, page) => sum + lettersInHtml(leafText(page)), 0)) return null;
  const html = joined(
    node.children.filter((child) => holds(child, 'text/html')).map((child) => bodyText(child, images)),
  );
  return lettersInText(html.text) > enough ? html : null;
}

const leavesOf = (node: MimeNode, type: string): MimeNode[] =>
  node.type === type ? [node] : node.children.flatMap((child) => leavesOf(child, type));

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
