import type { DomNode, FormatCallback } from 'html-to-text';
import { attribute, type Inline, pageOf } from './page.ts';

const LONGEST_ALT = 200;

/** An image is named, never fetched: `[image: may-giat.jpg, 34 kB]`, `[image: Giảm 50%]`. */
export const image: FormatCallback = (elem, _walk, builder) => {
  const page = pageOf(builder);
  const name = page.invisible ? '' : imageName(elem, page.images);
  if (name === '') return;
  page.named += 1;
  builder.addInline(`[${name}]`, { noWordTransform: true });
};

/** An image of the mail by its part's name and size; another by its alternative text; what has none is decoration. */
function imageName(elem: DomNode, images: readonly Inline[]): string {
  const alt = attribute(elem, 'alt').replace(/\s+/g, ' ').trim().slice(0, LONGEST_ALT);
  const cid = /^\s*cid:(.*)$/i.exec(attribute(elem, 'src'))?.[1]?.trim();
  if (cid !== undefined) {
    const part = images.find((one) => one.cid === cid || one.cid === decoded(cid));
    if (part) return `image: ${part.name}, ${inlineSize(part.size)}`;
    return alt === '' ? 'image' : `image: ${alt}`;
  }
  return alt === '' || isDot(elem) ? '' : `image: ${alt}`;
}

/** A tracker, a spacer. */
const isDot = (elem: DomNode): boolean =>
  ['width', 'height'].some((side) => /^\s*[0-3](?:px)?\s*$/.test(attribute(elem, side)));

function inlineSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
