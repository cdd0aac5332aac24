import { type Clean, clean } from '../../text/clean.ts';
import { pad, truncate, width } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';

/** How a piece of text is meant; paint.ts decides what that looks like. Colour is never the only sign. */
export type Tone = 'plain' | 'dim' | 'strong' | 'title' | 'accent' | 'good' | 'warn' | 'danger' | 'selected' | 'key';

export interface Span {
  readonly text: Clean;
  readonly tone: Tone;
}

/** One row of the screen. Only clean text gets here: the type sees to it. */
export type Line = readonly Span[];

export const span = (text: Clean, tone: Tone = 'plain'): Span => ({ text, tone });

/** Our own words, or customer text that has not been cleaned yet: cleaned as one line. */
export const say = (text: string, tone: Tone = 'plain'): Span => ({ text: clean(text, 'line'), tone });

export const blank: Line = [];

export const lineWidth = (line: Line): number => line.reduce((columns, one) => columns + width(one.text), 0);

/** The line cut or filled with blanks to exactly `columns`. */
export function fitLine(line: Line, columns: number): Line {
  const out: Span[] = [];
  let left = columns;
  for (const one of line) {
    if (left <= 0) break;
    const wide = width(one.text);
    if (wide <= left) {
      out.push(one);
      left -= wide;
      continue;
    }
    out.push({ ...one, text: pad(truncate(one.text, left), left) });
    left = 0;
  }
  if (left > 0) out.push(span(spaces(left), out.at(-1)?.tone === 'selected' ? 'selected' : 'plain'));
  return out;
}

/** `left` at the left and `right` at the right end of a row; where both do not fitLine, the left one gives way. */
export function spread(left: Line, right: Line, columns: number): Line {
  const room = columns - lineWidth(right);
  return room < 1 ? fitLine(right, columns) : [...fitLine(left, room), ...right];
}

const EMPTY = clean('', 'line');

/** So many blanks. (Cleaning would cut a long run of them: it is one of the ways to hide text.) */
export const spaces = (columns: number): Clean => pad(EMPTY, Math.max(0, columns));

/** A text on as many rows as it needs, each `indent` columns in. Its rows begin with a span of these blanks. */
export const wrapped = (text: string, columns: number, indent: number, tone: Tone = 'plain'): Line[] =>
  wrap(clean(text, 'line'), Math.max(10, columns - indent)).map((row) => [span(spaces(indent)), span(row, tone)]);

/** Parts one after the other, the most important first: those that no longer fit are left out, each of them whole. */
export function wholeParts(parts: readonly Line[], columns: number): Line {
  let left = columns;
  const full = parts.findIndex((part) => {
    left -= lineWidth(part);
    return left < 0;
  });
  return (full < 0 ? parts : parts.slice(0, full)).flat();
}

/** Two columns of lines with a rule between them; the left one is filled to `leftColumns`. */
export function beside(left: readonly Line[], right: readonly Line[], leftColumns: number, rows: number): Line[] {
  const rule = say('│', 'dim');
  return Array.from({ length: rows }, (_, row) => [
    ...fitLine(left[row] ?? blank, leftColumns),
    rule,
    span(spaces(1)),
    ...(right[row] ?? blank),
  ]);
}

/** Exactly `rows` lines: cut at the end, filled with blank ones. */
export const toHeight = (lines: readonly Line[], rows: number): Line[] =>
  Array.from({ length: rows }, (_, row) => lines[row] ?? blank);

/** Every span of the line shown as selected. */
export const selected = (line: Line): Line => line.map((one) => ({ ...one, tone: 'selected' }));
