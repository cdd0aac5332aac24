/**
 * One text out of two that two people made from the same `base` at the same time: what only one of them changed is as
 * that one left it; where both changed the same lines, theirs come first and mine after them. No line that either
 * wrote is missing. Line by line, so that no letter is torn from its marks.
 */
export function bothEdits(base: string, theirs: string, mine: string): string {
  if (theirs === mine || theirs === base || theirs === '') return mine;
  if (mine === base || mine === '') return theirs;
  const lines = base.split('\n');
  const left = editOf(lines, theirs.split('\n'));
  const right = editOf(lines, mine.split('\n'));
  if (left.to <= right.from) return inOrder(lines, left, right);
  if (right.to <= left.from) return inOrder(lines, right, left);
  const from = Math.min(left.from, right.from);
  const to = Math.max(left.to, right.to);
  const whole = [...lines.slice(from, left.from), ...left.put, ...lines.slice(left.to, to)];
  return [...lines.slice(0, from), ...whole, ...right.put, ...lines.slice(to)].join('\n');
}

/** Lines `from` to `to` gave way to `put`. */
interface LineEdit {
  readonly from: number;
  readonly to: number;
  readonly put: readonly string[];
}

function editOf(before: readonly string[], after: readonly string[]): LineEdit {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, put: after.slice(from, after.length - same) };
}

const inOrder = (lines: readonly string[], first: LineEdit, second: LineEdit): string =>
  [
    ...lines.slice(0, first.from),
    ...first.put,
    ...lines.slice(first.to, second.from),
    ...second.put,
    ...lines.slice(second.to),
  ].join('\n');
