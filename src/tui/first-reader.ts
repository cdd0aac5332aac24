import { storeVersion } from '../actions/read-cases.ts';
import type { Context } from '../context.ts';
import type { Effect } from './effects.ts';
import type { Performer, Send } from './perform.ts';
import { isListRead, readList } from './perform-list.ts';

/** Performs effects with what is there at the start; what it can't do waits for the performer that is loaded later. */
export interface FirstReader {
  readonly perform: Performer;
  /** the store's version before anything was read */
  readonly version: number;
  /** hands all effects to this one from now on, those that wait first */
  readonly goOn: (performer: Performer) => void;
}

/** The first frame needs the list read, and nothing that writes: those parts of desk are loaded while it is looked at. */
export function createFirstReader(context: Context): FirstReader {
  const version = storeVersion(context);
  const waiting: (readonly [Effect, Send])[] = [];
  let performer: Performer | null = null;

  function readFirst(effect: Effect, send: Send): void {
    const message = isListRead(effect) ? tried(() => readList(context, effect)) : null;
    if (message === null) waiting.push([effect, send]);
    else send(message);
  }

  return {
    version,
    perform: (effect, send) => (performer ?? readFirst)(effect, send),
    goOn: (later) => {
      performer = later;
      for (const [effect, send] of waiting) later(effect, send);
    },
  };
}

/** Null where it fails: the performer tries again, and says why it can't be. */
function tried<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch {
    return null;
  }
}
