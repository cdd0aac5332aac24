import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtDesk, NOW } from './cli.ts';

/** One command of the built desk, in a process of its own. */
export interface Run {
  readonly argv: readonly string[];
  readonly db: string;
  readonly stdin?: string;
  /** where stdout goes, as by `> file` */
  readonly outFile?: string;
}

export interface Ended {
  /** null: killed */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Can processes be killed at a chosen system call here? */
export const canStrace = (): boolean => spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

/** What changes a file. */
const CALLS =
  'write,pwrite64,pwritev,fsync,fdatasync,ftruncate,rename,link,unlink,mkdir,chmod,copy_file_range,sendfile';

/** One call of the main thread: strace counts each kind by itself. */
export interface Call {
  readonly name: string;
  readonly nth: number;
}

/** Runs desk and kills it as it makes this call. */
export const killAt = ({ name, nth }: Call, run: Run): Promise<Ended> =>
  traced(['-o', '/dev/null', '-e', `trace=${name}`, '-e', `inject=${name}:signal=SIGKILL:when=${nth}`], run);

/** Runs desk to its end: all calls that change a file, in their order. */
export async function callsOf(run: Run): Promise<Call[]> {
  const log = join(tmpdir(), `desk-calls-${process.pid}-${Math.random()}`);
  try {
    const { code, err } = await traced(['-o', log, '-e', `trace=${CALLS}`], run);
    if (code !== 0) throw new Error(`${run.argv.join(' ')} ended with ${code}: ${err}`);
    const counts = new Map<string, number>();
    return [...readFileSync(log, 'utf8').matchAll(/^(\w+)\(/gm)].map(([, name = '']) => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      return { name, nth: counts.get(name) ?? 0 };
    });
  } finally {
    rmSync(log, { force: true });
  }
}

/** Runs desk on a disk that fails from this call on, for calls of its kind; `onlyOn`: for those on this file. */
export const failFrom = ({ name, nth }: Call, error: 'EIO' | 'ENOSPC', run: Run, onlyOn?: string): Promise<Ended> => {
  const path = onlyOn === undefined ? [] : ['-P', onlyOn];
  return traced(
    ['-o', '/dev/null', ...path, '-e', `trace=${name}`, '-e', `inject=${name}:error=${error}:when=${nth}+`],
    run,
  );
};

function traced(options: readonly string[], { argv, db, stdin = '', outFile }: Run): Promise<Ended> {
  const file = outFile === undefined ? null : openSync(outFile, 'w');
  const child = spawn('strace', ['-qq', ...options, process.execPath, builtDesk(), ...argv], {
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', USER: 'lan', DESK_DB: db, DESK_NOW: NOW },
    stdio: ['pipe', file ?? 'pipe', 'pipe'],
  });
  if (file !== null) closeSync(file);
  let out = '';
  let err = '';
  child.stdout?.on('data', (data) => {
    out += data;
  });
  child.stderr?.on('data', (data) => {
    err += data;
  });
  child.stdin?.on('error', () => undefined); // it may be killed before it reads
  child.stdin?.end(stdin);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: signal !== null || code === 137 ? null : code, out, err }));
  });
}
