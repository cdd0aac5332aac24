import type { EventEmitter } from 'node:events';

/** As after a hang-up, which is what it is: 128 + SIGHUP. */
const GONE = 129;

/**
 * Calls `end` once when the terminal is gone though no signal said so (a session of its own, a lost connection): its
 * input ends, or reading or writing fails. Returns what stops listening.
 */
export function onTerminalGone(stdin: EventEmitter, stdout: EventEmitter, end: (exitCode: number) => void): () => void {
  let told = false;
  const gone = (): void => {
    if (told) return;
    told = true;
    end(GONE);
  };
  stdin.on('end', gone).on('error', gone).on('close', gone);
  stdout.on('error', gone).on('close', gone);
  return () => {
    // the errors stay listened to: what Ink still writes on its way out must not become an uncaught one
    stdin.off('end', gone).off('close', gone);
    stdout.off('close', gone);
  };
}
