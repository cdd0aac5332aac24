import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { UnicodeGraphemesAddon } from './graphemes-addon.ts';

const ROOT = join(import.meta.dirname, '../..');
export const DESK = join(ROOT, 'bin/desk.js');

export interface PtyOptions {
  readonly columns: number;
  readonly rows: number;
  /** the emulator counts the columns of whole graphemes (mode 2027), not of each sign */
  readonly clusters?: boolean;
  /** how many bytes a second the line carries to the terminal; left out: as many as come */
  readonly bytesPerSecond?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** a shell line to run instead; `"$@"` in it is the program with its arguments */
  readonly shell?: string;
}

/** The real program in a real pseudo terminal, its screen read from a terminal emulator. */
export interface Pty {
  readonly pid: number;
  /** the rows as they stand, blanks at their ends cut off */
  readonly rows: () => string[];
  readonly screen: () => string;
  /** Waits until the screen shows this; fails with the screen in the message after `ms`. */
  readonly sees: (what: string | RegExp, ms?: number) => Promise<void>;
  /** Waits until it no longer does. */
  readonly noLonger: (what: string | RegExp, ms?: number) => Promise<void>;
  /** Waits until nothing more is written for a while. */
  readonly settled: () => Promise<void>;
  /** Keys one after the other, each given time to be answered. */
  readonly press: (...keys: string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** much text, in pieces as the line takes them: a single write would keep the answers from being read */
  readonly pour: (text: string) => Promise<void>;
  readonly resize: (columns: number, rows: number) => void;
  readonly kill: (signal?: string) => void;
  /** the terminal's window is closed: what reads and writes there gets an error */
  readonly close: () => void;
  /** the terminal reads nothing until `resume` */
  readonly pause: () => void;
  readonly resume: () => void;
  /** is the emulator on its alternate screen? */
  readonly alternate: () => boolean;
  /** all that was written to the terminal */
  readonly written: () => string;
  readonly ended: Promise<{ code: number; signal: number }>;
  readonly cursor: () => { x: number; y: number };
  /** the columns in which this sign stands, row by row */
  readonly columnsOf: (sign: string) => number[][];
}

const PAUSE_MS = 40;
const SETTLE_MS = 150;
/** less than the kernel holds for a reader */
const PIECE = /[\s\S]{1,800}/gu;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts `node bin/desk.js ARGS` as an agent's terminal would. */
export function startDesk(args: readonly string[], options: PtyOptions): Pty {
  if (!existsSync(join(ROOT, 'dist/main.js'))) throw new Error('dist is missing: npm run build');
  const words = [process.execPath, DESK, ...args];
  const [file = '', ...rest] = options.shell === undefined ? words : ['/bin/sh', '-c', options.shell, 'sh', ...words];
  return startProgram(file, rest, options);
}

/** A shell with job control, in which desk is started by hand; its prompt is `$ `. */
export const startShell = (options: PtyOptions): Pty =>
  startProgram('bash', ['--norc', '--noprofile', '-i'], {
    ...options,
    env: { PS1: '$ ', HISTFILE: '', ...options.env },
  });

function startProgram(file: string, args: readonly string[], options: PtyOptions): Pty {
  const { columns, rows } = options;
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  if (options.clusters === true) terminal.loadAddon(new UnicodeGraphemesAddon());
  const process_: IPty = spawn(file, [...args], {
    cols: columns,
    rows,
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '/tmp',
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      CI: 'false',
      TZ: 'UTC',
      ...options.env,
    },
  });
  let written = Promise.resolve();
  let all = '';
  process_.onData((data) => {
    all += data;
    if (options.bytesPerSecond !== undefined) {
      process_.pause();
      setTimeout(() => process_.resume(), (1000 * Buffer.byteLength(data)) / options.bytesPerSecond);
    }
    written = written.then(() => new Promise((resolve) => terminal.write(data, resolve)));
  });
  terminal.onData((answer) => process_.write(answer));
  const lines = (): string[] => {
    const buffer = terminal.buffer.active;
    return Array.from(
      { length: terminal.rows },
      (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '',
    );
  };
  const screen = (): string => lines().join('\n');
  const matches = (what: string | RegExp): boolean =>
    typeof what === 'string' ? screen().includes(what) : what.test(screen());
  const until = async (wanted: boolean, what: string | RegExp, ms: number): Promise<void> => {
    const end = Date.now() + ms;
    while (Date.now() < end) {
      await written;
      if (matches(what) === wanted) return;
      await pause(20);
    }
    throw new Error(`${wanted ? 'not seen' : 'still seen'}: ${String(what)}\n${screen()}`);
  };
  return {
    pid: process_.pid,
    rows: lines,
    screen,
    sees: (what, ms = 25_000) => until(true, what, ms),
    noLonger: (what, ms = 25_000) => until(false, what, ms),
    settled: async () => {
      for (let before = -1; before !== all.length; await pause(SETTLE_MS)) before = all.length;
      await written;
    },
    press: async (...keys) => {
      for (const key of keys) {
        process_.write(key);
        await pause(PAUSE_MS);
      }
    },
    type: async (text) => {
      process_.write(text);
      await pause(PAUSE_MS);
    },
    pour: async (text) => {
      for (const piece of text.match(PIECE) ?? []) {
        process_.write(piece);
        await pause(1);
      }
    },
    resize: (wide, high) => {
      terminal.resize(wide, high);
      process_.resize(wide, high);
    },
    kill: (signal) => process_.kill(signal),
    close: () => destroy(process_),
    pause: () => process_.pause(),
    resume: () => process_.resume(),
    alternate: () => terminal.buffer.active.type === 'alternate',
    written: () => all,
    ended: new Promise((resolve) =>
      process_.onExit(({ exitCode, signal }) => resolve({ code: exitCode, signal: signal ?? 0 })),
    ),
    columnsOf: (sign) =>
      Array.from({ length: terminal.rows }, (_, row) => {
        const line = terminal.buffer.active.getLine(terminal.buffer.active.viewportY + row);
        return Array.from({ length: terminal.cols }, (_cell, x) => x).filter(
          (x) => line?.getCell(x)?.getChars() === sign,
        );
      }),
    cursor: () => ({ x: terminal.buffer.active.cursorX, y: terminal.buffer.active.cursorY }),
  };
}

/** node-pty keeps the master's end to itself; its type does not say that it can be closed. */
function destroy(pty: IPty): void {
  if ('destroy' in pty && typeof pty.destroy === 'function') pty.destroy();
}

export const KEY = {
  enter: '\r',
  esc: '\x1b',
  down: '\x1b[B',
  up: '\x1b[A',
  tab: '\t',
  backspace: '\x7f',
  ctrl: (letter: string): string => String.fromCharCode(letter.toUpperCase().charCodeAt(0) - 64),
} as const;
