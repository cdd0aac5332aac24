/** Stands behind every brace of a value, so that none of them can look like a placeholder; `clean` drops it. */
export const APART = '\uE001';

const UNFILLED = /\{\{\?\s*([^{}]*?)\s*\}\}/g;

/** A filled text as it goes out, and as everybody but desk may see it. */
export const asWritten = (text: string): string => text.replaceAll(APART, '');

/** The names of placeholders in a text that nobody has filled. They are shown in red and hold the message back. */
export function unfilledIn(text: string): string[] {
  return [...text.matchAll(UNFILLED)].map((match) => match[1] ?? '');
}
