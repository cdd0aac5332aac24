import type { ParsedMail } from '../domain/incoming.ts';

/** To the worker: one mail. Its bytes are copied, the sender keeps its own. */
export interface ParseRequest {
  readonly id: number;
  readonly raw: Uint8Array;
  readonly fromLineAt: number | null;
  readonly maildirAt: number | null;
  /** the number of a part: then that part is wanted, and not what the mail says */
  readonly part?: number;
}

/** From the worker, in the order of the requests. */
export type ParseAnswer = { readonly id: number } & (
  | { readonly parsed: ParsedMail }
  | { readonly content: Uint8Array | null }
);
