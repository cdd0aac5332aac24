import type { DomNode, FormatCallback } from 'html-to-text';
import { isHidden } from './hidden.ts';
import { attribute, isBlankNode, isTag } from './page.ts';
import { delimiter, history, purposeOf, signature } from './quoted.ts';

/** Put where a program draws a line: the fold knows it as the rule above a header block. */
const RULE = '_'.repeat(32);
const BLOCK = /^(?:div|p|td|th|li|blockquote|section|article|body|center|h[1-6])$/;

/** A block with so many line ends around it; an empty one is not seen. */
export const block =
  (breaks: number): FormatCallback =>
  (elem, walk, builder, options) => {
    if (elem.children.every(isBlankNode)) return;
    const purpose = purposeOf(elem);
    if (purpose === 'history') return history(elem, walk, builder, options);
    if (purpose === 'signature') return signature(elem, walk, builder, options);
    builder.openBlock({ leadingLineBreaks: breaks });
    walk(elem.children, builder);
    builder.closeBlock({ trailingLineBreaks: breaks });
  };

export const inline: FormatCallback = (elem, walk, builder, options) => {
  const purpose = purposeOf(elem);
  if (purpose === 'delimiter') delimiter(elem, walk, builder, options);
  else if (purpose === 'history') history(elem, walk, builder, options);
  else walk(elem.children, builder);
};

/** Outlook's paragraphs are lines, and so are those in an item. */
export const paragraph: FormatCallback = (elem, walk, builder, options) => {
  const line = /(?:^|\s)x?_?Mso/.test(attribute(elem, 'class')) || elem.parent?.name === 'li';
  block(line ? 1 : 2)(elem, walk, builder, options);
};

/** The last `<br>` of a block ends its line and makes no further one. */
export const lineBreak: FormatCallback = (elem, _walk, builder) => {
  const siblings = elem.parent?.children ?? [];
  const last =
    siblings.at(-1) === elem ||
    (siblings.at(-2) === elem && siblings.at(-1)?.type === 'text' && isBlankNode(siblings.at(-1) ?? elem));
  if (!(last && BLOCK.test(elem.parent?.name ?? ''))) builder.addLineBreak();
};

export const rule: FormatCallback = (_elem, _walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  builder.addInline(RULE);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

export const preformatted: FormatCallback = (elem, walk, builder, options) => {
  if (purposeOf(elem) !== null) return block(1)(elem, walk, builder, options);
  builder.openBlock({ isPre: true, leadingLineBreaks: 2 });
  walk(elem.children, builder);
  builder.closeBlock({ trailingLineBreaks: 2 });
};

/** A cell of a layout: its neighbours stay apart. */
export const cell: FormatCallback = (elem, walk, builder) => {
  walk(elem.children, builder);
  builder.addInline(' ');
};

/** A list: `- ` or numbers, deeper ones set in. */
export const list =
  (numbered: boolean): FormatCallback =>
  (elem, walk, builder) => {
    const items = elem.children.filter((node) => !isBlankNode(node) && !isHidden(node));
    const start = Number.parseInt(attribute(elem, 'start'), 10);
    let number = Number.isSafeInteger(start) ? start : 1;
    const prefixes = items.map((item) => (item.name !== 'li' ? '' : numbered ? `${number++}. ` : '- '));
    const breaks = hasListAbove(elem) ? 1 : 2;
    if (items.length === 0) return;
    builder.openList({ leadingLineBreaks: breaks, maxPrefixLength: Math.max(...prefixes.map(({ length }) => length)) });
    for (const [at, item] of items.entries()) {
      if (isTag(item) && item.name === 'li' && item.children.every(isBlankNode)) continue;
      builder.openListItem({ prefix: prefixes[at] ?? '' });
      walk([item], builder);
      builder.closeListItem();
    }
    builder.closeList({ trailingLineBreaks: breaks });
  };

const hasListAbove = (elem: DomNode): boolean => /^(?:li|ul|ol)$/.test(elem.parent?.name ?? '');
