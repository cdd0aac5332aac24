import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { AGAIN, canaryDesk, HERS, OTHERS, TABLE } from '../helpers/canary-customer.ts';
import { type Desk, tempDesk, tempFolder } from '../helpers/cli.ts';
import { remainsIn } from '../helpers/remains.ts';
import { mailOf, mboxOf } from '../helpers/sample-mails.ts';
import { expectSound } from '../helpers/sound.ts';

test('a customer who is forgotten is found nowhere in the folder, figures stay, and nothing brings her back', async () => {
  const { desk, her, ok, file, elsewhere } = await canaryDesk();
  writeFileSync(join(elsewhere, 'all.jsonl'), await ok('export', '*'));
  const figures = async () => ({
    playbooks: JSON.parse(await ok('playbooks', '--json')),
    ratings: (JSON.parse(await ok('ratings', 'list', '--json')) as { case: number; score: number }[]).map(
      ({ case: number, score }) => ({ number, score }),
    ),
  });
  const before = await figures();
  expect(before.ratings).toHaveLength(2);
  expect(remainsIn(desk.folder).length).toBeGreaterThan(10);

  const { code, err, out } = await desk.run(['customers', 'forget', `${her}`, '--sure', `${her}`]);

  expect(`${code} ${err}`).toBe('0 ');
  expect(out).toContain(`Customer #${her} is forgotten.`);
  expect(remainsIn(desk.folder)).toEqual([]);
  expectSound(desk.folder, 'after');
  expect(await figures()).toEqual(before);

  for (const path of [file('hers.mbox', HERS + OTHERS), file('again.mbox', AGAIN), join(elsewhere, 'all.jsonl')]) {
    const report = await desk.json(['import', path]);
    expect(report).toMatchObject({ added: 0, cases: { added: 0, updated: 0 }, customers: { added: 0 } });
  }
  expect(await desk.json(['customers', 'import', file('table.csv', TABLE)])).toMatchObject({ added: 0, forgotten: 1 });
  for (let turn = 0; turn < 60; turn += 1) await desk.run(['undo']);
  await ok('backup', join(desk.folder, 'monday.db'));
  expect(remainsIn(desk.folder)).toEqual([]);
}, 60_000);

let desk: Desk;
let elsewhere: string;
const file = (name: string, content: string): string => {
  const path = join(elsewhere, name);
  writeFileSync(path, content);
  return path;
};
const ok = async (...argv: string[]): Promise<string> => {
  const { code, out, err } = await desk.run(argv);
  expect(`${argv.join(' ')}: ${code} ${err}`).toMatch(/: 0 /);
  return out.trim();
};
const LAN = 'Zqxlan Zqxnguyễn <zqxlan@zqxhome.example>';
const BINH = 'Bình <binh@y.example>';
const lansMail = mailOf({
  date: 'Sun, 08 Mar 2026 08:00:00 +0700',
  id: 'l@x',
  from: LAN,
  subject: 'Zqxmáy giặt',
  text: 'Zqxmáy kêu to',
});
const forget = ['customers', 'forget', '1', '--sure', '1'];

describe('with two customers', () => {
  beforeEach(async () => {
    desk = tempDesk();
    elsewhere = tempFolder();
    const others = mailOf({ id: 'b@y', from: BINH, subject: 'Tủ lạnh', text: 'Tủ không lạnh' });
    await ok('import', file('both.mbox', mboxOf([lansMail, others])), '--me', 'shop@desk.example', '--keep-open');
  });

  test('her number and her case say that they are forgotten; the list and every search do without her', async () => {
    expect(await ok('customers', 'show', '1')).toContain('Zqxlan');
    await ok(...forget);

    for (const argv of [
      ['show', '1'],
      ['history', '1'],
      ['note', '1', '--message', 'x'],
    ]) {
      const { code, err } = await desk.run(argv);
      expect([code, err]).toEqual([66, 'desk: Case #1 was forgotten with its customer. Only its figures are left.\n']);
    }
    for (const argv of [['customers', 'show', '1'], forget]) {
      const { code, err } = await desk.run(argv);
      expect([code, err]).toEqual([66, 'desk: Customer #1 was forgotten. Only figures are left.\n']);
    }
    expect(await ok('list', '-q', '*')).toBe('2');
    expect(await ok('list', '-q', 'zqx*')).toBe('');
    expect(await ok('new', '--customer', 'An', '--subject', 'x')).toBe('3');
  });

  test('a dry run and a wrong answer change nothing; a terminal is asked twice, a pipe has to be sure', async () => {
    const dry = await desk.run(['customers', 'forget', 'zqxlan@zqxhome.example', '--dry-run']);
    expect(dry.out).toContain('Zqxlan Zqxnguyễn (#1) would be removed for good');
    expect(dry.out).toContain('Goes: her record, 1 case, 1 entry, 1 original mail or file.');

    const piped = await desk.run(['customers', 'forget', '1']);
    expect([piped.code, piped.err]).toEqual([2, expect.stringContaining('desk customers forget 1 --sure 1')]);
    const wrong = await desk.run(['customers', 'forget', '1', '--sure', '2']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('“2” is not customer #1')]);
    for (const answers of [['no'], ['yes', ''], ['yes', '2'], []])
      expect((await desk.run(['customers', 'forget', '1'], { terminal: 80, answers })).code).toBeGreaterThan(0);
    const readOnly = await desk.run([...forget, '--read-only']);
    expect(readOnly.code).toBe(77);
    expect(await ok('list', '-q', '*')).toBe('1\n2');

    const asked = await desk.run(['customers', 'forget', '1'], { terminal: 80, answers: ['yes', '1'] });
    expect([asked.code, asked.out]).toEqual([0, expect.stringContaining('Customer #1 is forgotten.')]);
    expect(await ok('list', '-q', '*')).toBe('2');
  });

  test('what she writes anew comes in as from somebody who was never here; the old mail does not', async () => {
    await ok(...forget);

    expect(await desk.json(['mail', 'deliver'], { stdin: lansMail })).toMatchObject({ how: 'same', case: null });
    const fresh = mailOf({ id: 'new@x', from: LAN, references: ['l@x'], subject: 'Re: Zqxmáy giặt', text: 'Chào' });
    const delivered = await desk.json(['mail', 'deliver'], { stdin: fresh });
    // a broken mailer gives the same id to another mail
    const reused = mailOf({ id: 'l@x', from: LAN, subject: 'Khác', text: 'Chuyện khác' });
    const other = await desk.json(['mail', 'deliver'], { stdin: reused });

    expect(delivered).toMatchObject({ how: 'new', case: 3 });
    expect(other).toMatchObject({ how: 'new' });
    expect(await ok('customers', 'list', '-n', '9')).toContain('Zqxlan');
    expectSound(desk.folder, 'after');
  });

  test('what others’ cases hold of her stays, and is named', async () => {
    const cc = mailOf({ id: 'b2@y', from: BINH, references: ['b@y'], text: 'x', more: [`Cc: ${LAN}`] });
    await ok('import', file('cc.mbox', mboxOf([cc])));
    await ok('note', '2', '--message', 'Gọi Zqxlan Zqxnguyễn hỏi thêm');
    await ok('new', '--customer', 'An <an@z.example>', '--subject', 'Hàng xóm của zqxlan@zqxhome.example');
    await ok('customers', 'set', '3', 'emails+=zqxlan@zqxhome.example');

    const report = await desk.json([...forget, '--dry-run']);
    expect(report).toMatchObject({ elsewhere: { cases: [2, 3], customers: [3] } });
    expect(await ok(...forget)).toContain('Cases of others still name her: #2, #3.');
    expect(await ok('show', '2')).toContain('Gọi Zqxlan');
  });

  test('a case that was merged with another customer’s is taken apart, and each keeps to its own', async () => {
    await ok('merge', '1', '2');
    expect(await ok('show', '2')).toContain('Zqxmáy kêu to');

    await ok(...forget);

    expect(await ok('show', '2')).toContain('Tủ không lạnh');
    expect(remainsIn(desk.folder)).toEqual([]);
    expectSound(desk.folder, 'after');
  });

  test('undo takes back the rest of what she was a part of, says so, and never brings her back', async () => {
    await ok('set', '1', '2', 'priority=high');
    await ok('note', '1', '--message', 'zqxnote');
    await ok('link', '1', '2');
    await ok(...forget);

    const list = await ok('undo', '--list');
    expect(list).toContain('note #1 (partly forgotten)');
    expect(list).not.toMatch(/zqx/i);
    const note = JSON.parse(await ok('undo', '--list', '--json')) as { id: number; verb: string }[];
    const idOf = (verb: string): string => String(note.find((one) => one.verb === verb)?.id);
    expect((await desk.run(['undo', idOf('note')])).err).toContain('was forgotten with a customer');
    expect((await desk.run(['undo', idOf('customer-forget')])).err).toContain('can’t be brought back');
    expect(await ok('undo', idOf('set'))).toContain('Part of it was forgotten with a customer');
    expect(await ok('undo', idOf('import'))).toContain('Part of it was forgotten with a customer');
    expect(await ok('list', '-q', '*')).toBe('');
    await ok('redo');
    expect(await ok('list', '-q', '*')).toBe('2');
    expect(remainsIn(desk.folder)).toEqual([]);
    expectSound(desk.folder, 'after');
  });

  test('copies that hold her are named, and those beside the store go when asked to', async () => {
    const backup = join(elsewhere, 'monday.db');
    await ok('backup', backup);
    await ok('restore', backup, '--yes');
    await ok('backup', join(desk.folder, 'own.db'));
    for (const end of ['.db', '.raw.db'])
      renameSync(join(desk.folder, `own${end}`), join(desk.folder, `desk-2026-03-01T00-00-00-000Z-v9${end}`));

    const plan = await ok('customers', 'forget', '1', '--dry-run');
    expect(plan).toMatch(/desk-replaced-.*replaced by a restore/);
    expect(plan).toMatch(/-v9\.db \(made before an update/);
    await ok(...forget, '--copies');

    expect(remainsIn(desk.folder)).toEqual([]);
    expect(readdirSync(desk.folder).sort()).toEqual(expect.arrayContaining(['desk.db', 'desk.raw.db']));
    expect(readdirSync(desk.folder).filter((name) => /replaced|v9/.test(name))).toEqual([]);
    expect(existsSync(backup)).toBe(true);
  });

  test('a backup made before keeps her and is named; one made after holds nothing of her', async () => {
    const backup = join(elsewhere, 'monday.db');
    await ok('backup', backup);

    expect(await ok('customers', 'forget', '1', '--dry-run')).toContain(`${backup} (a backup: remove it by hand)`);
    await ok(...forget);
    await ok('backup', join(elsewhere, 'tuesday.db'));

    expect(await ok('customers', 'forget', '2', '--dry-run')).toContain('tuesday.db');
    expect(remainsIn(elsewhere).filter((one) => one.includes('tuesday'))).toEqual([]);
  });
});
