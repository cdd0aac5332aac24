import { compile, type FormatCallback } from 'html-to-text';
import { type Problem, problemOf } from '../domain/problem.ts';
import { block, cell, inline, lineBreak, list, paragraph, preformatted, rule } from './html/blocks.ts';
import { unlessHidden } from './html/hidden.ts';
import { image } from './html/images.ts';
import { link } from './html/links.ts';
import { type Inline, pageWith, withPages } from './html/page.ts';
import { blockquote, DELIMITER } from './html/quoted.ts';
import { table } from './html/tables.ts';

const LONGEST = 1024 * 1024;
const DEEPEST = 200;
/** Put by html-to-text where it stops; a private character, so that it can't be confused with the mail's own dots. */
const CUT = '\uF8FF\uF8FEcut\uF8FF';

const FORMATS: Readonly<Record<string, FormatCallback>> = {
  ...{ inline, block: block(1), heading: block(2), paragraph, lineBreak, horizontalLine: rule, pre: preformatted },
  ...{ blockquote, anchor: link, image, table, cell, orderedList: list(true), unorderedList: list(false) },
};
const OWN = (names: string, format: string) => names.split(' ').map((selector) => ({ selector, format }));

const convert = withPages(
  compile({
    wordwrap: false,
    whitespaceCharacters: ' \t\r\n\f',
    // no base element: what stands before <body> or behind </html> was written too
    baseElements: { selectors: ['desk-none'], returnDomByDefault: true },
    limits: { maxInputLength: LONGEST, maxDepth: DEEPEST, ellipsis: CUT },
    formatters: Object.fromEntries(Object.entries(FORMATS).map(([name, format]) => [name, unlessHidden(format)])),
    selectors: [
      ...OWN('tr center address dl dt dd figure figcaption fieldset legend details summary caption li body', 'block'),
      ...OWN('td th', 'cell'),
      ...OWN('style script title template svg map object embed audio video iframe datalist', 'skip'),
    ],
  }),
);

/**
 * HTML as readable plain text: links with where they lead, lists, tables in columns, quotes behind `> `, images by name
 * (from `images`, by Content-ID); what is hidden is left out, nothing is fetched. Bounded: the first 1 MB, 200 levels;
 * `problem` says what was left out, or is null.
 */
export function htmlText(html: string, images: readonly Inline[] = []): { text: string; problem: Problem | null } {
  const long = html.length > LONGEST;
  const text = tidied(convert(long ? html.slice(0, LONGEST) : html, pageWith(images)));
  const deep = text.includes(CUT);
  const shown = deep ? text.replaceAll(CUT, '…') : text;
  if (deep) return { text: shown, problem: problemOf('html-deep') };
  return {
    text: shown,
    problem: long ? problemOf('html-long', { megabytes: 1 }) : null,
  };
}

/** Fillers of preview texts: signs that take no room. */
const UNSEEN = /^(?:[\s\u00ad\u2007\u200b-\u200f\u2060\ufeff]|\u034f)*$/;

/** Hard blanks as blanks, no blanks at line ends, at most one blank line between paragraphs, in quotes too. */
function tidied(text: string): string {
  const lines: string[] = [];
  for (const raw of text.split('\n')) {
    const line = raw === DELIMITER ? '-- ' : UNSEEN.test(raw) ? '' : raw.replaceAll('\u00a0', ' ').trimEnd();
    const repeated = line === (lines.at(-1) ?? '') && /^[> ]*$/.test(line);
    if (!repeated) lines.push(line);
  }
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}
