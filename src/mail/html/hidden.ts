import type { DomNode, FormatCallback } from 'html-to-text';
import { attribute, isTag, type Page, pageOf } from './page.ts';

/** A style longer than this says nothing more of interest. */
const LONGEST_STYLE = 4000;

/**
 * Wraps the formatter of an element: what the sender's program would not show is left out. Preview texts for the inbox
 * hide in `display: none`, `mso-hide`, boxes of no height and letters of size 0; only what the element says of itself
 * is read, no style sheet.
 */
export const unlessHidden =
  (format: FormatCallback): FormatCallback =>
  (elem, walk, builder, options) => {
    const style = declarations(attribute(elem, 'style'));
    if (isGone(elem, style)) return;
    const page = pageOf(builder);
    const { invisible, sizeless } = page;
    inherit(page, style);
    const seen: typeof walk = (nodes, into) =>
      walk(page.invisible || page.sizeless ? nodes.filter(isTag) : nodes, into);
    format(elem, seen, builder, options);
    page.invisible = invisible;
    page.sizeless = sizeless;
  };

/** Is this element, with all in it, never on the screen? */
export const isHidden = (elem: DomNode): boolean => isGone(elem, declarations(attribute(elem, 'style')));

function isGone(elem: DomNode, style: ReadonlyMap<string, string>): boolean {
  if (elem.attribs !== undefined && 'hidden' in elem.attribs) return true;
  if (style.size === 0) return false;
  const isZero = (name: string): boolean => /^0(?:\.0+)?[a-z%]*$/.test(style.get(name) ?? '');
  if (style.get('display') === 'none' || style.get('mso-hide') === 'all' || isZero('opacity')) return true;
  return style.get('overflow') === 'hidden' && (isZero('max-height') || isZero('height') || isZero('max-width'));
}

function inherit(page: Page, style: ReadonlyMap<string, string>): void {
  const visibility = style.get('visibility');
  if (visibility === 'hidden' || visibility === 'collapse') page.invisible = true;
  else if (visibility === 'visible') page.invisible = false;
  const size = style.get('font-size') ?? /(?:^|\s)(\d[\d.]*[a-z%]*)\s*\//.exec(style.get('font') ?? '')?.[1] ?? '';
  if (/^0(?:\.0+)?[a-z%]*$/.test(size)) page.sizeless = true;
  // a share of nothing is nothing
  else if (size !== '' && !/(?:%|em)$/.test(size.replace(/rem$/, 'px'))) page.sizeless = false;
}

function declarations(style: string): Map<string, string> {
  const found = new Map<string, string>();
  if (style === '') return found;
  for (const declaration of style.slice(0, LONGEST_STYLE).toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration
      .slice(colon + 1)
      .replace('!important', '')
      .trim();
    found.set(declaration.slice(0, colon).trim(), value);
  }
  return found;
}
