import type { CommitmentKind, CommitmentRow } from '../domain/commitment.ts';
import type { Score } from '../domain/rating.ts';
import type { CustomerWork } from './customer-use.ts';

/** What a key does with a message of the outbox. */
export interface MailWork {
  readonly what: 'mail';
  readonly how: 'hold' | 'release' | 'sent' | 'again';
  readonly entry: number;
}

/** What a key does with cases beyond setting their fields: values, performed by `perform-work.ts`. */
export type CaseWork =
  | { readonly what: 'merge'; readonly from: readonly number[]; readonly into: number }
  | { readonly what: 'unmerge'; readonly number: number }
  | { readonly what: 'link' | 'unlink'; readonly number: number; readonly other: number }
  | {
      readonly what: 'call';
      readonly number: number;
      readonly direction: 'in' | 'out';
      readonly minutes: number;
      readonly text: string;
    }
  | { readonly what: 'spawn'; readonly number: number; readonly reason: string | null }
  | { readonly what: 'rate'; readonly number: number; readonly score: Score; readonly comment: string }
  | {
      readonly what: 'commit';
      readonly kind: CommitmentKind;
      readonly cases: readonly number[];
      readonly customer: number | null;
      /** ms */
      readonly at: number;
      readonly text: string;
      readonly template: string | null;
    }
  | { readonly what: 'commit-end'; readonly how: 'done' | 'drop'; readonly one: CommitmentRow }
  | { readonly what: 'commit-move'; readonly one: CommitmentRow; readonly at: number }
  /** the next of what is to be done in the case is done */
  | { readonly what: 'commit-next-done'; readonly number: number }
  | {
      readonly what: 'playbook-answer';
      readonly number: number;
      readonly playbook: string;
      readonly step: string;
      readonly answer: 'yes' | 'no';
    }
  | {
      readonly what: 'handoff';
      readonly number: number;
      readonly department: string;
      readonly given: Readonly<Record<string, string>>;
      /** which files go with it, by sha256; null: what the department asks for */
      readonly evidence: readonly string[] | null;
    }
  /** nobody waits for this hand-off any more */
  | { readonly what: 'handoff-withdraw'; readonly id: number; readonly reason: string }
  | { readonly what: 'feedback'; readonly department: string }
  | MailWork
  | CustomerWork
  | { readonly what: 'spam'; readonly cases: readonly number[]; readonly not: boolean }
  | { readonly what: 'split'; readonly number: number; readonly entries: readonly number[] };

/** The cases that work is done on which takes a whole selection; none for work on a single case. */
export function workedOn(work: CaseWork): readonly number[] {
  if (work.what === 'merge') return work.from;
  return work.what === 'spam' || work.what === 'commit' ? work.cases : [];
}
