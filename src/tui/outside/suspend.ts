import { once } from 'node:events';
import { setTimeout as later } from 'node:timers/promises';

/** ms in which a process that was really stopped has heard of its continuing. */
const HEARD_MS = 200;

/**
 * Stops desk as Ctrl-Z does and resolves when it goes on. The whole process group is stopped, which is what a terminal does
 * too: npm, a script or the launcher above this process would else keep the shell waiting. Where no shell could bring the
 * group back (an orphaned one), the system ignores SIGTSTP, and desk goes on at once.
 */
export async function suspendProcess(): Promise<void> {
  const back = once(process, 'SIGCONT');
  const listening = process.listeners('SIGTSTP');
  for (const listener of listening) process.off('SIGTSTP', listener); // this one is to stop us
  process.kill(0, 'SIGTSTP');
  for (const listener of listening) process.on('SIGTSTP', listener);
  await Promise.race([back, later(HEARD_MS)]);
  // the terminal tells only those in front of its changes: Node asks for its size again, before anything is drawn
  const asked = once(process, 'SIGWINCH');
  process.kill(process.pid, 'SIGWINCH');
  await asked;
}

/** Calls `suspend` where the stop comes from outside, with the screen still ours; returns what stops listening. */
export function onStopSignal(suspend: () => void): () => void {
  process.on('SIGTSTP', suspend);
  return () => void process.off('SIGTSTP', suspend);
}
