import { spawnSync } from 'node:child_process';
import { NOW } from './cli.ts';

/** Can processes be killed at a chosen system call here? */
export const canStrace = (): boolean => spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

const CALLS = 'pwrite64,fsync,fdatasync,ftruncate,rename,link,unlink';

/** Runs desk and kills it at its `nth` call that changes a file; true when it ended before it came to that. */
export function killAt(nth: number, bin: string, argv: readonly string[], db: string): boolean {
  const strace = ['-qq', '-o', '/dev/null', '-e', `trace=${CALLS}`, '-e', `inject=${CALLS}:signal=SIGKILL:when=${nth}`];
  const ran = spawnSync('strace', [...strace, process.execPath, bin, ...argv], {
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', DESK_DB: db, DESK_NOW: NOW },
    encoding: 'utf8',
  });
  if (ran.status !== null && ran.status !== 0 && ran.status !== 137) throw new Error(ran.stderr);
  return ran.status === 0;
}
