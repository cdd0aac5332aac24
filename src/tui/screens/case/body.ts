import { caseColumns, layoutOf } from '../../layout.ts';
import { caseHead } from '../../parts/case-head.ts';
import { type Line, say, selected } from '../../parts/line.ts';
import { newestTop } from '../../parts/newest.ts';
import { type Timeline, timeline } from '../../parts/timeline.ts';
import type { CaseState, State } from '../../state.ts';

/** The parts of the open case: its head, which scrolls with it, and its timeline; null while it is not read. */
function partsOf(state: State, open: CaseState): { head: Line[]; laid: Timeline } | null {
  const view = state.shown;
  if (view === null || view.case.number !== open.number) return null;
  const columns = caseColumns(layoutOf(state.size)) - 1;
  const { locale, now } = state;
  return {
    head: caseHead(view, locale, columns, now),
    laid: timeline(view, { locale, columns, unfolded: open.unfolded, now }),
  };
}

/** How many lines the open case has, and the line at any place. */
export function caseLines(state: State, open: CaseState): { count: number; at: (line: number) => Line | undefined } {
  const parts = partsOf(state, open);
  if (parts === null) return { count: 0, at: () => undefined };
  const { head, laid } = parts;
  return { count: head.length + laid.lines.length, at: (line) => head[line] ?? laid.lines[line - head.length] };
}

/** The line that a search has found, with a sign for those who see no colours. */
const hitLine = (line: Line): Line => selected([...line, say('◂')]);

/** How many lines the open case has, which of them is the first on the screen, and those that are shown. */
export function caseBody(state: State, open: CaseState): { count: number; top: number; shown: Line[] } {
  const parts = partsOf(state, open);
  if (state.shown === null || parts === null) return { count: 0, top: 0, shown: [] };
  const { head, laid } = parts;
  const { body } = layoutOf(state.size);
  const count = head.length + laid.lines.length;
  const newest = head.length + newestTop(state.shown, laid, body);
  const top = Math.min(open.top ?? newest, Math.max(0, count - body));
  const from = Math.max(0, top - head.length);
  const lines = [...head.slice(top), ...laid.lines.slice(from, from + body)].slice(0, body);
  return { count, top, shown: lines.map((line, row) => (top + row === open.hit ? hitLine(line) : line)) };
}
