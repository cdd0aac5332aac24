import type { BrokenPage } from '../actions/read-pages.ts';
import type { Session } from './command.ts';

/** Each file that can't be read, with its line, beside the result: the others work. */
export function tellBroken(session: Session, broken: readonly BrokenPage[]): void {
  for (const sentence of brokenSentences(session, broken)) session.printer.remark(sentence);
}

/** `plans/check-in.md:4: there is no such field: events: solved`. */
export const brokenSentences = ({ words }: Session, broken: readonly BrokenPage[]): string[] =>
  broken.flatMap(({ path, flaws }) =>
    flaws.map(({ line, code, text }) => words.playbooks.broken(path, line, words.playbooks.flaws[code], text)),
  );
