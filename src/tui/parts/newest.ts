import type { CaseView } from '../../actions/read-cases.ts';
import { type TimelineOptions, timeline } from './timeline.ts';

/** The first line to show of `all` so that the newest entry is in sight: whole, or from its beginning if it is long. */
export function newestTop(view: CaseView, options: TimelineOptions, all: number, rows: number): number {
  const newest = view.entries.at(-1);
  const alone = newest === undefined ? 0 : timeline({ ...view, entries: [newest], events: [] }, options).length;
  return Math.max(0, Math.min(all - rows, all - alone));
}
