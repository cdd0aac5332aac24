import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FileHelp } from '../perform-files.ts';

/** ms in which a system's opener that fails has failed. */
const FAILS_WITHIN = 1500;

/** Folders and the system's opener, for the files of cases; `end` takes away what was opened. */
export function createFileHelp(): FileHelp & { readonly end: () => void } {
  let scratch: string | null = null;
  return {
    folder: (typed) => resolve(typed.replace(/^~(?=\/|$)/, homedir())),
    scratch: () => {
      scratch ??= mkdtempSync(join(tmpdir(), 'desk-files-'));
      return scratch;
    },
    open: openFile,
    end: () => {
      if (scratch !== null) rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** No shell sees the name: it is one argument, and its path is absolute, so that it is no option. */
function openFile(path: string): Promise<string | null> {
  return new Promise((done) => {
    const child = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [path], {
      stdio: 'ignore',
      detached: true,
    });
    const timer = setTimeout(() => done(null), FAILS_WITHIN); // it shows the file and stays
    const end = (problem: string | null): void => {
      clearTimeout(timer);
      done(problem);
    };
    child.on('error', (error) => end(error.message));
    child.on('exit', (code) => end(code === 0 ? null : `exit ${code}`));
    child.unref();
  });
}
