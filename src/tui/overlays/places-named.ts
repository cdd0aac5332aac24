/** Those of a list that `1 3-4` names by their places; null where it names none, or one that is not there. */
export function placesNamed<One>(text: string, all: readonly One[]): One[] | null {
  const places = new Set<number>();
  for (const word of text.split(/[\s,]+/).filter(Boolean)) {
    const [, first, last] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(word) ?? [];
    if (first === undefined) return null;
    const to = Number(last ?? first);
    if (to > all.length) return null;
    for (let place = Number(first); place <= to; place += 1) places.add(place);
  }
  const named = all.filter((_, index) => places.has(index + 1));
  return named.length === 0 || named.length !== places.size ? null : named;
}
