import { Buffer } from 'node:buffer';
import { parentPort } from 'node:worker_threads';
import { parseMail } from './parse.ts';
import type { ParseAnswer, ParseRequest } from './worker-messages.ts';

/** The worker thread of bounded.ts: one mail after the other, in order, so that the first open one is the one at work. */
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (request: ParseRequest) => {
  last = last.then(async () => {
    const { buffer, byteOffset, byteLength } = request.raw;
    const parsed = await parseMail(Buffer.from(buffer, byteOffset, byteLength), request);
    const answer: ParseAnswer = { id: request.id, parsed };
    parentPort?.postMessage(answer);
  });
});
