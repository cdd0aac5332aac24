import { beforeAll, describe, expect, test } from 'vitest';
import { width } from '../../src/text/width.ts';
import { type Desk, seededDesk, tempDesk } from '../helpers/cli.ts';
import { caseLine } from '../helpers/cli-seed.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await seededDesk();
});

const numbers = async (...query: string[]): Promise<string> => (await desk.run(['list', '-q', ...query])).out.trim();

describe('desk list', () => {
  test('without a query is the inbox: the urgent first, no solved case', async () => {
    const { out, code } = await desk.run(['list']);

    expect(code).toBe(0);
    expect(
      out
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(/ {2,}/)[0]),
    ).toEqual(['1', '2']);
  });

  test('gives everything for * and for an empty word', async () => {
    expect(await numbers('*')).toBe('1\n2\n3');
    expect(await numbers('')).toBe('1\n2\n3');
  });

  test('finds Vietnamese with and without marks, and Thai inside a sentence', async () => {
    expect(await numbers('man', 'hinh')).toBe('1');
    expect(await numbers('màn', 'hình')).toBe('1');
    expect(await numbers('mần')).toBe('');
    expect(await numbers('เครื่องซักผ้า')).toBe('2');
  });

  test('takes a word with one dash as a negated term, also beside its own options', async () => {
    expect(await numbers('*', '-tag:màn-hình')).toBe('2\n3');
    expect(await numbers('-kind:service', '*', '-n', '1')).toBe('1');
    expect(await numbers('*', '-n2')).toBe('1\n2');
    expect(await numbers('status:solved', 'OR', 'priority>=high')).toBe('1\n3');
  });

  test('reads a view, and narrows it by words', async () => {
    expect(await numbers('--view', 'solved')).toBe('3');
    expect(await numbers('--view=all', 'kind:care', 'OR', 'kind:service')).toBe('2\n3');
  });

  test('has columns for awk in a pipe: two blanks between, none inside, a dash for nothing', async () => {
    const { out } = await desk.run(['list', '*', 'sort:number']);

    expect(
      out
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ['1', 'high', 'new', 'support', '2d', 'Nguyễn Thị Lan', 'Màn hình không sáng', 'màn-hình', '1d late'],
      ['2', 'normal', 'new', 'service', '2d', 'สมชาย ใจดี', 'หน้าจอกดไม่ติด', '-', '1d late'],
      ['3', 'normal', 'solved', 'care', '-', 'Anna Smith', 'Refund arrived', 'refund', '-'],
    ]);
  });

  test('fits a terminal, and says in words what is left out', async () => {
    const { out, err } = await desk.run(['list', '*', '-n', '2'], { terminal: 60 });

    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(Math.max(...out.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(60);
    expect(err).toContain('2 of 3');
  });

  test('tells the next deadline where the terminal has room for it', async () => {
    const listed = async (columns: number): Promise<string> =>
      (await desk.run(['list', '*', 'sort:number'], { terminal: columns })).out;

    expect((await listed(100)).split('\n')[0]).toMatch(/ 2d +1d late +Nguyễn Thị Lan +• Màn hình không sáng/);
    expect(await listed(99)).not.toContain('late');
    for (const columns of [99, 100, 119, 120, 140])
      for (const line of (await listed(columns)).split('\n')) expect(width(line)).toBeLessThanOrEqual(columns);
  });

  test('as JSON is one document with the documented keys', async () => {
    const list = await desk.json(['list', 'sort:number', '*']);

    expect(list).toHaveLength(3);
    expect(list).toMatchObject([
      {
        number: 1,
        kind: 'support',
        topic: null,
        mood: null,
        subject: 'Màn hình không sáng',
        status: 'new',
        priority: 'high',
        channel: 'email',
        tags: ['màn-hình'],
        product: null,
        department: null,
        customer: { id: 1, name: 'Nguyễn Thị Lan', emails: ['lan@example.vn'], phones: [], segment: null },
        createdAt: '2026-03-10T09:00:00.000Z',
        updatedAt: '2026-03-10T09:00:00.000Z',
        waitingSince: '2026-03-10T09:00:00.000Z',
        dueAt: '2026-03-10T14:30:00.000Z',
        snoozedUntil: null,
        solvedAt: null,
        messages: 1,
        unread: true,
      },
      { number: 2 },
      { number: 3 },
    ]);
    expect(await desk.json(['list', 'nothing-like-it'])).toEqual([]);
  });
});

describe('a list whose reader leaves', () => {
  const many = tempDesk();
  beforeAll(async () => {
    const lines = Array.from({ length: 1500 }, (_, n) => caseLine({ uid: `m${n}`, subject: `Case ${n}` }));
    await many.run(['import', many.file('many.jsonl', lines.join(''))]);
  });
  const printed = async (argv: readonly string[], readsLines?: number): Promise<number> =>
    (await many.run(argv, readsLines === undefined ? {} : { readsLines })).out.split('\n').length - 1;

  test('after one line costs no more rows than a screenful', async () => {
    for (const argv of [['list', '*'], ['list', '*', '-q'], []]) {
      expect(await printed(argv, 1), argv.join(' ')).toBeLessThanOrEqual(100);
      expect(await printed(argv), argv.join(' ')).toBe(1500);
    }
  });

  test('is else whole: every number once, in its order, also between the pieces it is read in', async () => {
    const numbers = (await many.run(['list', '*', '-q'])).out.trimEnd().split('\n').map(Number);

    expect(numbers).toEqual(await many.json(['list', '*', '-q']));
    expect(new Set(numbers).size).toBe(1500);
    for (const limit of [0, 1, 49, 50, 51, 549, 550, 551, 1499, 1501])
      expect(await printed(['list', '*', '-n', String(limit)])).toBe(Math.min(limit, 1500));
  });
});

describe('desk show', () => {
  test('tells the case and its timeline', async () => {
    const { out } = await desk.run(['show', '1']);

    for (const told of [
      '#1  Màn hình không sáng',
      'lan@example.vn',
      'Lan <lan@example.vn>',
      '  Chào shop, máy của chị',
    ])
      expect(out).toContain(told);
  });

  test('as JSON adds the entries', async () => {
    const { entries } = (await desk.json(['show', '#2'])) as { entries: Record<string, unknown>[] };

    expect(entries).toHaveLength(1);
    expect(Object.keys(entries[0] ?? {})).toEqual(
      expect.arrayContaining([
        'id',
        'type',
        'party',
        'direction',
        'channel',
        'at',
        'from',
        'to',
        'cc',
        'subject',
        'text',
        'quoted',
        'attachments',
        'messageId',
        'automatic',
        'delivery',
      ]),
    );
    expect(entries[0]).toMatchObject({
      type: 'message',
      direction: 'in',
      from: { address: 'lan@example.vn' },
      attachments: [],
    });
  });
});

describe('desk without a command', () => {
  test('is the inbox where no screens can be', async () => {
    expect((await desk.run([])).out).toBe((await desk.run(['list'])).out);
  });

  test('opens the screens on a terminal', async () => {
    const { out } = await desk.run([], { terminal: 80 });
    // and tells how the day was once they are left
    expect(out).toBe('(screens)Still open: 2 overdue.\n');
  });

  test('is the inbox on a terminal without a cursor to move, with the reason beside it', async () => {
    for (const argv of [[], ['demo']]) {
      const { out, err, code } = await desk.run(argv, { terminal: 80, env: { TERM: 'dumb' } });
      expect([code, err]).toEqual([
        0,
        "This terminal (TERM=dumb) can't show the screens; here is the inbox as text.\n",
      ]);
      expect(out).not.toContain('(screens)');
      expect(out.split('\n').length).toBeGreaterThan(2);
    }
  });

  test('says the three ways on over an empty store, in each language', async () => {
    for (const lang of ['en', 'vi', 'th']) {
      const { out, code } = await tempDesk().run(['--lang', lang]);
      expect(code).toBe(0);
      for (const way of ['desk import', 'desk demo', 'desk help']) expect(out).toContain(way);
    }
  });

  test('desk demo shows sample cases and keeps nothing', async () => {
    const fresh = tempDesk();
    const { out, code } = await fresh.run(['demo', '--lang', 'vi']);

    expect(code).toBe(0);
    expect(out.split('\n').length).toBeGreaterThan(10);
    expect(out).toContain('đang xử lý');
    expect((await fresh.run(['list', '-q', '*'])).out).toBe('');
  });
});
