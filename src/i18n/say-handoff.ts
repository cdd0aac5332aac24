import type { FeedbackGroup } from '../domain/handoff/feedback.ts';
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

/** `Vela Tab 11: 5 lines of 4 cases, upset 2`. */
export function feedbackCounted({ handoffs, moods }: Words, group: FeedbackGroup): string {
  const told = (['angry', 'upset', 'calm'] as const).flatMap((mood) =>
    group.moods[mood] === undefined ? [] : [`${moods[mood]} ${group.moods[mood]}`],
  );
  const name = group.product ?? handoffs.noProduct;
  return [`${name}: ${handoffs.feedbackCount(group.lines.length, group.cases)}`, ...told].join(', ');
}
