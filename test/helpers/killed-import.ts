import { fork } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs an import in a process of its own and kills it (-9) at its `at`-th report of progress. Tells whether it was
 * killed, or had ended before.
 */
export function killedImport(store: string, file: string, at: number): Promise<'killed' | 'ended'> {
  const child = fork(join(import.meta.dirname, 'import-child.ts'), [store, file], { stdio: 'inherit' });
  let reports = 0;
  child.on('message', () => {
    reports += 1;
    if (reports === at) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve('ended');
      else reject(new Error(`the import ended with ${code ?? signal}`));
    });
  });
}
