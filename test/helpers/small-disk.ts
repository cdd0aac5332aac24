import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A disk of its own that is soon full. */
export interface SmallDisk {
  readonly folder: string;
  /** takes all the room that is left */
  readonly fill: () => void;
  /** gives it back */
  readonly free: () => void;
}

const mount = (folder: string, kB: number): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kB}k,mode=700`, 'tmpfs', folder]).status === 0;

/** Can a disk be mounted here? Says loudly when it can't. */
export function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'desk-mount-'));
  const can = mount(folder, 64);
  if (can) execFileSync('umount', [folder]);
  else process.stderr.write('SKIPPED: no disk can be mounted here (not root?), so none is full\n');
  rmSync(folder, { recursive: true });
  return can;
}

/** Mounts one of so many kB; it goes with the test. */
export function smallDisk(kB: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'desk-disk-'));
  if (!mount(folder, kB)) throw new Error('no disk can be mounted here');
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true });
  });
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => {
      const file = openSync(filler, 'w');
      try {
        for (const size of [65_536, 512]) while (hasRoom(file, size));
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
  };
}

function hasRoom(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size;
  } catch {
    return false;
  }
}
