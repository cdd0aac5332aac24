import { once } from 'node:events';

/** Stops the process as Ctrl-Z does and resolves when it goes on. Without the timer Node would end instead of waiting. */
export async function suspendProcess(): Promise<void> {
  const hold = setInterval(() => {}, 1_000_000);
  const back = once(process, 'SIGCONT');
  process.kill(process.pid, 'SIGSTOP');
  await back;
  clearInterval(hold);
}
