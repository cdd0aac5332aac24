import { convert } from 'html-to-text';

const LONGEST = 1024 * 1024;
const DEEPEST = 200;
/** Put by html-to-text where it stops; a private character, so that it can't be confused with the mail's own dots. */
const CUT = '\uF8FF\uF8FEcut\uF8FF';

/**
 * HTML as readable plain text, bounded: the first 1 MB, 200 levels, nothing fetched, no script or style. `problem`
 * says in English what was left out, or is null.
 */
export function htmlText(html: string): { text: string; problem: string | null } {
  const long = html.length > LONGEST;
  const text = convert(long ? html.slice(0, LONGEST) : html, {
    wordwrap: false,
    limits: { maxInputLength: LONGEST, maxDepth: DEEPEST, ellipsis: CUT },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
      { selector: 'img', format: 'skip' },
      { selector: 'style', format: 'skip' },
      { selector: 'script', format: 'skip' },
      { selector: 'title', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
  const deep = text.includes(CUT);
  const shown = deep ? text.replaceAll(CUT, '…') : text;
  if (deep) return { text: shown, problem: 'The HTML is nested too deep to be shown in full; the original is kept.' };
  return {
    text: shown,
    problem: long ? 'The HTML is longer than 1 MB and shown in part; the original is kept.' : null,
  };
}
