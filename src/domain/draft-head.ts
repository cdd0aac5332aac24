import type { Address, Part } from './entry.ts';

/** What an agent has chosen for an answer beside its words; what is left out stays as proposed. */
export interface DraftHead {
  readonly to?: readonly Address[];
  readonly cc?: readonly Address[];
  readonly bcc?: readonly Address[];
  /** one of our addresses */
  readonly from?: string;
  readonly subject?: string;
  /** files that are kept already */
  readonly parts?: readonly Part[];
  /** with what is answered quoted under it */
  readonly quote?: true;
  /** ms; when it is to leave */
  readonly leaveAt?: number;
}

export const NOTHING_CHOSEN: DraftHead = {};

export const isNothingChosen = (head: DraftHead): boolean => Object.keys(head).length === 0;
