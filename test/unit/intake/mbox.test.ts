import { Readable } from 'node:stream';
import { gzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/domain/incoming.ts';
import { readMbox } from '../../../src/intake/mbox.ts';
import { readMmdf } from '../../../src/intake/mmdf.ts';
import { readSources } from '../../../src/intake/read.ts';
import { sha256 } from '../../../src/store/raw.ts';

const FROM = 'From lan@example.vn Tue Oct 29 03:52:03 2013\n';

/** The bytes in pieces of some size, as a disk or a pipe may give them. */
async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size = 7): Promise<Incoming[]> {
  const all: Incoming[] = [];
  for await (const one of readMbox(pieces(Buffer.from(text), size), 'box')) all.push(one);
  return all;
}

const raws = (all: readonly Incoming[]): string[] =>
  all.map((one) => (one.kind === 'mail' ? one.raw.toString() : one.kind));

describe('an mbox', () => {
  it('gives the bytes after each From line, without the blank line that closes the mail', async () => {
    const all = await read(`${FROM}Subject: a\n\none\n\n${FROM}Subject: b\n\ntwo\n\n\n`);
    expect(raws(all)).toEqual(['Subject: a\n\none\n', 'Subject: b\n\ntwo\n\n']);
    expect(all.map(({ ref }) => ref)).toEqual(['0', '62']);
    expect(all[0]).toMatchObject({ source: 'box', fromLineAt: Date.UTC(2013, 9, 29, 3, 52, 3), maildirAt: null });
  });

  it('leaves >From and From in the text alone', async () => {
    const body =
      'Subject: a\n\n>From here\n\nFrom here on it went wrong.\nFrom lan@example.vn Tue Oct 29 03:52:03 2013\n';
    expect(raws(await read(FROM + body))).toEqual([body]);
  });

  it('with CRLF and a byte order mark is read as well', async () => {
    const text = `\uFEFF${FROM}Subject: a\n\none\n\n${FROM}Subject: b\n\ntwo`.replaceAll('\n', '\r\n');
    expect(raws(await read(text))).toEqual(['Subject: a\r\n\r\none\r\n', 'Subject: b\r\n\r\ntwo']);
  });

  it('with mails without text, or none at all, loses nothing', async () => {
    expect(raws(await read(`${FROM}\n${FROM}\n`))).toEqual(['', '']);
    expect(await read('')).toEqual([]);
  });

  it('that begins with something else says so', async () => {
    expect(raws(await read(`hello\n\n${FROM}Subject: a\n\none\n`))).toEqual(['Subject: a\n\none\n', 'problem']);
  });

  it('is the same however its bytes come in', async () => {
    const line = fc.constantFrom(
      '\n',
      '\r\n',
      'x\n',
      'From \n',
      FROM,
      `>${FROM}`,
      `${'long '.repeat(300)}\n`,
      `From ${'x'.repeat(1200)} 10:00 2013\n`,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.integer({ min: 1, max: 2000 }), async (lines, size) => {
        const text = FROM + lines.join('');
        const whole = await read(text, text.length);
        expect(await read(text, size)).toEqual(whole);
        for (const one of whole) {
          if (one.kind !== 'mail') continue;
          const start = text.indexOf('\n', Number(one.ref)) + 1;
          expect(text.slice(start, start + one.raw.length)).toBe(one.raw.toString());
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of 200 MB streams by in flat memory', async () => {
    const mail = Buffer.from(`${FROM}Subject: a\n\n${'Máy giặt không chạy.\n'.repeat(2000)}\n`);
    const count = Math.ceil((200 * 1024 * 1024) / mail.length);
    const stream = async function* () {
      for (let n = 0; n < count; n += 1) yield mail;
    };
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let mails = 0;
    let most = 0;
    for await (const one of readMbox(stream(), 'box')) {
      if (one.kind === 'mail') mails += 1;
      if (mails % 500 === 0) most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(mails).toBe(count);
    expect(most).toBeLessThan(150 * 1024 * 1024);
  });

  const MB = 1024 * 1024;
  const line = Buffer.from(`${'x'.repeat(MB - 1)}\n`);
  const big = async function* (megabytes: number) {
    yield Buffer.from(`${FROM}Subject: big\n\n`);
    for (let n = 0; n < megabytes; n += 1) yield line;
    yield Buffer.from(`\n${FROM}Subject: small\n\nhi\n`);
  };

  it('with a mail over 64 MB gives its beginning, its packed bytes and their hash, and reads on', async () => {
    const all: Incoming[] = [];
    for await (const one of readMbox(big(70), 'box')) all.push(one);

    const [large] = all;
    if (large?.kind !== 'large-mail') throw new Error(`it is a ${large?.kind}`);
    const whole = Buffer.concat([Buffer.from('Subject: big\n\n'), ...Array<Buffer>(70).fill(line)]);
    expect(inflateRawSync(Buffer.concat(large.deflated)).equals(whole)).toBe(true);
    expect(large).toMatchObject({ ref: '0', size: whole.length, sha256: sha256(whole) });
    expect(large.head.equals(whole.subarray(0, large.head.length))).toBe(true);
    expect(large.head.length).toBeGreaterThan(25 * MB);
    expect(raws(all)[1]).toBe('Subject: small\n\nhi\n');
  });

  it('with a mail over 160 MB reports that one and reads on', async () => {
    const all: Incoming[] = [];
    for await (const one of readMbox(big(161), 'box')) all.push(one);
    expect(all[0]).toMatchObject({
      ...{ kind: 'problem', ref: '0' },
      problem: { code: 'mail-too-large', facts: { megabytes: 160 } },
    });
    expect(raws(all)[1]).toBe('Subject: small\n\nhi\n');
  });

  it('is found and unpacked when it comes as gzip on stdin', async () => {
    const text = `${FROM}Subject: a\n\none\n\n${FROM}Subject: b\n\ntwo\n`;
    const all: Incoming[] = [];
    for await (const one of readSources(['-'], { stdin: Readable.from([gzipSync(text)]) })) all.push(one);
    expect(raws(all)).toEqual(['Subject: a\n\none\n', 'Subject: b\n\ntwo\n']);
    expect(all[1]?.ref).toBe('62');
  });
});

describe('an MMDF mailbox', () => {
  it('gives the mails between its marks', async () => {
    const mark = '\x01\x01\x01\x01\n';
    const text = `${mark}Subject: a\n\none\n${mark}${mark}Subject: b\n\ntwo\n${mark}`;
    for (const size of [1, 3, 1000]) {
      const all: Incoming[] = [];
      for await (const one of readMmdf(pieces(Buffer.from(text), size), 'box')) all.push(one);
      expect(raws(all)).toEqual(['Subject: a\n\none\n', 'Subject: b\n\ntwo\n']);
    }
  });
});
