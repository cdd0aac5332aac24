import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, seededDesk } from '../helpers/cli.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
});

const field = async (number: number, name: string): Promise<unknown> =>
  ((await desk.json(['show', String(number)])) as Record<string, unknown>)[name];

describe('desk set', () => {
  test('changes fields and tags, and undo and redo take them back and forth', async () => {
    const { out, code } = await desk.run([
      'set',
      '1',
      'status=solved',
      'priority=urgent',
      'tags+=vip,đổi-hàng',
      'tags-=màn-hình',
    ]);

    expect([code, out]).toEqual([0, '1 case changed: #1.\n']);
    expect(await field(1, 'status')).toBe('solved');
    expect(await field(1, 'tags')).toEqual(['vip', 'đổi-hàng']);

    expect((await desk.run(['undo'])).out).toContain('Undone: change');
    expect(await field(1, 'status')).toBe('new');
    expect(await field(1, 'tags')).toEqual(['màn-hình']);

    expect((await desk.run(['redo'])).out).toContain('Done again: change');
    expect(await field(1, 'status')).toBe('solved');
  });

  test('reads numbers from stdin', async () => {
    const found = await desk.run(['list', '-q', '*']);
    const { out } = await desk.run(['set', '-', 'priority=high'], { stdin: found.out });

    expect(out).toBe('2 cases changed: #2 #3. 1 case was like that already.\n');
  });

  test('snoozes in three ways', async () => {
    await desk.run(['set', '1', 'snooze=until:2026-12-01']);
    expect(await field(1, 'snoozedUntil')).toBe('2026-12-01T08:00:00.000Z'); // a morning, as in the screens
    await desk.run(['set', '1', 'snooze=firm:3d']);
    expect(await field(1, 'snoozedUntil')).toBe('2026-03-15T09:00:00.000Z');
    await desk.run(['set', '1', 'snooze=reply']);
    expect([await field(1, 'snoozedUntil'), await field(1, 'snooze')]).toEqual([null, 'reply']);
    await desk.run(['set', '1', 'snooze=none']);
    expect(await field(1, 'snooze')).toBe(null);
  });

  test.each([
    // a Thursday, 9:00
    ['until:mai', '2026-03-13T08:00:00.000Z'],
    ['sáng thứ 2', '2026-03-16T08:00:00.000Z'],
    ['T6 17h', '2026-03-13T17:00:00.000Z'],
    ['firm:thứ 6 tuần sau', '2026-03-20T08:00:00.000Z'],
    ['พรุ่งนี้ ๙ โมง', '2026-03-13T09:00:00.000Z'],
    ['5 เม.ย. 2569', '2026-04-05T08:00:00.000Z'],
    ['Fri 5pm', '2026-03-13T17:00:00.000Z'],
    ['end-of-month', '2026-03-31T08:00:00.000Z'],
    ['20/11', '2026-11-20T08:00:00.000Z'],
    ['2026-12-01 14:30', '2026-12-01T14:30:00.000Z'],
  ])('snoozes until what an agent calls %s', async (when, until) => {
    await desk.run(['set', '1', `snooze=${when}`]);
    expect(await field(1, 'snoozedUntil')).toBe(until);
    expect(await field(1, 'snooze')).toBe(when.startsWith('firm') ? 'firm' : 'until');
  });

  test('does not snooze into the past, nor until what is no date', async () => {
    for (const wrong of ['3', '2026-03-01', 'soon', 'hôm nay 8:00', '31/2', 'thứ 9'])
      expect((await desk.run(['set', '1', `snooze=${wrong}`])).code, wrong).toBe(2);
  });

  test('as a dry run says the same counts and changes nothing', async () => {
    const dry = (await desk.json(['set', '1', '2', '3', 'priority=high', '--dry-run'])) as Record<string, unknown>;
    expect(await field(2, 'priority')).toBe('normal');
    const real = (await desk.json(['set', '1', '2', '3', 'priority=high'])) as Record<string, unknown>;

    expect([dry['changed'], dry['unchanged']]).toEqual([real['changed'], real['unchanged']]);
    expect([dry['dryRun'], dry['action'], real['dryRun']]).toEqual([true, null, false]);
  });
});

describe('desk reply and note', () => {
  test('holds a reply and hands the turn to the customer', async () => {
    const { out } = await desk.run(['reply', '1', '--message', 'Dạ em nhận được rồi ạ.']);

    expect(out).toBe('#1 to lan@example.vn: held, not sent.\n');
    expect(await field(1, 'status')).toBe('pending');
    expect((await field(1, 'entries')) as unknown[]).toMatchObject([
      {},
      { direction: 'out', delivery: 'held', text: 'Dạ em nhận được rồi ạ.' },
    ]);
  });

  test('fills a template for each case, sets what it says and more', async () => {
    await desk.run(
      ['reply', '-', '--template', 'screen-reset', '--language', 'en', '--set', 'priority=low', '--set', 'tags+=x'],
      { stdin: '1\n#2' },
    );

    expect(await field(1, 'tags')).toEqual(['màn-hình', 'tried-reset', 'x']);
    expect(await field(2, 'priority')).toBe('low');
    expect((await field(1, 'entries')) as unknown[]).toMatchObject([{}, { text: 'Hello Lan, please try again.' }]);
  });

  test('takes the text from stdin or a file, without the last line end', async () => {
    await desk.run(['note', '1', '--message', '-'], { stdin: 'one\ntwo\n' });
    await desk.run(['note', '1', '2', '--file', desk.file('note.txt', 'three\n')]);

    expect((await field(1, 'entries')) as unknown[]).toMatchObject([
      {},
      { type: 'note', text: 'one\ntwo' },
      { text: 'three' },
    ]);
    expect((await field(2, 'entries')) as unknown[]).toMatchObject([{}, { text: 'three' }]);
  });

  test('stops before the first note when one number is wrong', async () => {
    expect((await desk.run(['note', '1', '99', '--message', 'x'])).code).toBe(66);
    expect(await field(1, 'entries')).toHaveLength(1);
  });

  test('a draft run of either leaves the case alone', async () => {
    await desk.run(['reply', '1', '--message', 'x', '--dry-run']);
    await desk.run(['note', '1', '--message', 'x', '--dry-run']);

    expect(await field(1, 'entries')).toHaveLength(1);
    expect(await field(1, 'status')).toBe('new');
  });
});

describe('desk new', () => {
  test('prints the number and nothing else', async () => {
    const { out, err } = await desk.run([
      'new',
      '--customer',
      'Mai <mai@example.vn>',
      '--subject',
      'Hỏi giá',
      '--channel',
      'chat',
      '--message',
      'Giá bao nhiêu?',
    ]);

    expect([out, err]).toEqual(['4\n', '']);
    expect(await desk.json(['show', '4'])).toMatchObject({
      channel: 'chat',
      kind: 'service',
      customer: { name: 'Mai', emails: ['mai@example.vn'] },
      messages: 1,
    });
  });

  test('opens nothing when the text that was promised is not there', async () => {
    const before = (await desk.run(['list', '*', '-q'])).out;
    const { code } = await desk.run(['new', '--customer', 'lan@example.vn', '--subject', 'Oven', '--message', '-'], {
      stdin: '',
    });

    expect([code, (await desk.run(['list', '*', '-q'])).out]).toEqual([2, before]);
  });

  test('as a dry run opens nothing', async () => {
    expect((await desk.run(['new', '--customer', '0905550123', '--subject', 'x', '--dry-run'])).out).toBe('4\n');
    expect((await desk.run(['show', '4'])).code).toBe(66);
  });
});

describe('desk undo and history', () => {
  test('takes back any action by its number, and says what stays', async () => {
    await desk.run(['set', '1', '2', 'priority=low']);
    await desk.run(['set', '2', 'priority=urgent']);
    const actions = (await desk.json(['undo', '--list'])) as { id: number; verb: string; facts: { cases: number } }[];
    const bulk = actions.find((one) => one.verb === 'set' && one.facts.cases === 2)?.id ?? 0;
    const dry = await desk.run(['undo', String(bulk), '--dry-run']);
    const { out } = await desk.run(['undo', String(bulk)]);

    expect(out).toContain('Left as they are, because somebody has since worked on them: #2');
    expect(dry.out).toBe(`Dry run, nothing was written: ${out}`);
    expect(await field(1, 'priority')).toBe('high');
    expect(await field(2, 'priority')).toBe('urgent');
  });

  test('history tells what was done, and what happened in a case', async () => {
    await desk.run(['set', '1', 'status=hold']);

    expect((await desk.run(['history'])).out).toMatch(
      /^\d+ {2,}09:00 {2,}lan {2,}change #1: status: on hold\n\d+ .* import/,
    );
    expect((await desk.run(['history', '1'])).out).toMatch(/status: new → on hold\n$/);
    const events = (await desk.json(['history', '1'])) as object[];
    expect(events[0]).toMatchObject({ field: 'created' });
    expect(events.at(-1)).toMatchObject({ field: 'status', old: 'new', new: 'hold', undone: false });
  });
});
