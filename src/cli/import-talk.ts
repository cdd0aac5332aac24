import type { ImportOptions } from '../actions/import/options.ts';
import { LOOKS_LIKE_ADDRESS } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import { clean } from '../text/clean.ts';
import type { Session } from './command.ts';
import type { Progress } from './progress.ts';

/** How far an import is, in words. */
export function importProgress({ words }: Session, { show }: Progress): NonNullable<ImportOptions['onProgress']> {
  return ({ phase, done, of }) =>
    show(() => (phase === 'read' ? words.cli.reading(done) : words.cli.filing(done, of ?? done)));
}

/** Asks whether the guessed addresses are ours: Enter takes them, anything else is read as the right ones. */
export async function confirmMe(
  { io, words }: Session,
  progress: Progress,
  guess: readonly string[],
): Promise<readonly string[]> {
  progress.clear();
  for (;;) {
    const answer = (await io.ask(`${clean(words.cli.askMe(guess.join(', ')), 'line')} `)).trim();
    if (answer === '') return guess;
    const addresses = answer.split(/[\s,;]+/).filter((one) => one !== '');
    if (addresses.every((one) => LOOKS_LIKE_ADDRESS.test(one))) return addresses;
    const wrong = new DeskError('bad-value', 'bad-setting', { key: 'me', value: answer });
    const [happened] = words.errors['bad-setting'](wrong.facts);
    io.err(`${clean(happened, 'line')}\n`);
  }
}
