import { Buffer } from 'node:buffer';
import { Worker } from 'node:worker_threads';
import type { ParsedMail } from '../domain/incoming.ts';
import { type Problem, problemOf } from '../domain/problem.ts';
import { headersOnly } from './headers-only.ts';
import type { DateHints } from './mail-date.ts';
import type { ParseAnswer, ParseRequest } from './worker-messages.ts';

export interface Limits {
  /** ms for one mail, counted from when its turn comes */
  readonly time: number;
  /** MB of the worker's heap */
  readonly heap: number;
  /** bytes of a mail that are looked at */
  readonly size: number;
  /** mails, and bytes, that are handed to the worker ahead */
  readonly ahead: number;
  readonly aheadBytes: number;
}

const LIMITS: Limits = {
  time: 10_000,
  heap: 256,
  size: 25 * 1024 * 1024,
  ahead: 64,
  aheadBytes: 8 * 1024 * 1024,
};

export interface BoundedParser {
  /** As parseMail, in a worker. Never rejects; after `close` mails come back with their header only. */
  parse(raw: Buffer, hints: DateHints): Promise<ParsedMail>;
  /** As cutPart, in a worker; null too when the mail can't be read within the bounds. Never rejects. */
  cut(raw: Buffer, n: number): Promise<Buffer | null>;
  /** Ends the worker. Mails still open come back with their header only. */
  close(): Promise<void>;
}

interface Job {
  readonly raw: Buffer;
  readonly asked: Omit<ParseRequest, 'id' | 'raw'>;
  readonly done: (answer: ParseAnswer) => void;
  readonly failed: (problem: Problem) => void;
}

type OpenJob = Job & { readonly id: number };

/**
 * Parses mails in one worker thread with bounded time and memory; several may be open at once, each answers in its
 * turn. A mail that takes too long, or takes the worker down, comes back with what its header says and a `problem`; the
 * worker is replaced and the others go on. `workerUrl` is the bundled worker.ts.
 */
export function createBoundedParser(workerUrl: URL, limits: Partial<Limits> = {}): BoundedParser {
  const bounds = { ...LIMITS, ...limits };
  const waiting: OpenJob[] = [];
  const atWork: OpenJob[] = [];
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let ids = 0;
  let closed = false;

  const start = (): Worker => {
    const fresh = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: bounds.heap }, stdout: false });
    fresh.on('message', (message: ParseAnswer) => fresh === worker && answered(message));
    // an error overtakes answers that are still on their way; the exit comes after them
    let problem = problemOf('reader-ended');
    fresh.on('error', (error: Error) => {
      problem = crashProblem(error, bounds);
    });
    fresh.on('exit', () => fresh === worker && replace(problem));
    return fresh;
  };

  /** Gives up on the mail whose turn it was; the ones behind it start again with a fresh worker. */
  const replace = (problem: Problem): void => {
    const old = worker;
    worker = null;
    clearTimeout(timer);
    old?.terminate().catch(() => undefined);
    const culprit = atWork.shift();
    waiting.unshift(...atWork.splice(0));
    culprit?.failed(problem);
    pump();
  };

  const answered = (answer: ParseAnswer): void => {
    const job = atWork[0];
    if (job?.id !== answer.id) return;
    atWork.shift();
    clearTimeout(timer);
    job.done(answer);
    if (atWork.length > 0) watch();
    pump();
  };

  const watch = (): void => {
    timer = setTimeout(() => replace(problemOf('reader-slow', { seconds: bounds.time / 1000 })), bounds.time);
  };

  const pump = (): void => {
    while (waiting.length > 0 && hasRoom(atWork, bounds)) {
      const job = waiting.shift();
      if (!job) break;
      worker ??= start();
      worker.ref();
      atWork.push(job);
      if (atWork.length === 1) watch();
      const request: ParseRequest = { id: job.id, raw: Uint8Array.from(job.raw), ...job.asked };
      worker.postMessage(request, [request.raw.buffer as ArrayBuffer]);
    }
    if (atWork.length === 0) worker?.unref();
  };

  const take = (job: Job): void => {
    if (closed) {
      job.failed(CLOSED);
      return;
    }
    ids += 1;
    waiting.push({ ...job, id: ids });
    pump();
  };

  return {
    parse: (raw, { fromLineAt, maildirAt }) =>
      new Promise((resolve) => {
        const failed = (problem: Problem): void => resolve(headersOnly(raw, { fromLineAt, maildirAt }, problem));
        take({
          raw: raw.subarray(0, bounds.size + 1),
          asked: { fromLineAt, maildirAt },
          done: (answer) =>
            'parsed' in answer
              ? resolve(answer.parsed)
              : failed(problemOf('reader-failed', { cause: 'another answer' })),
          failed,
        });
      }),
    cut: (raw, n) =>
      new Promise((resolve) =>
        take({
          raw,
          asked: { fromLineAt: null, maildirAt: null, part: n },
          done: (answer) =>
            resolve('content' in answer && answer.content !== null ? Buffer.from(answer.content) : null),
          failed: () => resolve(null),
        }),
      ),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      const old = worker;
      worker = null;
      for (const job of [...atWork.splice(0), ...waiting.splice(0)]) job.failed(CLOSED);
      await old?.terminate();
    },
  };
}

const CLOSED = problemOf('reader-closed');

const hasRoom = (atWork: readonly Job[], { ahead, aheadBytes }: Limits): boolean =>
  atWork.length === 0 || (atWork.length < ahead && atWork.reduce((sum, { raw }) => sum + raw.length, 0) < aheadBytes);

function crashProblem(error: Error, { heap }: Limits): Problem {
  const code = 'code' in error ? error.code : '';
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? problemOf('reader-memory', { megabytes: heap })
    : problemOf('reader-failed', { cause: error.message });
}
