import type { Stage } from '../case-fields.ts';
import type { Commitment } from '../commitment.ts';
import type { HandoffState } from '../handoff/handoff.ts';
import type { CaseStory } from '../ledger/facts.ts';
import type { StepAnswer } from '../playbook/ladder.ts';
import type { Purchase } from '../purchase.ts';
import type { Score } from '../rating.ts';

/** A case of the customer's, with what the ledger read of it. */
export interface JourneyCase {
  readonly number: number;
  readonly subject: string;
  /** ms; null is not known */
  readonly openedAt: number | null;
  readonly story: CaseStory;
}

interface InCase {
  /** the case as it is called now: the one that it was merged into */
  readonly case: number;
  /** ms */
  readonly at: number;
}

export type JourneyCall = InCase & {
  readonly minutes: number | null;
  readonly direction: 'in' | 'out' | null;
  /** the beginning of what was written down */
  readonly text: string;
};

export type JourneyRating = InCase & { readonly score: Score; readonly comment: string };

export type JourneyOption = InCase & {
  readonly playbook: string;
  readonly step: string;
  readonly answer: StepAnswer;
};

/** `at` is when it was handed off. */
export type JourneyHandoff = InCase & {
  readonly department: string;
  readonly state: HandoffState;
  readonly answeredAt: number | null;
};

/** An item that was sent in got so far. */
export type JourneyRepair = InCase & { readonly stage: Stage };

export type JourneyCommitment = Pick<
  Commitment,
  'id' | 'kind' | 'case' | 'at' | 'text' | 'doneAt' | 'droppedAt' | 'missedAt'
>;

/** All that a customer's journey is told from. Times are ms. */
export interface JourneyFacts {
  readonly cases: readonly JourneyCase[];
  /** those without a date are told in their case only */
  readonly calls: readonly JourneyCall[];
  readonly commitments: readonly JourneyCommitment[];
  readonly ratings: readonly JourneyRating[];
  readonly purchases: readonly Purchase[];
  readonly options: readonly JourneyOption[];
  readonly handoffs: readonly JourneyHandoff[];
  readonly repairs: readonly JourneyRepair[];
}
