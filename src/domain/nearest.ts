/** The known word with the fewest edits to `wanted` (Levenshtein); '' when nothing is known. */
export function nearest(wanted: string, known: readonly string[]): string {
  let best = known[0] ?? '';
  let fewest = Number.POSITIVE_INFINITY;
  const word = wanted.slice(0, LONGEST);
  for (const one of known) {
    const edits = distance(word, one);
    if (edits < fewest) {
      fewest = edits;
      best = one;
    }
  }
  return best;
}

/** A word longer than this is near to nothing; its rest would only cost time. */
const LONGEST = 64;

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
