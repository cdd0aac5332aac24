import type { Frame } from './frame.ts';

/** Panes beside each other cannot be read aloud: a screen reader gets the window as if it were no wider than this. */
export const SPOKEN_COLUMNS = 99;

/**
 * A screen as a screen reader says it: the row under the hand or being typed first, then what just happened, then the
 * rest from the top; no blank rows, no rules, no padding.
 */
export function spokenLines({ lines, caret, foot }: Frame): string[] {
  const rows = lines.map((line) => line.map((one) => one.text).join(''));
  const first = caret?.y ?? rows.findLastIndex((row) => row.startsWith('›'));
  const status = rows.length - foot;
  const order = [first, ...rows.slice(status, -1).map((_, at) => status + at), ...rows.keys()];
  return [...new Set(order)]
    .map((at) => (rows[at] ?? '').replace(/[\u2500-\u257F]+/gu, ' ').trim())
    .filter((row) => row !== '');
}
