import { once } from 'node:events';
import { EXIT, reportError } from '../cli/exit.ts';
import type { Io } from '../cli/io.ts';
import { DeskError, ERRORS } from '../domain/errors.ts';
import { loadWords } from '../i18n/index.ts';
import { type Env, localeOf } from './environment.ts';

/**
 * Runs `work` over this process's streams and gives the exit code. A reader that goes away (`| head -1`) ends it
 * silently with 0; a full device is told, 74. Never exits after output: what was written must still leave.
 */
export async function processIo(env: Env, work: (io: Io) => Promise<number>): Promise<number> {
  const { stdout, stderr } = process;
  let outClosed = false;
  let forced: number | null = null;
  let telling: Promise<unknown> = Promise.resolve();
  const io: Io = {
    out: (data) => {
      if (!outClosed) stdout.write(data);
    },
    err: (text) => void stderr.write(text),
    // Node makes it, and loads what reads a file, when it is first asked for
    get stdin() {
      return process.stdin;
    },
    get inIsTerminal() {
      return process.stdin.isTTY === true;
    },
    outIsTerminal: stdout.isTTY === true,
    errIsTerminal: stderr.isTTY === true,
    columns: stdout.columns || 80,
    drained: async () => {
      await turn(); // a pipe is written at once, and tells a turn later that its reader has gone
      if (outClosed || !stdout.writableNeedDrain) return;
      await Promise.race([once(stdout, 'drain'), once(stdout, 'close')]).catch(() => undefined);
    },
    outClosed: () => outClosed,
    ask: (question) => ask(question, false),
    askHidden: (question) => ask(question, true),
    onInterrupt,
    untilToldToEnd,
  };
  stderr.on('error', () => undefined); // nobody reads our words: nothing can be said about that
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (outClosed) return;
    outClosed = true;
    const failure = new DeskError('io-failed', 'output-full', {}, error);
    const hungUp = error.code === 'EIO' && stdout.isTTY;
    if (hungUp) forced = EXIT.hungUp;
    else if (error.code === 'EPIPE') forced = EXIT.ok;
    else {
      forced = ERRORS[failure.code];
      telling = loadWords(localeOf('', env)).then((words) => reportError(failure, io, words, false));
    }
    process.exitCode = forced; // the error may come after the work is done
  });
  const code = await work(io);
  await turn(); // what was written last tells of its failure a turn later
  await telling;
  return forced ?? code;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function ask(question: string, hidden: boolean): Promise<string> {
  const { createInterface } = await import('node:readline'); // loaded only where somebody is asked
  // readline echoes by itself; what is hidden is read in its raw mode with nowhere to echo to
  const { Writable } = await import('node:stream');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = hidden
    ? createInterface({ input: process.stdin, output: nowhere, terminal: true })
    : createInterface({ input: process.stdin, output: process.stderr });
  // only now: what somebody quick types before would be echoed by the terminal
  if (hidden) process.stderr.write(question);
  return new Promise((resolve) => {
    lines.on('SIGINT', () => {
      lines.close();
      process.exit(EXIT.interrupted); // nothing was printed yet, and nothing is half done while we ask
    });
    lines.on('close', () => resolve(''));
    lines.question(hidden ? '' : question, (answer) => {
      if (hidden) process.stderr.write('\n');
      resolve(answer);
      lines.close();
    });
  });
}

function onInterrupt(): AbortSignal {
  const controller = new AbortController();
  process.on('SIGINT', () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted); // asked twice: at once
    controller.abort();
  });
  return controller.signal;
}

const PARENT_LOOK_MS = 500;

function untilToldToEnd(withParent: boolean): AbortSignal {
  const controller = new AbortController();
  const end = (): void => {
    if (withParent) process.stdin.destroy(); // else it would keep us
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  if (!withParent) return controller.signal;
  for (const event of ['end', 'close', 'error'] as const) process.stdin.once(event, end);
  process.stdin.resume();
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, PARENT_LOOK_MS).unref();
  return controller.signal;
}
