import { spawn } from 'node:child_process';
import { highWater } from './memory.ts';

export interface Command {
  readonly name: string;
  readonly run: readonly [program: string, ...args: string[]];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Compared {
  readonly name: string;
  /** ms, median of the rounds */
  readonly wall: number;
  /** the median of each round's ratio to the first command */
  readonly ratio: number;
  /** MB at its highest */
  readonly peak: number;
}

/** Whole processes in turn (A B C A B C …), so that what else the machine does meets all alike; the first is the floor. */
export async function interleaved(commands: readonly Command[], rounds: number): Promise<Compared[]> {
  const runs = commands.map(() => [] as { ms: number; peak: number }[]);
  for (let round = -2; round < rounds; round += 1)
    for (const [at, command] of commands.entries()) {
      const took = await once(command);
      if (round >= 0) runs[at]?.push(took); // the first two rounds warm the caches
    }
  const floor = runs[0]?.map(({ ms }) => ms) ?? [];
  return commands.map(({ name }, at) => {
    const mine = runs[at] ?? [];
    return {
      name,
      wall: median(mine.map(({ ms }) => ms)),
      ratio: median(mine.map(({ ms }, round) => ms / (floor[round] ?? Number.NaN))),
      peak: Math.max(...mine.map(({ peak }) => peak)),
    };
  });
}

/** Runs a command to its end, its output thrown away; says how long it took and how much memory it held at most. */
export function once({ run: [program, ...args], env }: Command): Promise<{ ms: number; peak: number }> {
  const started = performance.now();
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: env === undefined ? process.env : { ...process.env, ...env },
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, highWater(child.pid ?? 0));
  }, 20);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ ms: performance.now() - started, peak });
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}`));
    });
  });
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
