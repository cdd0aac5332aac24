import type { Context } from '../context.ts';
import type { Message } from './messages.ts';
import { paint } from './parts/paint.ts';
import { isRead, readFor } from './perform-read.ts';
import type { Program } from './program.ts';
import type { State } from './state.ts';
import { update } from './update.ts';
import { view } from './view.ts';

/** From the list into what an agent opens most, and back. */
const WAYS = ['v', 'j', 'Esc', 'j', 'Enter', 'Esc', 'v', 'Esc', 'g', 'c', 'j', 'Esc', 'g', 'f', 'Esc'];
/** The second time costs half of the first, the fourth hardly less than the third. */
const TIMES = 3;

/**
 * Presses keys in a copy of the screens that nobody sees. The first time that a screen is opened takes three times as long
 * as later ones: its code has still to be compiled, its questions prepared, its tables read. Each call presses one key;
 * false: there are no more. Effects that do more than read are left out, so nothing comes of it.
 */
export function createWarmUp(context: Context, first: State): () => boolean {
  const keys = Array.from({ length: TIMES }, () => WAYS).flat();
  let state = first;
  const send = (message: Message): void => {
    const [next, effects] = update(state, message);
    state = next;
    for (const effect of effects) if (isRead(effect)) send(readFor(context, effect));
  };
  return () => {
    const name = keys.shift();
    if (name === undefined) return false;
    send({ type: 'key', key: { name, text: name.length === 1 ? name : null } });
    for (const line of view(state).lines) paint(line);
    return true;
  };
}

/** ms without a key before one is pressed unseen, and between two of those. */
const QUIET_MS = 700;
const STEP_MS = 15;

/** Does so once, while nobody types; `quietFor`: ms since the last key, or since the start. */
export function warmUpWhenQuiet(
  context: Context,
  program: Program,
  { quietFor, after }: { quietFor: () => number; after: (ms: number, work: () => void) => void },
): void {
  let press: (() => boolean) | null = null;
  const go = (): void => {
    if (quietFor() < QUIET_MS) {
      after(QUIET_MS, go);
      return;
    }
    try {
      press ??= createWarmUp(context, program.state());
      if (press()) after(STEP_MS, go);
    } catch {
      // whatever is wrong is told to whoever asks for it
    }
  };
  after(QUIET_MS, go);
}
