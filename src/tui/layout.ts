import type { Size } from './state.ts';

/** Where the parts of the screen lie, in columns and rows. All screens have a title row, a status row and a key row. */
export interface Layout {
  readonly columns: number;
  /** rows between title and status */
  readonly body: number;
  /** columns of the list, of the case beside it (0: not there), of the customer's card (0: not there) */
  readonly list: number;
  readonly preview: number;
  readonly card: number;
}

export const SMALLEST: Size = { columns: 60, rows: 20 };
const PREVIEW_FROM = 100;
const CARD_FROM = 140;
const CARD = 34;
/** a rule and a blank between panes */
export const GAP = 2;

export function layoutOf({ columns, rows }: Size): Layout {
  const card = columns >= CARD_FROM ? CARD : 0;
  const rest = columns - (card === 0 ? 0 : card + GAP);
  const preview = columns >= PREVIEW_FROM ? Math.floor(rest * 0.5) : 0;
  return { columns, body: Math.max(1, rows - 3), list: rest - (preview === 0 ? 0 : preview + GAP), preview, card };
}

/** Columns of the case on its own screen. */
export const caseColumns = ({ columns, card }: Layout): number => columns - (card === 0 ? 0 : card + GAP);

/** Cases of a list that are held at a time: its next part comes when the cursor nears the end. */
export const LIST_LIMIT = 5000;
