import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, seededDesk } from '../helpers/cli.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
  await desk.run(['set', '1', 'kind=support']);
});

const fields = async (number: string) => ((await desk.json(['show', number])) as { fields: unknown }).fields;

describe('desk set', () => {
  test('fills in fields of the kind, which show and its JSON tell', async () => {
    const { code } = await desk.run([
      ...['set', '1', 'serial=TS-2041', 'symptom=Màn hình không phản ứng', 'steps+=khởi động lại'],
      ...['steps+=lau màn hình', 'stage=received'],
    ]);
    expect(code).toBe(0);
    expect(await fields('1')).toMatchObject({
      ...{ serial: 'TS-2041', symptom: 'Màn hình không phản ứng', cause: null, fix: null, stage: 'received' },
      steps: [{ text: 'khởi động lại' }, { text: 'lau màn hình' }],
      stages: { received: expect.stringMatching(/^\d{4}-.*Z$/) },
    });
    const { out } = await desk.run(['show', '1']);
    expect(out).toMatch(/^serial number +TS-2041$/m);
    expect(out).toMatch(/^steps tried +\S.* {2}khởi động lại\n +\S.* {2}lau màn hình$/m);
    expect(out).toMatch(/^repair +received, /m);
    expect((await desk.run(['list', '-q', 'stage:received symptom:"man hinh"'])).out).toBe('1\n');
  });

  test('lines come and go in one command', async () => {
    await desk.run(['set', '1', 'steps+=khởi động lại', 'steps+=lau', 'steps+=lau']);
    await desk.run(['set', '1', 'steps+=đổi sạc', 'steps-=lau', 'steps-=khởi động lại']);
    expect(await fields('1')).toMatchObject({ steps: [{ text: 'lau' }, { text: 'đổi sạc' }] });
    expect((await desk.run(['undo'])).out).toContain('+đổi sạc');
  });

  test('an empty value takes it away, and undo brings it back', async () => {
    await desk.run(['set', '1', 'serial=TS-2041']);
    await desk.run(['set', '1', 'serial=']);
    expect(await fields('1')).toMatchObject({ serial: null });
    await desk.run(['undo']);
    expect(await fields('1')).toMatchObject({ serial: 'TS-2041' });
  });

  test('a field of another kind names those of the kind; a dry run writes nothing', async () => {
    const { code, err } = await desk.run(['set', '1', 'wish=a new one']);
    expect(code).toBe(2);
    expect(err).toContain('#1 is a support case, which has no wish.');
    expect(err).toContain('Its fields: serial, symptom, steps, cause, fix, stage.');
    await desk.run(['set', '1', 'serial=TS-2041', '--dry-run']);
    expect(await fields('1')).toMatchObject({ serial: null });
    expect((await desk.run(['set', '1', 'stage=lost'])).err).toContain('received, diagnosed, waiting-for-part');
  });

  test('sets many at once', async () => {
    const { out, err } = await desk.run(['set', '1', '2', 'kind=care', 'outcome=refunded', 'amount=500.000đ']);
    expect(out + err).toContain('2 cases changed');
    expect((await desk.run(['list', '-q', 'outcome:refunded amount>=500000 sort:number'])).out).toBe('1\n2\n');
    expect(await fields('2')).toMatchObject({ outcome: 'refunded', amount: { amount: 500000, currency: 'VND' } });
  });

  test('a template sets them with its reply', async () => {
    const text = 'Dạ máy đã gửi lại ạ.';
    const added = await desk.run(['templates', 'add', 'returned', '--text', text, '--set', 'stage=Returned']);
    expect(added.code).toBe(0);
    expect((await desk.run(['templates', 'add', 'lost', '--text', text, '--set', 'stage=lost'])).code).toBe(2);
    expect((await desk.run(['reply', '1', '--template', 'returned'])).code).toBe(0);
    expect(await fields('1')).toMatchObject({ stage: 'returned' });
  });

  test('lists and tables have them as well', async () => {
    await desk.run(['set', '1', 'serial=TS-2041', 'steps+=reset', 'steps+=cable', 'stage=received']);
    expect(await desk.json(['list', 'number:1'])).toMatchObject([
      {
        fields: { serial: 'TS-2041', symptom: null, steps: [{ text: 'reset' }, { text: 'cable' }], stage: 'received' },
      },
    ]);
    const [head = '', row = ''] = (await desk.run(['export', 'number:1', '--format', 'csv'])).out.split('\r\n');
    const [names, cells] = [head.split(','), row.split(',')];
    const cell = (name: string): string | undefined => cells[names.indexOf(name)];
    expect([cell('serial'), cell('steps'), cell('stage'), cell('symptom')]).toEqual([
      ...['TS-2041', 'reset; cable', 'received', ''],
    ]);
  });

  test('the history tells what was set by its names', async () => {
    await desk.run(['set', '1', 'serial=TS-2041', 'steps+=reset']);
    const { out } = await desk.run(['undo', '--list']);
    expect(out).toContain('serial number: TS-2041, steps tried: +reset');
  });
});

describe('a department', () => {
  test('gets what the case knows without being told again', async () => {
    await desk.run(['set', '1', 'product=OV65', 'serial=TS-2041', 'symptom=dark', 'steps+=reset', 'steps+=cable']);
    const { err } = await desk.run(['handoff', '1', 'technical']);
    expect(err).toContain('(bought)');
    expect(err).not.toMatch(/\((symptom|tried|serial|product)\)/);
  });

  test('finds a reason in its packet, and the sum that was agreed', async () => {
    await desk.run(['set', '1', 'kind=care', 'reason=too small', 'amount=900000']);
    const given = ['order=MM-1', 'paid-on=2026-03-01', 'account=1234', 'customer=Lan'];
    const { out } = await desk.run(['handoff', '1', 'finance', ...given.flatMap((one) => ['--field', one])]);
    expect(out).toContain('too small');
    expect(out).toContain('900000 VND');
  });
});

describe('desk spawn', () => {
  test('prints the number of the care case and nothing else; the note says where it came from', async () => {
    await desk.run(['set', '1', 'serial=TS-2041', 'symptom=dark', 'product=OV65']);
    const { out, err } = await desk.run(['spawn', '1']);
    expect(out).toMatch(/^\d+\n$/);
    expect(err).toBe('');
    const number = out.trim();
    expect(await desk.json(['show', number])).toMatchObject({
      ...{ kind: 'care', product: 'OV65', links: [1] },
      fields: { serial: 'TS-2041', reason: 'dark', offered: [], taken: [] },
      entries: [{ type: 'note', text: expect.stringContaining('#1') }],
    });
    await desk.run(['undo']);
    expect((await desk.run(['show', number])).code).toBe(66);
  });

  test('as JSON it tells the action as well; a dry run opens nothing', async () => {
    const dry = (await desk.json(['spawn', '1', '--dry-run'])) as { number: number; action: null };
    expect(dry).toMatchObject({ from: 1, action: null, dryRun: true });
    expect((await desk.run(['show', String(dry.number)])).code).toBe(66);
  });
});

test('what was offered and taken in a care case comes from the playbooks', async () => {
  await desk.run(['set', '1', 'kind=care']);
  const step = (id: string) => ['1', id, '--playbook', 'return-late'];
  await desk.run(['playbooks', 'offer', ...step('store-credit'), '--anyway']);
  await desk.run(['playbooks', 'offer', ...step('larger-model'), '--anyway']);
  await desk.run(['playbooks', 'answer', '1', 'yes']);
  const named = (id: string) => expect.objectContaining({ playbook: 'return-late', step: id });
  expect(await fields('1')).toMatchObject({
    offered: [named('store-credit'), named('larger-model')],
    taken: [named('larger-model')],
  });
});
