/** Signals that end the screens, with the exit code a shell expects of each (128 + its number). */
const ENDING = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131 } as const;

/** Calls `end` once for the first of them; returns what stops listening. */
export function onEndingSignal(end: (exitCode: number) => void): () => void {
  let told = false;
  const listeners = Object.entries(ENDING).map(([signal, code]) => ({
    signal,
    listener: () => {
      if (told) return;
      told = true;
      end(code);
    },
  }));
  // never `once`: Ink listens behind us, and where it finds itself alone it lets the signal kill desk
  for (const { signal, listener } of listeners) process.on(signal, listener);
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
}
