/** Ids of References that are kept: the first ones name the thread, the last ones the mail that is answered. */
const FIRST = 10;
const LAST = 40;
const LONGEST = 998;

/**
 * The message ids in a Message-ID, In-Reply-To or References value (RFC 5322, 3.6.4), without < >, in order, each once.
 * Words around them ("Your message of Monday") are dropped. At most 50: the first 10 and the last 40.
 */
export function messageIds(value: string | null): string[] {
  if (value === null) return [];
  const found = [...value.matchAll(/<([^<>]*)>/g)].map((match) => match[1] ?? '');
  const bare = found.length > 0 ? found : value.split(/[\s,;]+/).filter((word) => word.includes('@'));
  const ids = [...new Set(bare.map((id) => id.replace(/\s+/g, '')).filter(isUsable))];
  return ids.length > FIRST + LAST ? [...ids.slice(0, FIRST), ...ids.slice(-LAST)] : ids;
}

/** Can an id tell mails apart? Broken mailers write `<>`, `<0>` or a word: two of those are not the same mail. */
function isUsable(id: string): boolean {
  return id.length <= LONGEST && (/^[^@]+@[^@]/.test(id) || id.length >= 10);
}

/** The Message-ID of a mail without < >, or null when it is missing or can't tell mails apart. */
export const messageId = (value: string | null): string | null => messageIds(value)[0] ?? null;
