import { expected } from '../actions/expected.ts';
import { DeskError, ERRORS } from '../domain/errors.ts';
import type { Words } from '../i18n/index.ts';
import { errorLine, sayError } from '../i18n/say-error.ts';
import { clean } from '../text/clean.ts';
import type { Io } from './io.ts';
import { jsonText } from './json.ts';

/** Exit codes beside those of DeskError: a fault of ours, a part of the input was bad, a mail server away or busy, an account set up wrong, the terminal is gone, ended by Ctrl-C. */
export const EXIT = {
  ok: 0,
  problems: 1,
  bug: 1,
  someInputBad: 65,
  serverAway: 69,
  tryAgain: 75,
  setUp: 78,
  hungUp: 129,
  interrupted: 130,
} as const;

/**
 * The only place of the command line that catches. An expected failure becomes a sentence on stderr (with --json an
 * object) and its exit code; anything else is a bug: its stack, and 1.
 */
export function reportError(caught: unknown, io: Io, words: Words, json: boolean): number {
  const error = expected(caught);
  if (!(error instanceof DeskError)) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.err(`${clean(told, 'block')}\n${clean(words.cli.bug, 'line')}\n`);
    return EXIT.bug;
  }
  if (json) {
    const { message, hint } = sayError(words, error);
    io.err(`${jsonText({ error: { code: error.code, message, hint } }, io.errIsTerminal, 0)}\n`);
  } else io.err(`desk: ${clean(errorLine(words, error), 'line')}\n`);
  return ERRORS[error.code];
}
