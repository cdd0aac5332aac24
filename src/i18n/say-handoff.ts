import type { Locale } from '../context.ts';
import type { FeedbackGroup } from '../domain/handoff/feedback.ts';
import type { InLanguages } from '../domain/playbook/page.ts';
import type { Words } from './index.ts';
import { titleIn } from './say-playbook.ts';

/** What came of a withdrawal: the packet is called back, or the department told, or to be told by hand. */
export function sayWithdrawn(
  { handoffs }: Words,
  locale: Locale,
  one: { readonly case: number; readonly department: string; readonly titles: InLanguages },
  { calledBack, toldTo }: { readonly calledBack: boolean; readonly toldTo: string | null },
): string {
  const done = handoffs.withdrawn(one.case, titleIn(one.titles, locale, one.department));
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
