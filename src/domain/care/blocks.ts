/** Whoever shares a key with somebody stands in a block with them. */
export interface Blocks {
  readonly add: (key: string, id: number) => void;
  /** the blocks of two or more, part by part; in each the ids stand as they were added, once */
  readonly parts: () => Iterable<readonly (readonly number[])[]>;
}

/** So many parts, of which one at a time is put in order. */
export const PARTS = 1024;

/**
 * Blocks in little room: of a key only a number of 53 bits is kept, so that 100,000 customers with ten keys each take 16 MB.
 * Two keys with one number put strangers in a block; who compares them finds that.
 */
export function createBlocks(): Blocks {
  const parts: number[][] = Array.from({ length: PARTS }, () => []);
  return {
    add: (key, id) => {
      const hash = hashOf(key);
      parts[hash % PARTS]?.push(hash, id);
    },
    parts: function* () {
      for (const part of parts) yield blocksIn(part);
    },
  };
}

function blocksIn(part: readonly number[]): readonly (readonly number[])[] {
  const blocks = new Map<number, number[]>();
  for (let at = 0; at < part.length; at += 2) {
    const [hash = 0, id = 0] = [part[at], part[at + 1]];
    const block = blocks.get(hash);
    if (block === undefined) blocks.set(hash, [id]);
    else if (block.at(-1) !== id) block.push(id);
  }
  return [...blocks.values()].filter(({ length }) => length > 1);
}

/** 53 bits of a text, evenly spread: FNV-1a of 32 bits, twice with other numbers. */
function hashOf(text: string): number {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
    other ^= other >>> 13;
  }
  return (one >>> 0) * 0x200000 + (other >>> 11);
}
