import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, seededDesk, tempDesk } from '../helpers/cli.ts';

// the tests' clock stands at Thursday 12 March 2026, 09:00
let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
});

const customers = (...argv: string[]) => desk.run(['customers', ...argv]);
const show = (who: string): Promise<unknown> => desk.json(['customers', 'show', who]);

describe('desk customers', () => {
  test('a customer is told to scripts with everything that is known', async () => {
    await customers('set', '1', 'segment=loyal', 'honorific=chị', 'tags+=vip,b2b', 'fields.tầng=3', 'consent=yes');
    await customers('set', '1', 'company=Máy Mới', 'phones+=+84 90 123 4567', 'notes=Gọi sau 17h');
    const bought = await customers(
      ...['buy', 'lan@example.vn', '--product', 'OV65', '--at', '2026-03-01', '--serial', 'S1'],
      ...['--warranty', '24mo', '--amount', '12.000.000'],
    );

    expect(bought).toMatchObject({ code: 0, out: '1\n', err: '' });
    expect(await show('lan@example.vn')).toEqual({
      ...{ id: 1, name: 'Nguyễn Thị Lan', givenName: null, honorific: 'chị', language: 'vi', segment: 'loyal' },
      ...{ segmentSince: '2026-03-12T09:00:00.000Z', company: 'Máy Mới', internal: false, consent: 'yes' },
      ...{ emails: ['lan@example.vn'], phones: ['+84 90 123 4567'], handles: [], tags: ['b2b', 'vip'] },
      ...{ notes: 'Gọi sau 17h', fields: { tầng: '3' }, value: 12_000_000, currency: 'VND', valueBy: 'purchases' },
      products: [
        {
          ...{ id: 1, product: 'OV65', at: '2026-03-01T12:00:00.000Z', deliveredAt: null, serial: 'S1' },
          ...{ warrantyUntil: '2028-03-01T12:00:00.000Z', amount: 12_000_000, currency: 'VND' },
        },
      ],
      ledger: {
        ...{ poor: 1, good: 0, balance: -12, strikes: 1, atRisk: false },
        marks: [
          {
            ...{ key: 'late-first:1:1', rule: 'late-first', sort: 'poor', at: '2026-03-10T14:30:00.000Z', case: 1 },
            ...{ entry: 1, commitment: null, weight: 1, strike: true, overruled: null },
          },
        ],
      },
    });
  });

  test.each(['+84 90 123 4567', '0901234567', '0084 90 123 45 67', '84901234567', '+84 (0)90 123 4567'])(
    'one number is one customer, typed as %s',
    async (typed) => {
      await customers('set', '1', 'phones+=090 123 4567');
      expect(await show(typed)).toMatchObject({ id: 1 });
    },
  );

  test('a phone that is taken away is named in any of its forms, and one that is not there is an error', async () => {
    await customers('set', '1', 'phones+=090 123 4567');
    expect((await customers('set', '1', 'phones-=+84901234567')).code).toBe(0);
    expect(await show('1')).toMatchObject({ phones: [] });
    expect((await customers('set', '1', 'phones-=+84901234567')).code).toBe(66);
  });

  test('the list is searched by words without marks, segment, tag and language', async () => {
    await customers('set', '1', 'segment=loyal', 'tags+=vip');
    const ids = async (...query: string[]): Promise<unknown> =>
      ((await desk.json(['customers', 'list', ...query])) as { id: number }[]).map(({ id }) => id);

    expect(await ids()).toEqual([3, 2, 1]);
    expect(await ids('nguyen')).toEqual([1]);
    expect(await ids('0815550123')).toEqual([2]);
    expect(await ids('segment:loyal')).toEqual([1]);
    expect(await ids('tag:vip')).toEqual([1]);
    expect(await ids('lang:th')).toEqual([2]);
    expect(await ids('-n', '1')).toEqual([3]);
    expect((await customers('list', 'segment:best')).code).toBe(2);
  });

  test('who bought is shown where she belongs by now, why, and how to set it', async () => {
    await customers('buy', '1', '--product', 'OV65', '--at', '2026-03-01');
    await customers('buy', '1', '--product', 'OV55', '--at', '2026-03-02');

    const { out } = await customers('show', '1');
    expect(out).toContain('By the rules: current customer (bought 2 times).');
    expect(out).toContain('To set it: desk customers set 1 segment=current');
    expect((await desk.run(['customers', 'show', '1', '--lang', 'vi'])).out).toContain('đã mua 2 lần');
    expect((await desk.run(['customers', 'show', '1', '--lang', 'th'])).out).toContain('ซื้อ 2 ครั้ง');
  });

  test('what nobody bought yet is worth what the desk says of the segment', async () => {
    await desk.run(['config', 'set', 'segment-values', 'loyal=30000000']);
    await customers('set', '1', 'segment=loyal');
    expect(await show('1')).toMatchObject({ value: 30_000_000, valueBy: 'segment' });
    expect((await desk.run(['config', 'set', 'segment-values', 'best=1'])).code).toBe(2);
  });

  test('every change can be tried first and taken back', async () => {
    expect((await customers('set', '1', 'segment=loyal', '--dry-run')).out).toBe(
      'Would change Nguyễn Thị Lan: segment.\n',
    );
    await customers('set', '1', 'segment=loyal', 'tags+=vip');
    expect((await customers('set', '1', 'segment=loyal')).out).toBe('Nguyễn Thị Lan is so already.\n');
    await desk.run(['undo']);
    await customers('buy', '1', '--product', 'OV65');
    await customers('unbuy', '1');
    expect(await show('1')).toMatchObject({ products: [] });
    await desk.run(['undo']);
    expect(await show('1')).toMatchObject({ products: [{ product: 'OV65' }] });
  });

  test.each([
    [['set', '1', 'segmnt=loyal'], 2],
    [['set', '1', 'segment=best'], 2],
    [['set', '99', 'name=x'], 66],
    [['set', '1', 'language=Tiếng Việt'], 2],
    [['buy', '1', '--product', 'x', '--at', 'soon'], 2],
    [['buy', '1', '--product', 'x', '--amount', 'much'], 2],
    [['unbuy', '7'], 66],
    [['show', 'nobody@x.example'], 66],
  ])('%j is refused with %i', async (argv, code) => {
    expect((await customers(...argv)).code).toBe(code);
  });
});

describe('the ledger', () => {
  beforeEach(async () => {
    await desk.run(['config', 'set', 'ledger', 'late-first=0']);
  });

  test('unfolds into its marks, each with day, case, rule and weight, and says what is claimed of it', async () => {
    await desk.run(['ratings', 'add', '1', '--score', '1']);
    await desk.run(['set', '1', 'topic=complaint']);

    const { out } = await customers('show', '1');
    expect(out).toContain('2 poor marks = 2, 0 good marks = 0');
    expect(out).toContain('balance 0 - 12 x 2 = -24; 2 of 3 strikes in 365 days');
    expect(out).toContain('One more and this customer leaves.');
    expect(out.replace(/\s+/g, ' ')).toContain('claims, not laws');
    expect(out).toMatch(/- {2}12 Mar 2026 {2}#1 {2}rated 1 or 2 {2}weight 1 {2}strike {2}rating-low:1:\d+/);
    expect(out).toMatch(/- {2}10 Mar 2026 {2}#1 {2}complained {2}weight 1 {2}strike {2}complaint:1:-/);
    expect((await desk.run(['customers', 'show', '1', '--lang', 'vi'])).out).toContain('đã phàn nàn');
    expect((await desk.run(['customers', 'show', '1', '--lang', 'th'])).out).toContain('ร้องเรียน');
  });

  test('a mark that is overruled does not count, for a reason that is shown; it can count again, or be undone', async () => {
    await desk.run(['set', '1', 'topic=complaint']);
    const overruled = await customers('overrule', '1', 'complaint:1:-', '--reason', 'Nhầm');
    expect(overruled).toMatchObject({ code: 0, out: 'Does not count any more: complained, 10 Mar 2026.\n' });
    expect(await show('1')).toMatchObject({
      ledger: { poor: 0, strikes: 0, marks: [{ overruled: { reason: 'Nhầm' }, strike: false }] },
    });
    await customers('overrule', '1', 'complaint:1:-', '--again');
    expect(await show('1')).toMatchObject({ ledger: { poor: 1, marks: [{ overruled: null }] } });
    await desk.run(['undo']);
    expect(await show('1')).toMatchObject({ ledger: { poor: 0 } });
    expect((await customers('overrule', '1', 'complaint:2:-', '--reason', 'x')).code).toBe(66);
    expect((await customers('overrule', '1', 'complaint:1:-')).code).toBe(2);
  });

  test('weights, window and ratio are the desk’s', async () => {
    await desk.run(['set', '1', 'topic=complaint']);
    await desk.run(['config', 'set', 'ledger', 'late-first=0 complaint=2.5 ratio=4']);
    expect(await show('1')).toMatchObject({ ledger: { poor: 2.5, balance: -10 } });
    expect((await desk.run(['config', 'set', 'ledger', 'complaints=2'])).code).toBe(2);
  });
});

describe('customers who are one person', () => {
  test('are suggested, merged with a preview, and taken apart again', async () => {
    await customers('set', '1', 'phones+=090 123 4567', 'company=X');
    await customers('set', '3', 'phones+=+84901234567', 'name=Nguyen Thi Lan');
    expect((await customers('duplicates')).out).toBe(
      '#1 Nguyễn Thị Lan  #3 Nguyen Thi Lan  90 %  same name without marks, phone +84901234567\n',
    );

    const preview = await customers('merge', '3', '1', '--dry-run');
    expect(preview.out).toContain('Nguyen Thi Lan (#3) would become a part of Nguyễn Thị Lan (#1).\nMoved: 1 case, 1 ');
    expect(await show('3')).toMatchObject({ id: 3 });
    await customers('merge', '3', '1');
    expect(await show('3')).toMatchObject({ id: 1, emails: ['lan@example.vn', 'anna@example.com'] });
    expect((await customers('list')).out.split('\n')).toHaveLength(3);
    expect((await customers('unmerge', '3')).out).toContain('is taken out of');
    expect(await show('3')).toMatchObject({ id: 3, emails: ['anna@example.com'] });
    expect((await customers('unmerge', '3')).code).toBe(2);
    expect((await customers('merge', '1', '#1')).code).toBe(2);
  });
});

describe('a table of customers', () => {
  const table = async (on: Desk): Promise<string> => (await on.run(['customers', 'list', '--csv'])).out;

  test('goes out and comes in the same, whatever stands in it', async () => {
    await customers('set', '1', 'phones+=+84 90 123 4567', 'tags+=vip,b2b', 'fields.tầng=3', 'segment=loyal');
    await customers('set', '2', "name='=1+1", 'notes=một, "hai"\n; ba', 'company=@cmd', 'consent=no', 'fields.x=-5');
    const csv = await table(desk);
    expect(csv).toContain("'+84 90 123 4567");

    const other = tempDesk();
    const file = other.file('customers.csv', csv);
    expect(await other.json(['customers', 'import', file])).toMatchObject({ added: 3, updated: 0, problems: [] });
    const lines = (text: string): string[] => text.split('\r\n').sort();
    expect(lines(await table(other))).toEqual(lines(csv));
    expect(await other.json(['customers', 'import', file])).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
    await other.run(['undo', '--list']);
    expect(await other.json(['customers', 'list'])).toHaveLength(3);
    await other.run(['undo']);
    await other.run(['undo']);
    expect(await other.json(['customers', 'list'])).toEqual([]);
  });

  test('of another program has semicolons and other names of columns; what is wrong is told by its row', async () => {
    const file = desk.file(
      'book.csv',
      'Name;Email;Phone;Segment\nNguyễn Thị Lan;lan@example.vn;090 123 4567;loyal\n"Trần; Bình";b@x.example;;best\n;;;new\nÂn;;0908;\n',
    );
    const ran = await customers('import', file);
    expect(ran.code).toBe(65);
    expect(ran.out).toBe('1 added, 1 changed, 0 unchanged.\n');
    expect(ran.err).toContain('Row 3: “best” can’t be the segment.');
    expect(ran.err).toContain('Row 4: The row has no name and no address.');
    expect(await show('lan@example.vn')).toMatchObject({ id: 1, phones: ['090 123 4567'], segment: 'loyal' });
    expect((await customers('import', desk.file('x.csv', 'a,b\n1,2\n'))).code).toBe(65);
    expect((await customers('import', 'nowhere.csv')).code).toBe(66);
  });
});

describe('desk customers journey', () => {
  test('tells the whole story, the newest first, in columns that awk finds', async () => {
    await customers('buy', '1', '--product', 'OV65', '--at', '2026-03-01', '--warranty', '24mo');
    const { out, code } = await customers('journey', 'lan@example.vn');
    expect(code).toBe(0);
    const rows = out.trimEnd().split('\n');
    expect(rows[0]).toMatch(/^1 Mar 2028 +- +- +warranty ends: OV65$/);
    expect(rows.at(-1)).toMatch(/^1 Mar 2026 +- +- +bought: OV65$/);
    expect(rows.some((row) => /^10 Mar 2026 {2,}- {2,}#1 {2,}the first answer came too late$/.test(row))).toBe(true);
  });

  test('is told to scripts with the marks of each line, and every mark of the ledger stands once', async () => {
    const told = JSON.parse((await customers('journey', '1', '--json')).out);
    const keysOf = (marks: { key: string }[]): string[] => marks.map(({ key }) => key);
    expect(told.customer.id).toBe(1);
    expect(told.lines.flatMap((line: { marks: { key: string }[] }) => keysOf(line.marks))).toEqual(
      keysOf(told.ledger.marks),
    );
    expect(told.lines).toContainEqual(expect.objectContaining({ kind: 'case', what: 'opened', case: 1 }));
  });

  test('nobody of that name is an error', async () => {
    expect((await customers('journey', 'nobody@x.example')).code).toBe(66);
  });
});
