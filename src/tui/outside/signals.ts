/** Signals that end the screens, with the exit code a shell expects of each (128 + its number). */
const ENDING = { SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131 } as const;

/** Calls `end` once for the first of them; returns what stops listening. */
export function onEndingSignal(end: (exitCode: number) => void): () => void {
  const listeners = Object.entries(ENDING).map(([signal, code]) => ({ signal, listener: () => end(code) }));
  for (const { signal, listener } of listeners) process.once(signal, listener);
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
}
