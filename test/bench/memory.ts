import { readFileSync } from 'node:fs';

/** MB that a process has held at most (VmHWM); 0 when it is gone or this is no Linux. */
export const highWater = (pid: number): number => kilobytes(`/proc/${pid}/status`, /^VmHWM:\s+(\d+) kB/m);

/** MB of a process, what it shares counted by halves, thirds … (PSS). */
export const proportional = (pid: number): number => kilobytes(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+) kB/m);

function kilobytes(path: string, field: RegExp): number {
  try {
    return Number(field.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
