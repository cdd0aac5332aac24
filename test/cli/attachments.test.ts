import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, tempDesk } from '../helpers/cli.ts';

const file = (name: string, content: string): string =>
  `--b\nContent-Type: application/pdf; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n` +
  `Content-Transfer-Encoding: base64\n\n${Buffer.from(content).toString('base64')}\n`;

const mailWith = (files: string): string =>
  'From: Lan <lan@example.vn>\nTo: shop@example.org\nSubject: Bill\nMessage-ID: <f@example.vn>\n' +
  'Date: Tue, 10 Mar 2026 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n' +
  `--b\nContent-Type: text/plain\n\nHere it is.\n${files}--b--\n`;

let desk: Desk;
let folder: string;
beforeEach(async () => {
  desk = tempDesk();
  folder = join(desk.folder, 'out');
  const raw = mailWith([file('bill.pdf', 'one'), file('bill.pdf', 'two'), file('../../etc/passwd', 'three')].join(''));
  await desk.run(['import', desk.file('a.eml', raw), '--me', 'shop@example.org']);
});

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('desk attachments', () => {
  test('that cannot be saved anywhere end, and say so', async () => {
    const { code, err } = await desk.run(['attachments', '1', '--save', '/proc/desk/files']);

    expect(code).toBe(73);
    expect(err).toContain('/proc/desk/files');
  });

  test('lists the files of a case: entry, size, type, name', async () => {
    const { out, code } = await desk.run(['attachments', '1']);

    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((row) => row.split(/ {2,}/)),
    ).toEqual([
      ['1', '3', 'application/pdf', 'bill.pdf'],
      ['1', '3', 'application/pdf', 'bill.pdf'],
      ['1', '5', 'application/pdf', '_.._.._etc_passwd'],
    ]);
    expect(await desk.json(['attachments', '1'])).toMatchObject([
      { entry: 1, n: 1, name: 'bill.pdf', type: 'application/pdf', size: 3 },
      { n: 2 },
      { n: 3, name: '../../etc/passwd' },
    ]);
  });

  test('saves each under one safe name, for its owner alone, and prints where', async () => {
    const { out, code } = await desk.run(['attachments', '1', '--save', folder]);

    expect(code).toBe(0);
    const written = ['bill.pdf', 'bill-2.pdf', '_.._.._etc_passwd'];
    expect(out.trimEnd().split('\n')).toEqual(written.map((name) => join(folder, name)));
    expect(readdirSync(folder).sort()).toEqual(written.toSorted());
    expect(written.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['one', 'two', 'three']);
    expect(written.map((name) => mode(join(folder, name)))).toEqual(['600', '600', '600']);
  });

  test('writes over nothing, and through no link', async () => {
    await desk.run(['attachments', '1', '--save', folder]);
    const target = desk.file('target', 'mine');
    symlinkSync(target, join(folder, 'bill-3.pdf'));
    writeFileSync(join(folder, 'bill-2.pdf'), 'changed by hand');
    const saved = (await desk.json(['attachments', '1', '--save', folder])) as { path: string }[];

    expect(saved.map(({ path }) => path.slice(folder.length + 1))).toEqual([
      'bill-4.pdf',
      'bill-5.pdf',
      '_.._.._etc_passwd-2',
    ]);
    expect(readFileSync(join(folder, 'bill-2.pdf'), 'utf8')).toBe('changed by hand');
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });

  test('tells of a file whose mail is gone, and ends with 65', async () => {
    await desk.run(['attachments', '1']); // the raw store is open no more
    for (const end of ['', '-wal', '-shm']) writeFileSync(join(desk.folder, `desk.raw.db${end}`), '');
    const { code, err, out } = await desk.run(['attachments', '1', '--save', folder]);

    expect([code, out]).toEqual([65, '']);
    expect(err).toContain('bill.pdf (entry 1) could not be cut from its mail.');
  });

  test('says so when a case has none, and makes no folder', async () => {
    await desk.run(['new', '--customer', 'x@y.example', '--subject', 'No files']);
    const { code, err } = await desk.run(['attachments', '2', '--save', folder]);

    expect([code, err]).toEqual([0, 'No files came with this case.\n']);
    expect(readdirSync(desk.folder)).not.toContain('out');
  });

  test('a folder that is a file, or that nobody may write to: 73', async () => {
    const plain = desk.file('plain', '');
    const { code, err } = await desk.run(['attachments', '1', '--save', plain]);

    expect([code, err]).toEqual([73, expect.stringContaining("Files can't be saved into")]);
  });
});
