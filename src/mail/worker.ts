import { Buffer } from 'node:buffer';
import { parentPort } from 'node:worker_threads';
import { parseMail } from './parse.ts';
import { cutPart } from './source-part.ts';
import type { ParseAnswer, ParseRequest } from './worker-messages.ts';

/** The worker thread of bounded.ts: one mail after the other, in order, so that the first open one is the one at work. */
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (request: ParseRequest) => {
  last = last.then(async () => parentPort?.postMessage(await answerTo(request)));
});

async function answerTo(request: ParseRequest): Promise<ParseAnswer> {
  const { id, part } = request;
  const { buffer, byteOffset, byteLength } = request.raw;
  const raw = Buffer.from(buffer, byteOffset, byteLength);
  return part === undefined ? { id, parsed: await parseMail(raw, request) } : { id, content: await cutPart(raw, part) };
}
