import { width } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import { type Line, type Span, say, span } from './line.ts';

/** Spans one after the other with dots between, on as many lines as they need; one that is longer than a line is wrapped. */
export function flow(spans: readonly Span[], columns: number): Line[] {
  const lines: Span[][] = [[]];
  let used = 0;
  const pieces = spans.flatMap((one) => wrap(one.text, columns).map((row, part) => ({ ...span(row, one.tone), part })));
  for (const { part, ...one } of pieces) {
    const wide = width(one.text);
    const line = lines.at(-1) ?? [];
    if (line.length > 0 && (part > 0 || used + 3 + wide > columns)) {
      lines.push([one]);
      used = wide;
      continue;
    }
    if (line.length > 0) line.push(say(' · ', 'dim'));
    line.push(one);
    used += wide + (line.length > 1 ? 3 : 0);
  }
  return lines;
}
