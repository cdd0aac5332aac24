import type { DeskError } from '../domain/errors.ts';
import type { Words } from './index.ts';

/** An expected failure in the agent's language. May hold text of strangers: clean it before it is shown. */
export function sayError(words: Words, error: DeskError): { message: string; hint: string } {
  const { what, facts } = error;
  const say = hasSentence(words, what) ? words.errors[what] : null;
  const [message, hint] = say === null ? [error.message, ''] : say(facts);
  return { message, hint };
}

/** Both halves in one line, for a status line or a terminal. */
export function errorLine(words: Words, error: DeskError): string {
  const { message, hint } = sayError(words, error);
  return hint === '' ? message : `${message} ${hint}`;
}

const hasSentence = (words: Words, what: string): what is keyof Words['errors'] => Object.hasOwn(words.errors, what);
