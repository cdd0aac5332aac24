/** What threading needs to know of a mail: a key of the caller's, its id, and the ids it answers, nearest first. */
export interface ThreadRecord<Key> {
  readonly key: Key;
  /** without < >, or null */
  readonly messageId: string | null;
  /** In-Reply-To first, then References from right to left */
  readonly parents: readonly string[];
}

/**
 * Groups mails into threads by their ids alone, never by subject. A parent that is not there joins its children; loops
 * do no harm. Groups come in the order of their first mail, and so do the keys in them: the same input gives the same
 * output, and the order of the input changes nothing but that order. Near-linear (union-find).
 */
export function groupThreads<Key>(records: readonly ThreadRecord<Key>[]): Key[][] {
  const parent: number[] = [];
  const nodes = new Map<string, number>();
  const fresh = (): number => parent.push(parent.length) - 1;
  const nodeOf = (id: string): number => {
    const known = nodes.get(id);
    if (known !== undefined) return known;
    const node = fresh();
    nodes.set(id, node);
    return node;
  };
  const starts = records.map(({ messageId, parents }) => {
    const node = messageId === null ? fresh() : nodeOf(messageId);
    for (const id of parents) union(parent, node, nodeOf(id));
    return node;
  });
  const groups = new Map<number, Key[]>();
  records.forEach(({ key }, index) => {
    const root = find(parent, starts[index] ?? 0);
    const group = groups.get(root);
    if (group) group.push(key);
    else groups.set(root, [key]);
  });
  return [...groups.values()];
}

/** The ids a mail answers, nearest first, each once: the order `groupThreads` and "which mail is it an answer to" use. */
export function parentIds(mail: {
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
}): string[] {
  return [...new Set([...mail.inReplyTo, ...mail.references.toReversed()])];
}

function find(parent: number[], node: number): number {
  let root = node;
  while (parent[root] !== root) root = parent[root] ?? root;
  for (let at = node; at !== root; ) {
    const next = parent[at] ?? root;
    parent[at] = root;
    at = next;
  }
  return root;
}

function union(parent: number[], a: number, b: number): void {
  const [low, high] = [find(parent, a), find(parent, b)].sort((x, y) => x - y);
  if (low !== undefined && high !== undefined) parent[high] = low;
}
