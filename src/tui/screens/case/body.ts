import { caseColumns, layoutOf } from '../../layout.ts';
import { caseHead } from '../../parts/case-head.ts';
import type { Line } from '../../parts/line.ts';
import { newestTop } from '../../parts/newest.ts';
import { timeline } from '../../parts/timeline.ts';
import type { CaseState, State } from '../../state.ts';

/** How many lines the open case has, which of them is the first on the screen, and those that are shown. */
export function caseBody(state: State, open: CaseState): { count: number; top: number; shown: Line[] } {
  const view = state.shown;
  if (view === null || view.case.number !== open.number) return { count: 0, top: 0, shown: [] };
  const layout = layoutOf(state.size);
  const columns = caseColumns(layout) - 1;
  const { locale, now } = state;
  const head = caseHead(view, locale, columns, now);
  const laid = timeline(view, { locale, columns, unfolded: open.unfolded, now });
  const count = head.length + laid.lines.length;
  const last = Math.max(0, count - layout.body);
  const newest = head.length + newestTop(view, laid, layout.body);
  const top = Math.min(open.top ?? newest, last);
  const from = Math.max(0, top - head.length);
  return {
    count,
    top,
    shown: [...head.slice(top), ...laid.lines.slice(from, from + layout.body)].slice(0, layout.body),
  };
}
