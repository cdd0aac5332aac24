import type { Stage } from '../case-fields.ts';
import type { HandoffState } from '../handoff/handoff.ts';
import type { LedgerMark } from '../ledger/ledger.ts';
import type { StepAnswer } from '../playbook/ladder.ts';
import type { Purchase } from '../purchase.ts';
import type { Score } from '../rating.ts';

/** What a line is about; a screen can show one kind alone. `mark`: what the ledger found, where no other line says it. */
export const LINE_KINDS = [
  'case',
  'call',
  'promise',
  'care',
  'rating',
  'purchase',
  'option',
  'handoff',
  'repair',
  'mark',
  'silence',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** What happened, or is to happen. */
export type Happening =
  | { readonly kind: 'case'; readonly what: 'opened' | 'solved' | 'reopened'; readonly subject: string }
  | {
      readonly kind: 'call';
      readonly minutes: number | null;
      readonly direction: 'in' | 'out' | null;
      readonly text: string;
    }
  | {
      readonly kind: 'promise';
      readonly id: number;
      readonly what: 'open' | 'kept' | 'broken' | 'dropped';
      readonly text: string;
    }
  | { readonly kind: 'care'; readonly id: number; readonly what: 'open' | 'done' | 'dropped'; readonly text: string }
  | { readonly kind: 'rating'; readonly score: Score; readonly comment: string }
  | { readonly kind: 'purchase'; readonly what: 'bought' | 'warranty-ends'; readonly purchase: Purchase }
  | { readonly kind: 'option'; readonly playbook: string; readonly step: string; readonly answer: StepAnswer }
  | { readonly kind: 'handoff'; readonly department: string; readonly state: HandoffState }
  | { readonly kind: 'repair'; readonly stage: Stage }
  | { readonly kind: 'mark' }
  | { readonly kind: 'silence'; readonly days: number; readonly until: 'word' | 'now' };

/** One line of a customer's journey. */
export type JourneyLine = Happening & {
  /** ms; null: nobody knows when */
  readonly at: number | null;
  readonly case: number | null;
  /** what it left in the ledger */
  readonly marks: readonly LedgerMark[];
};

/** Does a line belong to what is shown of one kind? Of marks each line that left one does. */
export const isOfKind = ({ kind, marks }: Pick<JourneyLine, 'kind' | 'marks'>, wanted: LineKind): boolean =>
  wanted === 'mark' ? marks.length > 0 : kind === wanted;

/** The kinds that a journey has, in their order. */
export const kindsIn = (lines: readonly JourneyLine[]): LineKind[] =>
  LINE_KINDS.filter((kind) => lines.some((line) => isOfKind(line, kind)));
