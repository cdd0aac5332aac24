import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, seededDesk, tempDesk } from '../helpers/cli.ts';
import { mailWithFiles } from '../helpers/mail-with-files.ts';

// the tests' clock stands at Thursday 12 March 2026, 09:00
let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
});

const FIELDS = ['product=Aqua 7', 'item-to-send=Bơm xả', 'phone=0901', 'address=12 Lê Lợi'].flatMap((one) => [
  '--field',
  one,
]);
const hand = (...more: string[]) => desk.run(['handoff', '1', 'warehouse', ...FIELDS, ...more]);

describe('desk handoff', () => {
  test('prints the packet where no account can send it, and the case waits for the department', async () => {
    const { code, out, err } = await hand();

    expect(code).toBe(0);
    expect(out).toContain('# Hand-off: Warehouse');
    expect(out).toContain('Bơm xả');
    expect(err).toContain('#1 handed to Warehouse.');
    expect(await desk.json(['show', '1'])).toMatchObject({ status: 'hold', department: 'warehouse' });
    expect((await desk.run(['undo'])).out).toContain('hand-off #1: warehouse');
    expect(await desk.json(['show', '1'])).not.toMatchObject({ status: 'hold' });
  });

  test('that lacks something names it, and writes nothing', async () => {
    const { code, err } = await desk.run(['handoff', '1', 'warehouse', '--field', 'product=Aqua']);

    expect(code).toBe(65);
    expect(err).toContain('Missing: Item to send (item-to-send), Phone (phone), Delivery address (address)');
    expect(err).toContain('(address). Add each with --field NAME=VALUE');
    expect(await desk.json(['handoff', 'list', '--all'])).toEqual([]);
  });

  test('a date that is none, and evidence that is not there, are said as what they are', async () => {
    const given = ['product=A', 'serial=S', 'bought=soon', 'symptom=dark', 'tried=reset', 'phone=0901'];
    const { code, err } = await desk.run(['handoff', '1', 'technical', ...given.flatMap((one) => ['--field', one])]);

    expect(code).toBe(65);
    expect(err).toContain('Missing: Bought on (bought), Photos or clips (evidence). Add each with --field');
    expect(err).toContain('Bought on (bought): a date, as in 2026-03-14');
    expect(err).toContain(
      'Photos or clips (evidence): no file of the customer’s is there: say in words where it is, or ask for one',
    );
  });

  test('a slip in a field’s name, a field without a value and an unknown department are said', async () => {
    expect((await hand('--field', 'adress=x')).err).toContain('asks for no field “adress”');
    expect((await hand('--field', 'address')).code).toBe(2);
    expect((await desk.run(['handoff', '1', 'warehose'])).err).toContain('Did you mean warehouse?');
  });

  test('--save writes the packet into a new folder, and never over one that is there', async () => {
    const path = join(desk.folder, 'packets');
    expect((await hand('--save', path)).err).toContain(`#1 handed to Warehouse: ${join(path, '1-warehouse')}`);
    expect(readFileSync(join(path, '1-warehouse', 'packet.md'), 'utf8')).toContain('desk-handoff:');
    expect(await desk.json(['handoff', '1', 'warehouse', ...FIELDS, '--save', path])).toMatchObject({
      ...{ mailedTo: null, evidence: [], saved: join(path, '1-warehouse-2') },
    });
    expect((await hand('--save', path, '--dry-run')).code).toBe(0);
    expect(readdirSync(path).sort()).toEqual(['1-warehouse', '1-warehouse-2']);
    expect((await hand('--save', '-')).code).toBe(2);
  });

  test('a folder that cannot be written to is said before the case goes', async () => {
    expect((await hand('--save', desk.file('taken', ''))).code).toBe(73);
    expect(await desk.json(['handoff', 'list', '--all'])).toEqual([]);
    expect(await desk.json(['show', '1'])).not.toMatchObject({ status: 'hold' });
  });

  test('takes what is named of the customer’s files with it, all or none', async () => {
    const photo = { name: 'bơm.jpg', type: 'image/jpeg', bytes: Buffer.from('a photo of a pump') };
    const header = ['From: lan@x.example', 'To: cskh@maymoi.example', 'Subject: Bơm', 'Message-ID: <p@x.example>'];
    const stdin = mailWithFiles(header, 'Hình đây', [photo]).toString();
    const { out } = await desk.run(['--json', 'mail', 'deliver'], { stdin });
    const number = String(JSON.parse(out).case);
    const evidence = async (...more: string[]) =>
      ((await desk.json(['handoff', number, 'warehouse', ...FIELDS, '--dry-run', ...more])) as { evidence: unknown[] })
        .evidence;

    expect(await evidence()).toEqual([]);
    expect(await evidence('--evidence', 'all')).toMatchObject([{ name: 'bơm.jpg', type: 'image/jpeg', size: 17 }]);
    expect(await evidence('--evidence', 'BƠM.jpg')).toHaveLength(1);
    expect(await evidence('--evidence', 'none')).toEqual([]);
    const wrong = await desk.run(['handoff', number, 'warehouse', '--evidence', 'bom.jpg']);
    expect(wrong).toMatchObject({ code: 66, err: expect.stringContaining('There are: bơm.jpg') });
    const path = join(desk.folder, 'packets');
    await desk.run(['handoff', number, 'warehouse', ...FIELDS, '--evidence', 'all', '--save', path]);
    expect(readFileSync(join(path, `${number}-warehouse`, 'bơm.jpg'), 'utf8')).toBe('a photo of a pump');

    rmSync(desk.db.replace(/\.db$/, '.raw.db'));
    const gone = await desk.run(['handoff', number, 'warehouse', ...FIELDS, '--evidence', 'all', '--save', path]);
    expect(gone).toMatchObject({ code: 65, err: expect.stringContaining('bơm.jpg could not be cut from its mail') });
    expect(gone.err).not.toContain('with it.');
  });

  test('a dry run shows the packet and writes nothing', async () => {
    expect((await hand('--dry-run')).out).toContain('# Hand-off');
    expect(await desk.json(['handoff', 'list', '--all'])).toEqual([]);
  });
});

describe('desk handoff receive', () => {
  const answered = (packet: string): string => `Kho gửi mai\n\n${packet}`.replace(/^(\[tracking\].*)$/m, '$1 VN123');

  test('reads an answer on stdin by its mark, into the case', async () => {
    const { out } = await hand();
    const { code } = await desk.run(['handoff', 'receive'], { stdin: answered(out) });

    expect(code).toBe(0);
    expect(await desk.json(['show', '1'])).toMatchObject({ status: 'open', unread: true });
    expect(await desk.json(['handoff', 'list'])).toEqual([]);
    expect(await desk.json(['handoff', 'list', '--all'])).toMatchObject([
      {
        ...{ id: 1, case: 1, department: 'warehouse', state: 'answered', missing: [] },
        answer: { tracking: 'VN123', '': 'Kho gửi mai' },
      },
    ]);
    expect((await desk.run(['undo'])).out).toContain('answer of a department #1: warehouse');
    expect(await desk.json(['handoff', 'list'])).toHaveLength(1);
  });

  test('reads one from a file, for a case', async () => {
    await hand();
    const file = desk.file('answer.txt', 'Gửi mai nhé');
    expect((await desk.run(['handoff', 'receive', '1', '--file', file])).out).toBe(
      '#1: the answer of Warehouse is in.\n',
    );
  });

  test('of nothing that waits is refused', async () => {
    expect((await desk.run(['handoff', 'receive'], { stdin: 'Gửi mai' })).code).toBe(66);
  });
});

describe('desk handoff withdraw', () => {
  test('takes the hand-off back; undo hands it off again', async () => {
    await hand();
    expect((await desk.run(['handoff', 'withdraw', '1', '--dry-run'])).out).toContain(
      '#1 is taken back from Warehouse.',
    );
    expect(await desk.json(['handoff', 'list'])).toHaveLength(1);
    expect(await desk.json(['handoff', 'withdraw', '1', '--reason', 'khách tự mang tới'])).toMatchObject({
      ...{ id: 1, state: 'withdrawn', calledBack: false, toldTo: null, dryRun: false },
    });
    expect(await desk.json(['show', '1'])).toMatchObject({ status: 'open', department: null });
    expect((await desk.run(['undo'])).out).toContain('withdrawal of a hand-off #1: warehouse');
    expect(await desk.json(['handoff', 'list'])).toHaveLength(1);
  });

  test('of several asks which; of none says so', async () => {
    expect((await desk.run(['handoff', 'withdraw', '1'])).code).toBe(66);
    await hand();
    await hand();
    const which = await desk.run(['handoff', 'withdraw', '1', 'warehouse']);
    expect(which).toMatchObject({ code: 2, err: expect.stringContaining('--id 1 (warehouse), --id 2 (warehouse)') });
    expect((await desk.run(['handoff', 'withdraw', '1', '--id', '2'])).code).toBe(0);
    expect(await desk.json(['handoff', 'list'])).toMatchObject([{ id: 1 }]);
    expect((await desk.run(['handoff', 'withdraw', '1', 'finance'])).code).toBe(66);
  });

  test('what is answered later is told as an answer to what was withdrawn', async () => {
    const { out } = await hand();
    await desk.run(['handoff', 'withdraw', '1']);
    const { out: told } = await desk.run(['handoff', 'receive'], { stdin: `Gửi rồi\n\n${out}` });
    expect(told).toBe('#1: Warehouse has answered what had been withdrawn.\n');
    expect(await desk.json(['handoff', 'list', '--all'])).toMatchObject([{ state: 'withdrawn' }]);
  });
});

test('desk handoff is the list, and an export brings hand-offs into another desk once', async () => {
  await hand();
  expect((await desk.run(['handoff'])).out).toMatch(/^ *1 +1 +warehouse /);
  const other = tempDesk();
  const file = other.file('all.jsonl', (await desk.run(['export'])).out);
  await other.run(['import', file]);
  await other.run(['import', file]);
  expect(await other.json(['handoff', 'list'])).toEqual(await desk.json(['handoff', 'list']));
});

describe('a mail from a department', () => {
  const mail = (from: string, text: string, id: string): string =>
    [
      ...[`From: ${from}`, 'To: cskh@maymoi.example', 'Subject: Re: Warehouse', `Message-ID: <${id}@x.example>`],
      ...['Date: Thu, 12 Mar 2026 09:30:00 +0000', 'Content-Type: text/plain; charset=utf-8', '', text, ''],
    ].join('\r\n');
  const deliver = (text: string) => desk.run(['mail', 'deliver'], { stdin: text });

  test('is known by its mark, comes in as the department’s word and wakes the case', async () => {
    const { out } = await hand();
    const reply = out.replace(/^/gm, '> ').replace(/^(> \[tracking\].*)$/m, '$1 VN123');
    expect((await deliver(mail('Kho <warehouse@example.com>', `Mai gửi\n\n${reply}`, 'a'))).code).toBe(0);

    expect(await desk.json(['show', '1'])).toMatchObject({ status: 'open', unread: true });
    expect(await desk.json(['handoff', 'list', '--all'])).toMatchObject([
      { state: 'answered', answer: { tracking: 'VN123', '': 'Mai gửi' } },
    ]);
    const { entries } = (await desk.json(['show', '1'])) as { entries: { party: string; direction: string }[] };
    expect(entries.at(-1)).toMatchObject({ party: 'department', direction: 'in' });
  });

  test('under the mark of a hand-off, but from somebody else, answers nothing', async () => {
    const { out } = await hand();
    await deliver(mail('thief@elsewhere.example', `Mai gửi\n\n${out}`, 'b'));

    expect(await desk.json(['handoff', 'list'])).toMatchObject([{ case: 1, state: 'waiting' }]);
    expect(await desk.json(['show', '1'])).toMatchObject({ status: 'hold' });
  });
});
