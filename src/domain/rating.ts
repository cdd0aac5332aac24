/** How satisfied the customer was, 1 (not at all) to 5. */
export const SCORES = [1, 2, 3, 4, 5] as const;
export type Score = (typeof SCORES)[number];

/** What a customer said of how a case was handled. Of several for one case the latest counts. */
export interface Rating {
  readonly case: number;
  readonly score: Score;
  /** the customer's words, or empty */
  readonly comment: string;
  /** ms */
  readonly at: number;
  /** who wrote it down */
  readonly author: string;
}
