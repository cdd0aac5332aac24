/** Every failure an agent can meet and mend. Anything else that is thrown is a bug. */
export const ERRORS = {
  usage: 2,
  'bad-query': 2,
  'bad-value': 2,
  'bad-data': 65,
  'not-found': 66,
  'no-input': 66,
  'server-away': 69,
  'cannot-create': 73,
  'disk-full': 74,
  'io-failed': 74,
  busy: 75,
  conflict: 75,
  'nothing-to-undo': 1,
  'undo-blocked': 75,
  'read-only': 77,
  'not-allowed': 77,
  'foreign-store': 78,
  'newer-store': 78,
  'bad-config': 78,
  'network-store': 78,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERRORS;

/**
 * An expected failure. `code` chooses the exit code; `what` names the sentence in i18n and `facts` its values, so that
 * the same error is said in every language. Caught in two places only: cli/exit.ts and tui/perform.ts.
 */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly code: ErrorCode;
  readonly what: string;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, what: string, facts: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${what} ${JSON.stringify(facts)}`, { cause });
    this.code = code;
    this.what = what;
    this.facts = facts;
  }
}
