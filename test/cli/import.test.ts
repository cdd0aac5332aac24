import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { type Desk, tempDesk } from '../helpers/cli.ts';
import { caseLine, mail, mbox } from '../helpers/cli-seed.ts';
import { answer, ask, fresh, old } from '../helpers/shop-mails.ts';

let desk: Desk;
beforeEach(() => {
  desk = tempDesk();
});

test('says at the end how much came in and who waits', async () => {
  const path = desk.file('shop.mbox', mbox([ask, answer, old, fresh]));
  const { out, err, code } = await desk.run(['import', path]);

  expect(code).toBe(0);
  expect(out).toBe('4 mails, 3 cases, 1 is waiting for you, for 2 days.\n1 case came in as solved.\n');
  expect(err).toBe('Taken as your own addresses: shop@example.org. Change it with: desk config set me ADDRESS,…\n');
  expect((await desk.run(['import', path])).out).toBe(
    '0 mails, 0 cases, 1 is waiting for you, for 2 days.\n4 mails were here already.\n',
  );
});

test('a dry run counts as the real run does, and leaves nothing', async () => {
  const path = desk.file('shop.mbox.gz', gzipSync(mbox([ask, answer, old, fresh])));
  const dry = (await desk.json(['import', '--dry-run', path])) as Record<string, unknown>;
  expect((await desk.run(['list', '-q', '*'])).out).toBe('');
  const real = (await desk.json(['import', path])) as Record<string, unknown>;

  for (const key of ['format', 'read', 'added', 'updated', 'unchanged', 'skipped', 'cases', 'customers', 'problems'])
    expect(dry[key], key).toEqual(real[key]);
  expect(real).toMatchObject({
    format: 'mbox',
    dryRun: false,
    read: 4,
    added: 4,
    unchanged: 0,
    skipped: 0,
    cases: { added: 3, updated: 0, solved: 1 },
    customers: { added: 3 },
    problems: [],
  });
});

test('takes no own address that is none: nothing is read, nothing written', async () => {
  const { code, err } = await desk.run(['import', desk.file('a.eml', ask), '--me', 'notanaddress']);

  expect([code, (await desk.run(['list', '*'])).out]).toEqual([2, '']);
  expect(err).toContain('notanaddress');
});

test('reads stdin, and gives the bytes of a mail back', async () => {
  await desk.run(['import', '-', '--from', 'eml', '--me', 'shop@example.org'], { stdin: ask });

  const { bytes } = await desk.run(['source', '1']);
  expect(bytes.toString()).toBe(ask);
  const shown = await desk.run(['source', '1'], { terminal: 80 });
  expect(shown.err).toContain('cleaned');
});

test('asks on a terminal whose addresses these are: Enter takes the guess, anything else is read', async () => {
  const path = desk.file('a.eml', ask);
  const { err } = await desk.run(['import', path], { terminal: 80, answers: ['nonsense', 'other@example.org'] });

  expect(err).toContain('These look like your own addresses: shop@example.org.');
  expect((await desk.run(['config', 'get', 'me'])).out).toBe('other@example.org\n');
});

test('keeps cases open, or solves them from a date on', async () => {
  const path = desk.file('o.eml', old);
  await desk.run(['import', '--dry-run', path]);
  expect(await desk.json(['import', '--dry-run', '--keep-open', path])).toMatchObject({ cases: { solved: 0 } });
  expect(await desk.json(['import', '--dry-run', '--solved-before', '2025-06-09', path])).toMatchObject({
    cases: { solved: 0 },
  });
  expect(await desk.json(['import', '--dry-run', '--solved-before', '2025-06-10', path])).toMatchObject({
    cases: { solved: 1 },
  });
});

test('one undo takes an import back', async () => {
  await desk.run(['import', desk.file('shop.mbox', mbox([ask, fresh]))]);

  expect((await desk.run(['undo'])).code).toBe(0);
  expect((await desk.run(['list', '-q', '*'])).out).toBe('');
  expect((await desk.run(['redo'])).code).toBe(0);
  expect((await desk.run(['list', '-q', '*'])).out.trim().split('\n')).toHaveLength(2);
});

test('what could not be read is told, the rest is done, and the code is 65', async () => {
  const { code, err, out } = await desk.run([
    'import',
    desk.file('a.eml', ask),
    desk.file('pic.png', '\x89PNG\0\0\x01'),
    '--me',
    'shop@example.org',
  ]);

  expect([code, out]).toEqual([65, '1 mail, 1 case, 1 is waiting for you, for 3 days.\n']);
  expect(err).toContain('pic.png: ');
});

test.each([
  ['en', '14 files are not mail: f00.conf, f01.conf, f02.conf …', '1 file is not mail: f00.conf'],
  ['vi', '14 tệp không phải là thư: f00.conf, f01.conf, f02.conf …', '1 tệp không phải là thư: f00.conf'],
  ['th', 'มี 14 ไฟล์ที่ไม่ใช่อีเมล: f00.conf, f01.conf, f02.conf …', 'มี 1 ไฟล์ที่ไม่ใช่อีเมล: f00.conf'],
])('other files in a folder are counted in one line (%s), and are no cases', async (lang, many, one) => {
  const folder = join(desk.folder, 'mixed');
  mkdirSync(folder);
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  put('a.eml', ask);
  put('f00.conf', 'key = value\n');

  expect((await desk.run(['import', folder, '--dry-run', '--lang', lang])).err).toContain(`${one}\n`);
  for (let n = 1; n < 14; n += 1) put(`f${String(n).padStart(2, '0')}.conf`, 'From here on: nothing\n');
  const { code, err } = await desk.run(['import', folder, '--lang', lang]);

  expect([code, err]).toEqual([0, expect.stringContaining(`${many}\n`)]);
  expect((await desk.run(['list', '-q', '*'])).out.trim().split('\n')).toHaveLength(1);
  const report = (await desk.json(['import', folder])) as { notMail: string[]; problems: unknown[] };
  expect([report.notMail.length, report.problems]).toEqual([14, []]);
});

test.each([
  ['en', 'is not mail', 'mbox, mmdf, maildir, eml, jsonl'],
  ['vi', 'không phải là thư', 'mbox, mmdf, maildir, eml, jsonl'],
  ['th', 'ไม่ใช่อีเมล', 'mbox, mmdf, maildir, eml, jsonl'],
])('a file that is no mail is refused, with the formats that can be read (%s)', async (lang, what, formats) => {
  const path = desk.file('notes.txt', 'Buy milk.\n');
  const { code, err, out } = await desk.run(['import', path, '--lang', lang]);

  expect([code, out]).toEqual([65, '']);
  expect(err).toContain(`${path} ${what}`);
  expect(err).toContain(formats);
});

test.each([
  ['en', 'line 2: tags must be a list'],
  ['vi', 'dòng 2: tags phải là danh sách'],
  ['th', 'บรรทัด 2: tags ต้องเป็นรายการ'],
])('a wrong line of JSONL is told in %s, with a code for scripts', async (lang, reason) => {
  const path = desk.file('some.jsonl', `${caseLine({ uid: 'good' })}{"type":"case","tags":"vip"}\n`);

  const { code, err } = await desk.run(['import', path, '--lang', lang]);
  const report = await desk.json(['import', path, '--lang', lang]);

  expect([code, err]).toEqual([65, `${path}:2: ${reason}\n`]);
  expect(report).toMatchObject({ problems: [{ source: `${path}:2`, code: 'line-wrong', reason }] });
});

test('a mail that was not read whole says so in the language of the agent who looks', async () => {
  const deep = mail({ From: 'Lan <lan@example.vn>', 'Content-Type': 'text/html' }, '<div>'.repeat(60_000));
  const { code, err } = await desk.run(['import', desk.file('deep.eml', deep), '--me', 'x@example.org']);
  expect([code, err]).toEqual([65, expect.stringContaining('nested too deep')]);

  expect((await desk.run(['show', '1', '--lang', 'vi'])).out).toContain('HTML lồng nhau quá sâu');
  expect(await desk.json(['show', '1', '--lang', 'th'])).toMatchObject({
    entries: [{ problem: expect.stringContaining('ซ้อนกันลึก'), problemCode: 'html-deep' }],
  });
});

test('an import that changes only templates, customers or settings is called by them in the list of what was done', async () => {
  const template = (text: string) => `${JSON.stringify({ type: 'template', name: 'hello', bodies: { en: text } })}\n`;
  const settings = `${JSON.stringify({ type: 'settings', values: { shop: 'Máy Mới' } })}\n`;
  await desk.run(['import', desk.file('a.jsonl', caseLine({ uid: 'one' }) + template('Hi'))]);
  await desk.run(['import', desk.file('b.jsonl', template('Hello') + settings)]);

  const { out } = await desk.run(['undo', '--list']);

  expect(out).toMatch(/ import 1 template, 1 setting\n.* import 1 case, 1 mail, 1 template\n$/);
  expect((await desk.run(['undo'])).out).toBe('Undone: import 1 template, 1 setting\n');
});
