import type { CommitmentRow } from '../commitment.ts';
import type { Handoff } from '../handoff/handoff.ts';
import type { Clock } from './clocks.ts';
import type { Due } from './due.ts';
import type { Segment, Stood } from './explanation.ts';
import type { ClockKind } from './targets.ts';

/** A clock with its history. */
export type ExplainedClock = Clock & {
  readonly kind: ClockKind;
  /** when it ran, when it stood and why */
  readonly segments: readonly Segment[];
  /** the same in as few lines as it takes: what the case itself stops is one, over nights and holidays */
  readonly told: readonly Segment[];
  /** ms by reason */
  readonly stood: Readonly<Partial<Record<Stood, number>>>;
};

/** Why a case is due when it is. */
export interface Why {
  readonly number: number;
  readonly subject: string;
  readonly due: Due | null;
  /** the name of the targets that apply, and of the hours they count by; null: nothing is promised */
  readonly targets: string | null;
  readonly schedule: string | null;
  /** the zone of the schedule, an IANA name */
  readonly zone: string | null;
  readonly clocks: readonly ExplainedClock[];
  readonly commitments: readonly CommitmentRow[];
  /** what lies with departments */
  readonly handoffs: readonly Handoff[];
}
