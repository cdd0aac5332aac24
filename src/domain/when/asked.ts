import type { Edge, Part, Unit } from './lexeme.ts';

/** What can be said in two ways, and was. */
export type Unclear =
  /** 3h: at night or in the afternoon; the afternoon is taken */
  | 'half-of-day'
  /** 8h: in eight hours is taken, eight o'clock could be meant */
  | 'span-or-clock'
  /** mùng 5: by the sun is taken, by the moon could be meant */
  | 'lunar'
  /** the words mean something else with other marks, or as other words */
  | 'two-meanings'
  /** the weekday is not that of the date; the date is taken */
  | 'weekday'
  /** it is over */
  | 'past';

/** A clock as it was said; `early` may be either half of the day, `mong` counts as Thais count the morning. */
export interface ClockAsked {
  /** since midnight, 1440 for the midnight at the end */
  readonly minutes: number;
  readonly sort: 'exact' | 'early' | 'mong';
}

/** What was said, piece by piece; each piece once. */
export interface Asked {
  readonly clock?: ClockAsked;
  readonly part?: Part;
  /** days from today */
  readonly shift?: number;
  /** 0 is Monday */
  readonly weekday?: { readonly day: number; readonly next: boolean };
  readonly weekend?: { readonly next: boolean };
  readonly period?: {
    readonly unit: 'week' | 'month' | 'year';
    /** from the current one; null: the first that is still to come */
    readonly shift: number | null;
    readonly edge: Edge | null;
    /** a month that is named, from 1 */
    readonly month?: number;
  };
  /** a month of null is the first that has the day still to come, and so is a year */
  readonly date?: { readonly day: number; readonly month: number | null; readonly year: number | null };
  readonly span?: { readonly n: number; readonly unit: Unit };
}

/** A piece of a sentence with what is unclear in it. */
export interface Piece {
  readonly asked: Asked;
  readonly unclear: readonly Unclear[];
}
