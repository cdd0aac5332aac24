/** Ids of References that are kept: the first ones name the thread, the last ones the mail that is answered. */
const FIRST = 10;
const LAST = 40;
const LONGEST = 998;

/**
 * The message ids in a Message-ID, In-Reply-To or References value (RFC 5322, 3.6.4), without < >, in order, each once.
 * Words around them ("Your message of Monday") are dropped; what stands in < > is taken as it is, also `<yes>`, which
 * git send-email wrote into whole series and which joins them. At most 50: the first 10 and the last 40.
 */
export function messageIds(value: string | null): string[] {
  if (value === null) return [];
  const found = [...value.matchAll(/<([^<>]*)>/g)].map((match) => match[1] ?? '');
  const bare = found.length > 0 ? found : value.split(/[\s,;]+/).filter((word) => word.includes('@'));
  const ids = [...new Set(bare.map((id) => id.replace(/\s+/g, '')).filter((id) => id !== '' && id.length <= LONGEST))];
  return ids.length > FIRST + LAST ? [...ids.slice(0, FIRST), ...ids.slice(-LAST)] : ids;
}

/**
 * The Message-ID of a mail without < >, or null when it is missing or can't tell mails apart: broken mailers write `<>`,
 * `<0>` or a word, and two of those are not the same mail.
 */
export function messageId(value: string | null): string | null {
  const id = messageIds(value)[0];
  return id !== undefined && (/^[^@]+@[^@]/.test(id) || id.length >= 10) ? id : null;
}
