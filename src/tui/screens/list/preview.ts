import { layoutOf } from '../../layout.ts';
import { caseHead } from '../../parts/case-head.ts';
import type { Line } from '../../parts/line.ts';
import { newestTop } from '../../parts/newest.ts';
import { timeline } from '../../parts/timeline.ts';
import type { State } from '../../state.ts';

/** A subject without end must not push the case out of the preview; its own screen shows it whole. */
const SUBJECT_ROWS = 3;

/** The case under the hand beside the list: its head stands, its timeline scrolls. `last` is how far it can. */
export function previewBody(state: State): { head: Line[]; lines: Line[]; top: number; last: number } {
  const { preview, body } = layoutOf(state.size);
  const view = state.shown;
  if (preview === 0 || view === null || view.case.number !== state.list.numbers[state.list.at])
    return { head: [], lines: [], top: 0, last: 0 };
  const { locale, now } = state;
  const columns = preview - 1;
  const options = { locale, columns, unfolded: state.unfoldPreview, now };
  const head = caseHead(view, locale, columns, now, SUBJECT_ROWS);
  const laid = timeline(view, options);
  const room = Math.max(1, body - head.length);
  const last = Math.max(0, laid.lines.length - room);
  const top = Math.min(state.list.previewTop ?? newestTop(view, laid, room), last);
  return { head, lines: laid.lines.slice(top, top + room), top, last };
}
