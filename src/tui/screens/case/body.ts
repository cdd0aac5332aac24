import { caseColumns, layoutOf } from '../../layout.ts';
import { caseHead } from '../../parts/case-head.ts';
import type { Line } from '../../parts/line.ts';
import { newestTop } from '../../parts/newest.ts';
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
  const options = { locale, columns, unfolded: open.unfolded, now };
  const lines = [...head, ...timeline(view, options)];
  if (open.top === null) return { lines, top: newestTop(view, options, lines.length, layout.body) };
  return { lines, top: Math.min(open.top, Math.max(0, lines.length - layout.body)) };
}
