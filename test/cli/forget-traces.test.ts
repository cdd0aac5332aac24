import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetCustomer, planForgetting } from '../../src/actions/forget-customer.ts';
import { type Desk, NOW, tempDesk, tempFolder } from '../helpers/cli.ts';
import { createDesk } from '../helpers/desk.ts';
import { remainsIn } from '../helpers/remains.ts';
import { mailOf, mboxOf } from '../helpers/sample-mails.ts';
import { expectSound } from '../helpers/sound.ts';

const LAN = 'Zqxlan Zqxnguyễn <zqxlan@zqxhome.example>';
const on = (day: number): string => `Sun, 0${day} Mar 2026 08:00:00 +0700`;
const MAILS = mboxOf([
  mailOf({ date: on(1), id: 'l@x', from: LAN, subject: 'Zqxmáy giặt', text: 'Zqxmáy kêu to' }),
  mailOf({ date: on(2), id: 'm@x', from: LAN, subject: 'Zqxhóa đơn', text: 'Zqxhóa đơn' }),
  mailOf({ date: on(3), id: 'b@y', from: 'Bình <binh@y.example>', subject: 'Tủ lạnh', text: 'Tủ không lạnh' }),
]);

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
const forget = async (id = '1'): Promise<string> => ok('customers', 'forget', id, '--sure', id);
const expectNothingLeft = (): void => {
  expect(remainsIn(desk.folder)).toEqual([]);
  expectSound(desk.folder, 'after');
};
const backAndForth = async (times: number): Promise<void> => {
  for (const verb of ['undo', 'redo']) for (let turn = 0; turn < times; turn += 1) await desk.run([verb]);
};

beforeEach(async () => {
  desk = tempDesk();
  elsewhere = tempFolder();
  await ok('import', file('all.mbox', MAILS), '--me', 'shop@desk.example', '--keep-open');
});

describe('what others had of her and gave back is in no undo image of theirs', () => {
  const known = ['notes=zqxnotes', 'company=zqxcompany', 'fields.club=zqxclub', 'tags+=zqxtag'];

  test('she was merged into somebody who was changed meanwhile, and taken out again', async () => {
    await ok('customers', 'set', '1', ...known);
    await ok('customers', 'set', '2', 'notes=của Bình');
    await ok('customers', 'merge', '1', '2');
    await ok('customers', 'set', '2', 'company=Cty Bình');
    await ok('undo');
    await ok('customers', 'set', '2', 'tags-=zqxtag', 'honorific=anh');
    await ok('customers', 'unmerge', '1');

    await forget();

    expectNothingLeft();
    expect(await ok('customers', 'show', '2')).toContain('của Bình');
    await backAndForth(8);
    expectNothingLeft();
  });

  test('by way of another, and the other way round', async () => {
    await ok('new', '--customer', 'An <an@z.example>', '--subject', 'x');
    await ok('customers', 'set', '1', ...known);
    await ok('customers', 'merge', '1', '2');
    await ok('customers', 'merge', '2', '3');
    await ok('customers', 'unmerge', '1');
    await ok('customers', 'unmerge', '2');
    await ok('customers', 'set', '2', 'notes=của Bình', 'company=Cty Bình', 'tags+=thân');
    await ok('customers', 'merge', '2', '1');
    await ok('customers', 'unmerge', '2');

    await forget();

    expectNothingLeft();
    expect(await ok('customers', 'show', '2')).toContain('của Bình');
  });

  test('a case of hers was merged into theirs, that into another, and all was taken apart', async () => {
    await ok('new', '--customer', 'An <an@z.example>', '--subject', 'x');
    await ok('set', '1', 'kind=support', 'tags+=zqxcasetag', 'serial=zqx77', 'product=zqxproduct');
    const given = ['product=zqxp', 'item-to-send=zqxitem', 'phone=0901', 'address=zqxstreet'];
    await ok('handoff', '1', 'warehouse', ...given.flatMap((one) => ['--field', one]), '--summary', 'zqxsummary');
    await ok('merge', '1', '3');
    await ok('merge', '3', '4');
    await ok('undo');
    await ok('redo');
    await ok('handoff', 'receive', '4', '--file', file('answer.txt', 'zqxdepartment: [tracking] zqxtracking'));
    await ok('unmerge', '3');

    await forget();

    expectNothingLeft();
    await backAndForth(12);
    expectNothingLeft();
  });
});

describe('in what was gathered over cases for a department', () => {
  beforeEach(async () => {
    await ok('set', '1', 'topic=feedback', 'product=Zqxmáy', 'mood=upset');
    await ok('set', '2', '3', 'topic=feedback', 'product=Tủ lạnh');
    await ok('feedback', 'send');
  });

  test('her lines are gone, and those of others stay', async () => {
    await forget();

    expectNothingLeft();
    const shown = await ok('show', '4');
    expect(shown).toContain('## Tủ lạnh');
    expect(shown).toContain('Tủ không lạnh');
    expect(await desk.json(['feedback', 'list'])).toEqual([]);
  });

  test('and where that was taken back, undo has nothing of her', async () => {
    await ok('undo');
    await forget();

    expectNothingLeft();
    await backAndForth(3);
    expectNothingLeft();
  });
});

test('what was done to several cases is blank once all of them were hers; of others’ it stays', async () => {
  await ok('set', '1', '2', 'product=zqxproduct', 'tags+=zqxtag');
  await ok('set', '1', '3', 'tags+=hỏi-thêm');

  await forget();

  expectNothingLeft();
  expect(await ok('undo', '--list')).toMatch(/hỏi-thêm.*\(partly forgotten\)/);
});

test('an address that was hers before is known as hers: in mails of a stopped import, and in a table', async () => {
  await ok('customers', 'set', '1', 'emails+=zqxlan@zqxnew.example');
  await ok('customers', 'set', '1', 'emails-=zqxlan@zqxhome.example');
  const screens = createDesk({ path: desk.db, now: Date.parse(NOW) });
  const raw = Buffer.from(mailOf({ id: 'zqxlast@x', from: LAN, text: 'zqxstopped' }));
  screens.store.raw().keep([{ raw, source: 'zqxbox.mbox', ref: '7' }]);
  screens.close();

  await forget();

  expectNothingLeft();
  const table = file('table.csv', 'name,emails\nZqxlan Zqxnguyễn,zqxlan@zqxhome.example\n');
  expect(await desk.json(['customers', 'import', table])).toMatchObject({ added: 0, forgotten: 1 });
});

test('mails of others that a stopped import had kept come in the next time, also one that she had a copy of', async () => {
  const cc = { more: ['Cc: Zqxlan <zqxlan@zqxhome.example>'] };
  const others = [
    mailOf({ id: 'c@y', from: 'Bình <binh@y.example>', text: 'Còn đây', ...cc }),
    mailOf({ id: 'd@y', from: 'Mai <mai.zqxlan@zqxhome.example>', text: 'Chào' }),
  ];
  const screens = createDesk({ path: desk.db, now: Date.parse(NOW) });
  const her = Buffer.from(mailOf({ id: 'z@y', from: `"Zqxlan,\n Zqx" <zqxlan@zqxhome.example>`, text: 'zqxstopped' }));
  for (const raw of [...others.map((one) => Buffer.from(one)), her])
    screens.store.raw().keep([{ raw, source: 'box.mbox', ref: '1' }]);
  screens.close();

  await forget();

  const box = file('box.mbox', mboxOf([...others, her.toString()]));
  expect(await desk.json(['import', box])).toMatchObject({ added: 2, forgotten: 1 });
  expectSound(desk.folder, 'after');
});

describe('copies', () => {
  test('one that is older than an import that was taken back and done again is named', async () => {
    await ok('backup', join(elsewhere, 'early.db'));
    await ok('undo');
    await ok('import', join(elsewhere, 'all.mbox'), '--me', 'shop@desk.example', '--keep-open');

    expect(await ok('customers', 'forget', 'zqxlan@zqxhome.example', '--dry-run')).toContain('early.db');
  });

  test('they are still named, and removed, where it had been broken off after she was gone', async () => {
    await ok('backup', join(elsewhere, 'monday.db'));
    await ok('restore', join(elsewhere, 'monday.db'), '--yes');
    const killed = createDesk({ path: desk.db, now: Date.parse(NOW) });
    const work = forgetCustomer(killed, planForgetting(killed, 1));
    for (let next = work.next(); next.done !== true && next.value.step === 'cases'; ) next = work.next();
    killed.close();

    expect(await ok('customers', 'forget', '1', '--dry-run')).toContain('desk-replaced-');
    await ok('customers', 'forget', '1', '--sure', '1', '--copies');

    expectNothingLeft();
  });
});
