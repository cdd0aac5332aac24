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

/** What becomes of a head: a field that is given as undefined is as proposed again. */
export type HeadChange = { readonly [Field in keyof DraftHead]?: DraftHead[Field] | undefined };

/** The head with what was chosen now. */
export function withChosen(head: DraftHead, change: HeadChange): DraftHead {
  const { to, cc, bcc, from, subject, parts, quote, leaveAt } = { ...head, ...change };
  return {
    ...(to === undefined ? {} : { to }),
    ...(cc === undefined ? {} : { cc }),
    ...(bcc === undefined ? {} : { bcc }),
    ...(from === undefined ? {} : { from }),
    ...(subject === undefined ? {} : { subject }),
    ...(parts === undefined ? {} : { parts }),
    ...(quote === undefined ? {} : { quote }),
    ...(leaveAt === undefined ? {} : { leaveAt }),
  };
}

export const isNothingChosen = (head: DraftHead): boolean => Object.keys(head).length === 0;
