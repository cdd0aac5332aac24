/** A date on which we act · a date that we gave the customer. */
export const COMMITMENTS = ['follow-up', 'promise'] as const;
export type CommitmentKind = (typeof COMMITMENTS)[number];

/** Something to be done on a date, in a case or for a customer. Times are ms since 1970 UTC. */
export interface Commitment {
  readonly id: number;
  readonly kind: CommitmentKind;
  /** the case, or null where it is for the customer alone */
  readonly case: number | null;
  readonly customer: number | null;
  readonly at: number;
  readonly text: string;
  /** the template that doing it begins with */
  readonly template: string | null;
  readonly madeAt: number;
  readonly author: string;
  readonly doneAt: number | null;
  readonly droppedAt: number | null;
  /** the first moment that had gone by unkept when it was moved */
  readonly missedAt: number | null;
}

/** Is it still to be done? */
export const isToDo = ({ doneAt, droppedAt }: Pick<Commitment, 'doneAt' | 'droppedAt'>): boolean =>
  doneAt === null && droppedAt === null;

/** The minute that was named is meant whole; ms. */
export const PROMISED_MINUTE = 60_000;

/**
 * How a promise stands (help-desks.md 4, "Promise kept rate": met in time ÷ due). Kept: done by the end of its minute.
 * Broken: done later, still to be done then, or moved when that had gone by. Dropped counts for nothing.
 */
export function promiseStands(
  { at, doneAt, droppedAt, missedAt }: Pick<Commitment, 'at' | 'doneAt' | 'droppedAt' | 'missedAt'>,
  now: number,
): 'open' | 'kept' | 'broken' | 'dropped' {
  if (missedAt !== null || (doneAt ?? droppedAt ?? now) >= at + PROMISED_MINUTE) return 'broken';
  if (droppedAt !== null) return 'dropped';
  return doneAt === null ? 'open' : 'kept';
}

/** A follow-up or promise with whom and what it is about. */
export interface CommitmentRow extends Commitment {
  /** the case as it is called now: the one it was merged into */
  readonly case: number | null;
  readonly subject: string | null;
  /** the case's customer, or her for whom it is */
  readonly customer: number | null;
  readonly customerName: string | null;
  /** of a promise: was it kept? of a follow-up: `open`, `dropped`, or done, which is `kept` */
  readonly stands: 'open' | 'kept' | 'broken' | 'dropped';
}
