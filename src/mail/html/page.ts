import type { compile, DomNode, FormatCallback } from 'html-to-text';

type Builder = Parameters<FormatCallback>[2];
type Compiled = (html: string, page: Page) => string;

/** What is known of an inline image: from the part with its Content-ID. */
export interface Inline {
  readonly cid: string | null;
  readonly name: string;
  /** bytes */
  readonly size: number;
}

/** One HTML document while it is read; the walk is synchronous and sets back what it changed. */
export interface Page {
  readonly images: readonly Inline[];
  /** text here is not seen: visibility hidden; size 0 (images still are) */
  invisible: boolean;
  sizeless: boolean;
  /** quotes around this place */
  quotes: number;
  /** images named so far: a link around one that has no name leads from nothing */
  named: number;
  /** `-- ` has been written, the next signature needs none */
  delimited: boolean;
}

export const pageWith = (images: readonly Inline[]): Page => ({
  images,
  invisible: false,
  sizeless: false,
  quotes: 0,
  named: 0,
  delimited: false,
});

/**
 * The boundary to html-to-text 10: it hands its third argument on to every formatter as `builder.metadata`, and gives
 * attributes as `any`; its types know neither.
 */
export const pageOf = (builder: Builder): Page => (builder as Builder & { metadata: Page }).metadata;
export const withPages = (compiled: ReturnType<typeof compile>): Compiled => compiled as unknown as Compiled;
export const attribute = (elem: DomNode, name: string): string => {
  const attributes: Readonly<Record<string, string>> = elem.attribs ?? {};
  return attributes[name] ?? '';
};

export const isTag = (node: DomNode): boolean => node.type === 'tag';
export const isBlankNode = (node: DomNode): boolean =>
  node.type === 'text' ? (node.data ?? '').trim() === '' : node.type !== 'tag';
