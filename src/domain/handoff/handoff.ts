import type { Dated } from '../clock/due.ts';

/** waiting: the department has not answered yet · answered · withdrawn: nobody waits for it any more */
export const HANDOFF_STATES = ['waiting', 'answered', 'withdrawn'] as const;
export type HandoffState = (typeof HANDOFF_STATES)[number];

/** What was handed to a department, and what came back. Times in ms. */
export interface Handoff {
  readonly id: number;
  /** stands in the packet and comes back with its answer */
  readonly mark: string;
  readonly case: number;
  readonly department: string;
  readonly state: HandoffState;
  /** what was given for each field that it asks for */
  readonly given: Readonly<Record<string, string>>;
  /** Markdown */
  readonly packet: string;
  readonly dueAt: number | null;
  readonly madeAt: number;
  readonly author: string;
  readonly answeredAt: number | null;
  /** what came back for each field of the answer; what was said beside them stands under '' */
  readonly answer: Readonly<Record<string, string>> | null;
}

/** When answers of departments are due that we wait for: then somebody should ask. */
export const answersDue = (handoffs: readonly Pick<Handoff, 'state' | 'dueAt'>[]): Dated[] =>
  handoffs.flatMap(({ state, dueAt }) =>
    state === 'waiting' && dueAt !== null ? [{ kind: 'handoff' as const, at: dueAt }] : [],
  );
