import { type ChildProcess, spawn } from 'node:child_process';
import type { Context } from '../context.ts';
import { mailAccounts } from '../store/mail-accounts.ts';

/** ms between two looks whether there is an account, or whether the process that ended should be started again. */
const LOOK_MS = 2_000;
/** ms until a process that ended by itself is started again: it says in the store what went wrong. */
const PAUSE_MS = 30_000;

/**
 * Fetches and sends in a process of its own while the screens are open, so that nothing in the network ever holds a key;
 * what it does is seen in the store. It ends when its stdin does, also when this process is killed. None for a store
 * that nobody keeps or that is only read. Returns what ends it.
 */
export function runMailBeside({ store }: Context, program: readonly string[]): () => void {
  if (store.path === ':memory:' || store.readOnly) return () => undefined;
  const [command = process.execPath, ...words] = program;
  let child: ChildProcess | null = null;
  let notBefore = 0;
  const look = (): void => {
    if (child !== null || performance.now() < notBefore || mailAccounts(store).length === 0) return;
    const args = [...words, '--db', store.path, 'mail', 'fetch', '--watch', '--send', '--with-parent'];
    child = spawn(command, args, { stdio: ['pipe', 'ignore', 'ignore'] });
    const gone = (): void => {
      child = null;
      notBefore = performance.now() + PAUSE_MS;
    };
    child.on('error', gone);
    child.on('exit', gone);
    child.stdin?.on('error', () => undefined); // it ended first
  };
  const looking = setInterval(look, LOOK_MS);
  looking.unref();
  const first = setTimeout(look, 0); // after the first screen
  return () => {
    clearInterval(looking);
    clearTimeout(first);
    child?.stdin?.end();
    child?.unref();
  };
}
