import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/domain/incoming.ts';
import { detectFormat } from '../../../src/intake/detect.ts';
import { type ReadOptions, readSources } from '../../../src/intake/read.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-intake-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const MAIL = 'From: lan@example.vn\nSubject: x\n\nhi\n';
const FROM = 'From lan@example.vn Tue Oct 29 03:52:03 2013\n';

async function put(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function read(paths: readonly string[], options: ReadOptions = {}): Promise<Incoming[]> {
  const all: Incoming[] = [];
  for await (const one of readSources(paths, options)) all.push(one);
  return all;
}

describe('what a file holds', () => {
  it.each([
    ['mbox', `${FROM}${MAIL}`, 'x'],
    ['eml', `${FROM}${MAIL}`, 'x.eml'],
    ['eml', MAIL, 'x.txt'],
    ['eml', '\r\n\r\nReceived: by x\r\n\tid 1\r\nFrom: a@b.c\r\n\r\n', 'y.raw'],
    ['eml', 'From: a@b.c\nSubject: numbered by MH\n\nhi\n', '12'],
    ['eml', 'Subject: x\nDate: Mon, 9 Mar 2026 09:00:00 +0000\n\nhi\n', 'hello'],
    ['eml', 'X-Spam: no\nStatus: RO\nFrom: lan@example.vn\n\nhi\n', 'x'],
    ['eml', 'No header at all', 'saved.eml'],
    ['mbox', 'no From line\n', 'old.mbox'],
    ['eml', MAIL, 'one.mbox'],
    [null, 'Hello without a header', '12'],
    [null, 'root:x:0:0:root:/root:/bin/bash\n', 'passwd'],
    [null, 'postmaster: root\nfrom: nobody\n', 'aliases'],
    [null, 'Package: bash\nStatus: install ok installed\nPriority: required\n', 'status'],
    [null, 'Metadata-Version: 2.1\nName: desk\n\nFrom: the authors\n', 'PKG-INFO'],
    [null, 'version: 3\nsubject: none\nother:\n  - x\n', 'conf.yml'],
    [null, 'name: build\nfrom: main\nto: release\n\nsteps\n', 'workflow'],
    [null, 'hosts: files dns\nx-strict: yes\n', 'nsswitch.conf'],
    [null, 'Date: today\n', 'notes'],
    ['jsonl', '\uFEFF{"type":"clock","now":"2026-01-01T00:00:00Z"}\n', 'x'],
    ['mmdf', '\x01\x01\x01\x01\nFrom: a@b.c\n', 'x'],
    [null, '{\n  "a": 1\n}', 'expected.json'],
    [null, '{"a":1,"b":[]}\n', 'settings.json'],
    ['jsonl', '{"subject":"by hand","customer":{"name":"Lan"}}\n', 'cases.jsonl'],
    [null, '--- !ruby/hash\nfrom: a@b.c\n', 'mail.yml'],
    [null, '# Notes\n\nSubject: none\n', 'README.md'],
    [null, '', 'empty'],
  ])('is %s, seen in its first bytes', (format, text, name) => {
    expect(detectFormat(Buffer.from(text), name)).toBe(format);
  });
});

describe('a folder', () => {
  it('that is a Maildir is read with its subfolders, dates from the names, tmp left out', async () => {
    await put('cur/1357000000.M1P2.host:2,S', MAIL);
    await put('new/1357000001.M1P3.host', MAIL);
    await put('tmp/1357000002.M1P4.host', MAIL);
    await put('.Archive/cur/1357000003.M1P5.host:2,', 'no header at all');
    await put('dovecot-uidlist', '3 V1 N2');
    const all = await read([folder]);
    expect(all.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual([
      'mail .Archive/cur/1357000003.M1P5.host:2,',
      'mail cur/1357000000.M1P2.host:2,S',
      'mail new/1357000001.M1P3.host',
    ]);
    expect(all[1]).toMatchObject({ source: folder, maildirAt: 1357000000000, fromLineAt: null });
  });

  it('of mails, mailboxes and other things is read file by file', async () => {
    await put('a.eml', MAIL);
    await put('b.mbox', `${FROM}${MAIL}\n${FROM}${MAIL}`);
    await put('c/d.mbox.gz', gzipSync(`${FROM}${MAIL}`));
    await put('notes.md', '# hello');
    await symlink(folder, join(folder, 'loop'));
    const all = await read([folder]);
    expect(all.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual([
      'mail a.eml',
      'mail b.mbox:0',
      'mail b.mbox:82',
      'mail c/d.mbox.gz:0',
      'problem notes.md',
    ]);
  });

  it('tells of other files, empty ones too, that they are no mail; in cur and new everything is', async () => {
    await put('etc/passwd', 'root:x:0:0\n');
    await put('etc/nothing', '');
    await put('mh/1', MAIL);
    await put('mh/2', 'a list of numbers\n');
    await put('box/cur/1357000000.M1.host:2,', 'no header at all');
    const all = await read([folder]);
    expect(all.map((one) => [one.ref, one.kind === 'problem' ? one.problem.code : one.kind])).toEqual([
      ['box/cur/1357000000.M1.host:2,', 'mail'],
      ['etc/nothing', 'not-mail'],
      ['etc/passwd', 'not-mail'],
      ['mh/1', 'mail'],
      ['mh/2', 'not-mail'],
    ]);
  });
});

describe('sources', () => {
  it('are read one after the other, stdin among them', async () => {
    const path = await put('a.eml', MAIL);
    const all = await read([path, '-'], { stdin: Readable.from([MAIL]) });
    expect(all.map(({ kind, source, ref }) => [kind, source, ref])).toEqual([
      ['mail', path, ''],
      ['mail', '-', ''],
    ]);
    expect(all[0]).toMatchObject({ raw: Buffer.from(MAIL) });
  });

  it('that are not there are an error before anything is read', async () => {
    const path = await put('a.eml', MAIL);
    const gone = join(folder, 'gone.mbox');
    await expect(read([path, gone])).rejects.toMatchObject({
      code: 'no-input',
      what: 'path-missing',
      facts: { path: gone },
    });
  });

  it('that break off are told of, and the next one is read', async () => {
    const broken = await put('cut.mbox.gz', gzipSync(`${FROM}${MAIL}`.repeat(5000)).subarray(0, 300));
    const good = await put('a.eml', MAIL);
    const all = await read([broken, good]);
    expect(all.at(-2)).toMatchObject({ kind: 'problem', source: broken });
    expect(all.at(-1)).toMatchObject({ kind: 'mail', source: good });
  });

  it('are let go of when one stops reading, and when there is nothing to read', async () => {
    for (let n = 0; n < 50; n += 1) await put(`d/${n}.md`, `# note ${n}\n`.repeat(2000));
    await put('d/z.mbox', `${FROM}${MAIL}\n`.repeat(5000));
    const openFiles = () => readdirSync('/proc/self/fd').length;
    const before = existsSync('/proc/self/fd') ? openFiles() : null;
    for await (const one of readSources([join(folder, 'd')])) if (one.kind === 'mail') break;
    if (before !== null) await expect.poll(openFiles).toBeLessThanOrEqual(before + 2);
  });

  it('that are one file, and that no mail, are an error that names the formats', async () => {
    const path = await put('notes.md', '# Notes\n');
    const formats = 'mbox, mmdf, maildir, eml, jsonl';
    await expect(read([path])).rejects.toMatchObject({ code: 'bad-data', what: 'not-mail', facts: { path, formats } });
    await expect(read(['-'], { stdin: Readable.from(['words\n']) })).rejects.toMatchObject({ what: 'not-mail' });
    expect(await read([path, await put('a.eml', MAIL)])).toMatchObject([{ kind: 'problem' }, { kind: 'mail' }]);
  });

  it('that are empty are told of', async () => {
    expect(await read([await put('empty.eml', '')])).toMatchObject([
      { kind: 'problem', problem: { code: 'empty-file' } },
    ]);
  });

  it('are what the user says they are', async () => {
    const path = await put('odd.md', 'Just words.\n');
    expect(await read([path], { format: 'eml' })).toMatchObject([{ kind: 'mail' }]);
    expect(await read([path], { format: 'jsonl' })).toMatchObject([
      { kind: 'problem', problem: { code: 'line-not-json' } },
    ]);
  });
});
