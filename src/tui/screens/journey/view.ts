import { wordsFor } from '../../../i18n/index.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { isAhead, type JourneyRow, journeyRows } from '../../parts/journey-rows.ts';
import { blank, fitLine, type Line, say, selected, wrapped } from '../../parts/line.ts';
import type { JourneyScreen, State } from '../../state.ts';
import { journeyHead, journeyTitle, ledgerLines } from './head.ts';
import { lineRow, markRow } from './row.ts';

/** A customer's whole story under the line of segments: the ledger, then what is ahead, now, and back to the beginning. */
export function journeyView(state: State, screen: JourneyScreen): Frame {
  const head = journeyHead(state, screen);
  const { journey } = wordsFor(state.locale);
  const { columns } = state.size;
  const rows = journeyRows(screen);
  const room = Math.max(1, layoutOf(state.size).body - head.length - 1);
  const nothing =
    rows.length > 1 || screen.view.lines.length > 0 ? [] : [blank, ...wrapped(journey.nothing, columns, 1)];
  const body = [...head, rule(columns), ...inSight(state, screen, rows, room), ...nothing];
  return frame(state, journeyTitle(state, screen), body, KEYMAP, 'journey');
}

/** Rows that are seen below the cursor. */
const MARGIN = 3;

const rule = (columns: number): Line => [say('─'.repeat(columns), 'dim')];

/** The rows around the cursor, no more than fit and none that are not seen: a journey may have many. */
function inSight(state: State, screen: JourneyScreen, rows: readonly JourneyRow[], room: number): Line[] {
  const from = Math.max(0, screen.at - room);
  const lines: Line[] = [];
  let under = 0;
  for (const [index, row] of rows.slice(from, screen.at + room + 1).entries()) {
    const at = from + index;
    lines.push(...divider(state, rows, at));
    if (at === screen.at) under = lines.length;
    lines.push(...rowLines(state, screen, row, at === screen.at));
  }
  // what stands at the beginning stays in sight as long as the cursor is near it
  const near = from === 0 && under < room - MARGIN;
  const top = near ? 0 : Math.max(0, Math.min(under - Math.floor(room / 2), lines.length - room));
  return lines.slice(top, top + room);
}

/** Between what is ahead and what has happened. */
function divider(state: State, rows: readonly JourneyRow[], at: number): Line[] {
  const ahead = (row: JourneyRow | undefined): boolean => row?.row === 'line' && isAhead(row.line, state.now);
  const { journey } = wordsFor(state.locale);
  const row = rows[at];
  const before = rows[at - 1];
  if (row?.row !== 'line') return [];
  if (before?.row !== 'line') return [named(ahead(row) ? journey.ahead : journey.now)];
  return ahead(before) && !ahead(row) ? [named(journey.now)] : [];
}

const named = (name: string): Line => [say(` ── ${name} ──`, 'dim')];

function rowLines(state: State, screen: JourneyScreen, row: JourneyRow, isCurrent: boolean): Line[] {
  const { columns } = state.size;
  if (row.row === 'mark') return markRow(state, row.mark, isCurrent);
  if (row.row === 'line') return lineRow(state, screen, row.line, isCurrent);
  return ledgerLines(state, screen, columns - 4).map((line, at) => {
    const shown = fitLine([say(isCurrent && at === 0 ? ' › ' : '   ', 'accent'), ...line], columns);
    return isCurrent ? selected(shown) : shown;
  });
}
