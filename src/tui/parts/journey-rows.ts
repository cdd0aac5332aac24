import { isOfKind, type JourneyLine } from '../../domain/journey/line.ts';
import type { LedgerMark } from '../../domain/ledger/ledger.ts';
import type { JourneyScreen } from '../state.ts';

/** What the cursor of a journey can stand on. */
export type JourneyRow =
  | { readonly row: 'ledger' }
  | { readonly row: 'mark'; readonly mark: LedgerMark }
  | { readonly row: 'line'; readonly line: JourneyLine };

type Shown = Pick<JourneyScreen, 'view' | 'unfolded' | 'only'>;

/** The ledger, its marks where it is unfolded (the newest first, like the rest), and the lines that are shown. */
export function journeyRows({ view, unfolded, only }: Shown): JourneyRow[] {
  const marks = unfolded ? view.ledger.marks.toReversed() : [];
  return [
    { row: 'ledger' },
    ...marks.map((mark): JourneyRow => ({ row: 'mark', mark })),
    ...linesShown({ view, only }).map((line): JourneyRow => ({ row: 'line', line })),
  ];
}

export const linesShown = ({ view, only }: Pick<Shown, 'view' | 'only'>): readonly JourneyLine[] =>
  only === null ? view.lines : view.lines.filter((line) => isOfKind(line, only));

/** The row of the newest line that has happened; without one the ledger. */
export function rowOfNow(shown: Shown, now: number): number {
  const at = journeyRows(shown).findIndex((row) => row.row === 'line' && !isAhead(row.line, now));
  return Math.max(0, at);
}

const MINUTE = 60_000;

/** Is it still to come? The clock of the screens goes by minutes: what was done a moment ago has happened. */
export const isAhead = ({ at }: Pick<JourneyLine, 'at'>, now: number): boolean => at !== null && at > now + MINUTE;

/** Tells a row from the others, also when the journey is read anew. */
export function rowKey(row: JourneyRow): string {
  if (row.row !== 'line') return row.row === 'mark' ? `mark ${row.mark.key}` : 'ledger';
  const { line } = row;
  const what =
    line.kind === 'promise' || line.kind === 'care'
      ? line.id
      : 'what' in line
        ? line.what
        : line.kind === 'repair'
          ? line.stage
          : (line.marks[0]?.key ?? '');
  const purchase = line.kind === 'purchase' ? line.purchase.id : '';
  const when = line.kind === 'silence' && line.until === 'now' ? 'now' : line.at;
  return `${line.kind} ${line.case} ${when} ${what} ${purchase}`;
}
