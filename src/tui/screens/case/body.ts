import { caseColumns, layoutOf } from '../../layout.ts';
import { caseHead } from '../../parts/case-head.ts';
import type { Line } from '../../parts/line.ts';
import { timeline } from '../../parts/timeline.ts';
import type { CaseState, State } from '../../state.ts';

/** The lines of the open case and which of them is the first on the screen. */
export function caseBody(state: State, open: CaseState): { lines: Line[]; top: number } {
  const view = state.shown;
  if (view === null || view.case.number !== open.number) return { lines: [], top: 0 };
  const layout = layoutOf(state.size);
  const columns = caseColumns(layout) - 1;
  const { locale, now } = state;
  const head = caseHead(view, locale, columns, now);
  const lines = [...head, ...timeline(view, { locale, columns, unfolded: open.unfolded, now })];
  if (open.top !== null) return { lines, top: Math.min(open.top, Math.max(0, lines.length - layout.body)) };
  // the newest entry is in sight, and if it is long, from its beginning
  const newest = [...view.entries].at(-1);
  const alone =
    newest === undefined
      ? []
      : timeline({ ...view, entries: [newest], events: [] }, { locale, columns, unfolded: open.unfolded, now });
  const bottom = Math.max(0, lines.length - layout.body);
  return { lines, top: Math.min(bottom, Math.max(0, lines.length - alone.length)) };
}
