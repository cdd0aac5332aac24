/** Tags are typed and stand in queries: no blanks, no commas, quotes or brackets, at most 64 characters. */
export const isTag = (text: string): boolean => /^[^\s,"()]{1,64}$/u.test(text);

/** The tag that a text of another program becomes: `Waiting for parts` is `Waiting-for-parts`; null when nothing is left. */
export function asTag(text: string): string | null {
  const tag = text
    .normalize('NFC')
    .trim()
    .replace(/[\s,"()]+/gu, '-');
  return tag === '' ? null : [...tag].slice(0, 64).join('');
}

/** The tag of what is no customer's word at all. */
export const SPAM = 'spam';
