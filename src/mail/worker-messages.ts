import type { ParsedMail } from '../domain/incoming.ts';

/** To the worker: one mail. Its bytes are copied, the sender keeps its own. */
export interface ParseRequest {
  readonly id: number;
  readonly raw: Uint8Array;
  readonly fromLineAt: number | null;
  readonly maildirAt: number | null;
}

/** From the worker, in the order of the requests. */
export interface ParseAnswer {
  readonly id: number;
  readonly parsed: ParsedMail;
}
