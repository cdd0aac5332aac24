import type { Effect } from './effects.ts';
import type { Message } from './messages.ts';
import type { State } from './state.ts';

export type Step = readonly [State, readonly Effect[]];

export interface Program {
  readonly send: (message: Message) => void;
  readonly state: () => State;
  /** For useSyncExternalStore: called once after each message and all that it led to. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * The loop: a message changes the state and asks for effects; an effect may bring further messages, which are taken in
 * before anybody draws. The store answers at once, so there are no half-loaded screens.
 */
export function createProgram(
  first: Step,
  update: (state: State, message: Message) => Step,
  perform: (effect: Effect, send: (message: Message) => void) => void,
): Program {
  let state = first[0];
  const listeners = new Set<() => void>();
  let waiting: Message[] = [];
  let led: Message[] = [];
  let running = false;

  /** What effects lead to comes before what waited already: a key counts where the one before it has led. */
  const run = (effects: readonly Effect[]): void => {
    for (const effect of effects) perform(effect, send);
    waiting = [...led, ...waiting];
    led = [];
  };

  function send(message: Message): void {
    if (running) {
      led.push(message);
      return;
    }
    waiting.push(message);
    running = true;
    const before = state;
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [after, effects] = update(state, next);
        state = after;
        run(effects);
      }
    } finally {
      running = false;
    }
    if (state !== before) for (const listener of listeners) listener();
  }

  queueMicrotask(() => {
    running = true;
    run(first[1]);
    running = false;
    send({ type: 'resized', size: state.size });
  });
  return {
    send,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
