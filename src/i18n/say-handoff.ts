import type { Words } from './index.ts';

/** What came of a withdrawal: the packet is called back, or the department told, or to be told by hand. */
export function sayWithdrawn(
  { handoffs }: Words,
  one: { readonly case: number; readonly department: string },
  { calledBack, toldTo }: { readonly calledBack: boolean; readonly toldTo: string | null },
): string {
  const done = handoffs.withdrawn(one.case, one.department);
  if (calledBack) return `${done} ${handoffs.calledBack}`;
  return `${done} ${toldTo === null ? handoffs.notTold : handoffs.toldBy(toldTo)}`;
}
