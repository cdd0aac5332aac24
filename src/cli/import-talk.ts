import type { ImportOptions } from '../actions/import/options.ts';
import { DeskError } from '../domain/errors.ts';
import { clean } from '../text/clean.ts';
import { truncate } from '../text/width.ts';
import type { Session } from './command.ts';

export interface Progress {
  readonly show: NonNullable<ImportOptions['onProgress']>;
  /** takes the progress line away */
  readonly clear: () => void;
}

const EVERY_MS = 100;
const BACK_AND_CLEAR = '\r\u001b[K';

/** One line on stderr that is written over, only where stderr is a terminal. */
export function createProgress({ io, words, globals }: Session): Progress {
  if (!io.errIsTerminal || globals.json) return { show: () => undefined, clear: () => undefined };
  let shownAt = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    show: ({ phase, done, of }) => {
      const at = performance.now();
      if (at - shownAt < EVERY_MS) return;
      shownAt = at;
      shown = true;
      const sentence = phase === 'read' ? words.cli.reading(done) : words.cli.filing(done, of ?? done);
      io.err(`${BACK_AND_CLEAR}${truncate(clean(sentence, 'line'), io.columns - 1)}`);
    },
    clear: () => {
      if (shown) io.err(BACK_AND_CLEAR);
      shown = false;
      shownAt = Number.NEGATIVE_INFINITY;
    },
  };
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
    if (addresses.every((one) => /^[^\s@]+@[^\s@]+$/.test(one))) return addresses;
    const wrong = new DeskError('bad-value', 'bad-setting', { key: 'me', value: answer });
    const [happened] = words.errors['bad-setting'](wrong.facts);
    io.err(`${clean(happened, 'line')}\n`);
  }
}
