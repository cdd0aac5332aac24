import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../../../src/domain/problem.ts';
import { type BoundedParser, createBoundedParser } from '../../../src/mail/bounded.ts';
import { mailOf, NO_HINTS, sender } from '../../helpers/mails.ts';

const root = join(import.meta.dirname, '../../..');
let folder = '';
const open: BoundedParser[] = [];

/** A stand-in for the worker that hangs, dies or fills its memory when the mail says so. */
const BAD_WORKER = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, raw }) => {
  const text = Buffer.from(raw).toString();
  if (text.includes('please hang')) for (;;);
  if (text.includes('please die')) process.exit(3);
  if (text.includes('please throw')) throw new Error('broken');
  if (text.includes('please eat')) { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)); }
  parentPort.postMessage({ id, parsed: { text: 'read' } });
});`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-worker-'));
  await writeFile(join(folder, 'bad.mjs'), BAD_WORKER);
  await build({
    entryPoints: [join(root, 'src/mail/worker.ts')],
    outfile: join(folder, 'mail-worker.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
  });
});

afterAll(async () => {
  await Promise.all(open.map((parser) => parser.close()));
  await rm(folder, { recursive: true, force: true });
});

function parserOf(file: string, limits = {}): BoundedParser {
  const parser = createBoundedParser(pathToFileURL(join(folder, file)), limits);
  open.push(parser);
  return parser;
}

const mail = (body: string) => mailOf(['From: lan@example.vn', 'Subject: Máy'], body);

describe('the bounded parser', () => {
  it('reads many mails at once, each answer to its own', async () => {
    const parser = parserOf('mail-worker.mjs');
    const mails = await Promise.all(Array.from({ length: 200 }, (_, n) => parser.parse(mail(`thư ${n}`), NO_HINTS)));
    expect(mails.map(({ text }) => text)).toEqual(Array.from({ length: 200 }, (_, n) => `thư ${n}`));
  });

  it.each([
    ['please hang', problemOf('reader-slow', { seconds: 0.5 })],
    ['please die', problemOf('reader-ended')],
    ['please throw', problemOf('reader-failed', { cause: 'broken' })],
    ['please eat', problemOf('reader-memory', { megabytes: 32 })],
  ])('gives up on a mail that says "%s", and on no other', async (wish, problem) => {
    const parser = parserOf('bad.mjs', { time: wish === 'please hang' ? 500 : 10_000, heap: 32 });
    const [before, bad, after] = await Promise.all(
      ['hi', wish, 'hi'].map((body) => parser.parse(mail(body), NO_HINTS)),
    );
    expect([before?.text, after?.text]).toEqual(['read', 'read']);
    expect(bad?.problem).toEqual(problem);
    expect(bad?.subject).toBe('Máy');
    expect(bad && sender(bad)?.address).toBe('lan@example.vn');
  });

  it('that is closed answers with the header alone', async () => {
    const parser = parserOf('bad.mjs');
    const late = parser.parse(mail('please hang'), NO_HINTS);
    await parser.close();
    expect((await late).problem).toEqual(problemOf('reader-closed'));
    expect((await parser.parse(mail('hi'), NO_HINTS)).problem).toEqual(problemOf('reader-closed'));
  });

  it('reads 30 MB of one mail in part, within its bounds', async () => {
    const parser = parserOf('mail-worker.mjs');
    const line = 'Máy giặt không chạy từ hôm qua, shop xem giúp em với ạ.\n';
    const { problem, text } = await parser.parse(
      mail(line.repeat(Math.ceil((30 * 1024 * 1024) / Buffer.byteLength(line)))),
      NO_HINTS,
    );
    expect(problem?.code).toMatch(/^(mail-|reader-)/);
    if (problem?.code === 'mail-long') expect(text.startsWith('Máy giặt')).toBe(true);
  });

  it('cuts a part, and gives null for one that is not there, hangs it or comes too late', async () => {
    const two = mailOf(
      ['Content-Type: multipart/mixed; boundary=b'],
      '--b\nContent-Type: text/plain\n\nhi\n--b\nContent-Type: application/pdf\n\nbytes\n--b--\n',
    );
    const parser = parserOf('mail-worker.mjs');
    const [part, none, parsed] = await Promise.all([
      parser.cut(two, 1),
      parser.cut(two, 2),
      parser.parse(two, NO_HINTS),
    ]);
    expect([part?.toString(), none, parsed.parts.length]).toEqual(['bytes', null, 1]);

    const bad = parserOf('bad.mjs', { time: 500 });
    expect(await bad.cut(mail('please hang'), 1)).toBeNull();
    await parser.close();
    expect(await parser.cut(two, 1)).toBeNull();
  });
});
