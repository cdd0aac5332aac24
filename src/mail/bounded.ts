import type { Buffer } from 'node:buffer';
import { Worker } from 'node:worker_threads';
import type { ParsedMail } from '../domain/incoming.ts';
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
  ahead: 16,
  aheadBytes: 8 * 1024 * 1024,
};

export interface BoundedParser {
  /** As parseMail, in a worker. Never rejects; after `close` mails come back with their header only. */
  parse(raw: Buffer, hints: DateHints): Promise<ParsedMail>;
  /** Ends the worker. Mails still open come back with their header only. */
  close(): Promise<void>;
}

interface Job {
  readonly id: number;
  readonly raw: Buffer;
  readonly hints: DateHints;
  readonly done: (parsed: ParsedMail) => void;
}

/**
 * Parses mails in one worker thread with bounded time and memory; several may be open at once, each answers in its
 * turn. A mail that takes too long, or takes the worker down, comes back with what its header says and a `problem`; the
 * worker is replaced and the others go on. `workerUrl` is the bundled worker.ts.
 */
export function createBoundedParser(workerUrl: URL, limits: Partial<Limits> = {}): BoundedParser {
  const bounds = { ...LIMITS, ...limits };
  const waiting: Job[] = [];
  const atWork: Job[] = [];
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let ids = 0;
  let closed = false;

  const answer = (job: Job, reason: string): void =>
    job.done(headersOnly(job.raw, job.hints, `The mail could not be read: ${reason}; the original is kept.`));

  const start = (): Worker => {
    const fresh = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: bounds.heap }, stdout: false });
    fresh.on('message', (message: ParseAnswer) => fresh === worker && answered(message));
    // an error overtakes answers that are still on their way; the exit comes after them
    let reason = 'its reader ended';
    fresh.on('error', (error: Error) => {
      reason = crashReason(error, bounds);
    });
    fresh.on('exit', () => fresh === worker && replace(reason));
    return fresh;
  };

  /** Gives up on the mail whose turn it was; the ones behind it start again with a fresh worker. */
  const replace = (reason: string): void => {
    const old = worker;
    worker = null;
    clearTimeout(timer);
    old?.terminate().catch(() => undefined);
    const culprit = atWork.shift();
    waiting.unshift(...atWork.splice(0));
    if (culprit) answer(culprit, reason);
    pump();
  };

  const answered = ({ id, parsed }: ParseAnswer): void => {
    const job = atWork[0];
    if (job?.id !== id) return;
    atWork.shift();
    clearTimeout(timer);
    job.done(parsed);
    if (atWork.length > 0) watch();
    pump();
  };

  const watch = (): void => {
    timer = setTimeout(() => replace(`it took longer than ${bounds.time / 1000} s`), bounds.time);
  };

  const pump = (): void => {
    while (waiting.length > 0 && hasRoom(atWork, bounds)) {
      const job = waiting.shift();
      if (!job) break;
      worker ??= start();
      worker.ref();
      atWork.push(job);
      if (atWork.length === 1) watch();
      const raw = job.raw.subarray(0, bounds.size + 1);
      const request: ParseRequest = {
        id: job.id,
        raw: Uint8Array.from(raw),
        fromLineAt: job.hints.fromLineAt,
        maildirAt: job.hints.maildirAt,
      };
      worker.postMessage(request, [request.raw.buffer as ArrayBuffer]);
    }
    if (atWork.length === 0) worker?.unref();
  };

  return {
    parse: (raw, hints) =>
      new Promise((done) => {
        ids += 1;
        const job: Job = { id: ids, raw, hints, done };
        if (closed) return answer(job, 'the reader was closed');
        waiting.push(job);
        pump();
      }),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      const old = worker;
      worker = null;
      for (const job of [...atWork.splice(0), ...waiting.splice(0)]) answer(job, 'the reader was closed');
      await old?.terminate();
    },
  };
}

const hasRoom = (atWork: readonly Job[], { ahead, aheadBytes }: Limits): boolean =>
  atWork.length === 0 || (atWork.length < ahead && atWork.reduce((sum, { raw }) => sum + raw.length, 0) < aheadBytes);

function crashReason(error: Error, { heap }: Limits): string {
  const code = 'code' in error ? error.code : '';
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? `it needs more than ${heap} MB of memory`
    : `its reader stopped (${error.message})`;
}
