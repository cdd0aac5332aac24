import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { proportional } from './memory.ts';

export interface Program {
  readonly name: string;
  readonly run: readonly [program: string, ...args: string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** on the screen when the first rows are there, escapes left out */
  readonly ready: RegExp;
  /** moves a row away from where it starts, and back */
  readonly keys: readonly [there: string, back: string];
}

export interface Measured {
  /** ms from exec to the first rows */
  readonly ready: number;
  /** ms per key to the last byte of its answer */
  readonly keys: readonly number[];
  /** bytes per key */
  readonly bytes: readonly number[];
  /** MB, PSS */
  readonly memory: number;
}

const QUIET_MS = 40;
/** Rows that the keys go down before they come up again: a screen and a bit. */
const SWEEP = 40;
const WAIT_MS = 60_000;
/** What a terminal answers when it is asked who it is, where the cursor stands and what its background is. */
const QUESTIONS: readonly (readonly [asked: string, answer: string])[] = [
  ['\u001b[c', '\u001b[?62;22c'],
  ['\u001b[0c', '\u001b[?62;22c'],
  ['\u001b[6n', '\u001b[1;1R'],
  ['\u001b]11;?', '\u001b]11;rgb:0000/0000/0000\u001b\\'],
  ['\u001b[?u', '\u001b[?0u'],
];

interface Running {
  readonly started: number;
  readonly pid: number;
  readonly press: (keys: string) => void;
  /** what was written so far, escapes left out; its last 200 000 characters */
  readonly text: () => string;
  readonly bytes: () => number;
  /** when the last byte came, as performance.now() */
  readonly last: () => number;
  readonly until: (done: () => boolean) => Promise<void>;
  readonly hangUp: () => void;
}

function start(program: Program): Running {
  const [file, ...args] = program.run;
  const started = performance.now();
  const env = { ...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...program.env } as Record<string, string>;
  const child = spawn(file, args, { cols: 120, rows: 40, env, encoding: null });
  let seen = '';
  let bytes = 0;
  let last = started;
  let ended = false;
  child.onExit(() => {
    ended = true;
  });
  child.onData((data: string | Buffer) => {
    const text = data.toString('latin1');
    last = performance.now();
    bytes += text.length;
    seen = (seen + Buffer.from(text, 'latin1').toString('utf8')).slice(-200_000);
    for (const [question, answer] of QUESTIONS) if (text.includes(question)) child.write(answer);
  });
  return {
    started,
    pid: child.pid,
    press: (keys) => child.write(keys),
    text: () => stripVTControlCharacters(seen),
    bytes: () => bytes,
    last: () => last,
    until: async (done) => {
      for (const end = performance.now() + WAIT_MS; !done(); ) {
        const failed = ended ? 'it ended' : performance.now() > end ? 'no answer' : null;
        if (failed !== null) throw new Error(`${program.name}: ${failed}\n${seen.slice(-500)}`);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
    hangUp: () => child.kill('SIGHUP'),
  };
}

/** ms from exec until the screen shows `what`; `typed` is there from the beginning, as by a quick agent. */
export async function untilShown(program: Program, typed: string, what: RegExp): Promise<number> {
  const running = start(program);
  try {
    if (typed !== '') running.press(typed);
    await running.until(() => what.test(running.text()));
    return running.last() - running.started;
  } finally {
    running.hangUp();
  }
}

/** Runs a full-screen program at 120×40, waits for its first rows, presses its key so many times, hangs up. */
export async function inTerminal(program: Program, presses: number): Promise<Measured> {
  const running = start(program);
  const quiet = (): Promise<void> => running.until(() => performance.now() - running.last() > QUIET_MS);
  try {
    await running.until(() => program.ready.test(running.text()));
    const ready = running.last() - running.started;
    await new Promise((resolve) => setTimeout(resolve, 300));
    await quiet();
    const keys: number[] = [];
    const bytes: number[] = [];
    for (let press = 0; press < presses; press += 1) {
      const before = running.bytes();
      const pressed = performance.now();
      running.press(program.keys[press % (2 * SWEEP) < SWEEP ? 0 : 1]);
      await running.until(() => running.bytes() > before);
      await quiet();
      keys.push(running.last() - pressed);
      bytes.push(running.bytes() - before);
    }
    return { ready, keys, bytes, memory: proportional(running.pid) };
  } finally {
    running.hangUp();
  }
}
