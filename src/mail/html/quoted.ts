import type { DomNode, FormatCallback } from 'html-to-text';
import { attribute, pageOf } from './page.ts';

/** Quotes in quotes beyond this get no further mark: 200 levels of marks would be a text many times its size. */
const MOST_MARKS = 20;

/** Boxes of mail programs that hold nothing but history. Gmail's, Proton's and Apple's hold answers too: see blockquote. */
const HISTORY = /(?:^|\s)(?:\S*yahoo_quoted|zmail_extra|mail_quote_history)(?:\s|$)/;
const HISTORY_ID = /^(?:x_)*OLK_SRC_BODY_SECTION$/;
const SIGNATURE =
  /(?:^|\s)(?:gmail_signature|moz-signature|protonmail_signature_block|ms-outlook-(?:ios|mobile)-signature)(?:\s|$)/;
const SIGNATURE_ID = /^(?:x_)*(?:Signature|AppleMailSignature|ms-outlook-mobile-signature|divtagsignature)$/i;
const SIGNATURE_PREFIX = /(?:^|\s)gmail_signature_prefix(?:\s|$)/;

/** What a box is for, told by the names its program gave it; null for any other. */
export function purposeOf(elem: DomNode): 'history' | 'signature' | 'delimiter' | null {
  const names = attribute(elem, 'class');
  const id = attribute(elem, 'id');
  if (names === '' && id === '') return null;
  if (HISTORY.test(names) || HISTORY_ID.test(id)) return 'history';
  if (SIGNATURE_PREFIX.test(names)) return 'delimiter';
  return SIGNATURE.test(names) || SIGNATURE_ID.test(id) ? 'signature' : null;
}

/** A quote, each line behind `> ` as in plain mail, so that one folding serves both. Outlook's indent is no quote. */
export const blockquote: FormatCallback = (elem, walk, builder, options) => {
  const indent = attribute(elem, 'class') === '' && attribute(elem, 'type') === '' && attribute(elem, 'cite') === '';
  if (indent && /border:\s*(?:none|0)/.test(attribute(elem, 'style').slice(0, 1000)))
    prefixed('  ')(elem, walk, builder, options);
  else history(elem, walk, builder, options);
};

export const history: FormatCallback = (elem, walk, builder, options) => {
  const page = pageOf(builder);
  page.quotes += 1;
  prefixed(page.quotes > MOST_MARKS ? '' : '> ')(elem, walk, builder, options);
  page.quotes -= 1;
};

const prefixed =
  (mark: string): FormatCallback =>
  (elem, walk, builder) => {
    // html-to-text lets the first block inside decide the line ends above; an empty block before keeps ours
    builder.openBlock();
    builder.closeBlock({ trailingLineBreaks: 2 });
    builder.openBlock({ leadingLineBreaks: 2, reservedLineLength: mark.length });
    walk(elem.children, builder);
    builder.closeBlock({
      trailingLineBreaks: 2,
      blockTransform: (text) => {
        if (mark === '' || text.trim() === '') return text.trim() === '' ? '' : text;
        return text
          .replace(/^\n+|\n+$/g, '')
          .split('\n')
          .map((line) => mark + line)
          .join('\n');
      },
    });
  };

/** `-- `; the hard blank stays through the layout. */
export const DELIMITER = '--\u00a0';

export const delimiter: FormatCallback = (_elem, _walk, builder) => {
  pageOf(builder).delimited = true;
  builder.addInline(DELIMITER, { noWordTransform: true });
};

/** A signature, below the delimiter it would have in plain mail. */
export const signature: FormatCallback = (elem, walk, builder) => {
  const page = pageOf(builder);
  const delimited = page.delimited;
  page.delimited = false;
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(elem.children, builder);
  builder.closeBlock({
    trailingLineBreaks: 1,
    blockTransform: (text) =>
      delimited || text.trim() === '' || /^\s*--/.test(text) ? text : `${DELIMITER}\n${text.replace(/^\n+/, '')}`,
  });
};
