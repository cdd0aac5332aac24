/**
 * A maker of ids: UUIDs of version 7 (RFC 9562, 5.7), each greater than the one before. Rows that come in one after the
 * other stand beside each other in their index then; an import with random ones writes a page per mail and index.
 * `random` gives a UUID of any version.
 */
export function createNewId(now: () => number, random: () => string): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const at = Math.max(now(), last);
    counter = at === last ? counter + 1 : 0;
    // 4096 ids in one millisecond: the rest borrow from the next
    last = counter > 0xfff ? at + 1 : at;
    counter &= 0xfff;
    const time = last.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${random().slice(19)}`;
  };
}
