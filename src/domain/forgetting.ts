/** How much goes with a customer. */
export interface Counts {
  readonly cases: number;
  readonly entries: number;
  readonly drafts: number;
  /** messages that have not left, and never will */
  readonly waiting: number;
  readonly purchases: number;
  /** follow-ups and promises */
  readonly commitments: number;
  readonly handoffs: number;
  /** raw mails and files, as far as they are known by now */
  readonly raw: number;
}
