import type { CaseView } from '../../actions/read-cases.ts';
import type { Timeline } from './timeline.ts';

/** The first line of the timeline to show in `rows`: the newest entry is in sight, whole, or from its beginning if long. */
export function newestTop(view: CaseView, { lines, starts }: Timeline, rows: number): number {
  const newest = view.entries.at(-1);
  const start = newest === undefined ? 0 : (starts.get(newest.id) ?? 0);
  return Math.max(0, Math.min(lines.length - rows, start));
}
