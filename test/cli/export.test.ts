import { beforeAll, describe, expect, test } from 'vitest';
import { csvHead } from '../../src/actions/export/csv.ts';
import { type Desk, seededDesk, tempDesk } from '../helpers/cli.ts';
import { caseLine, mail } from '../helpers/cli-seed.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await seededDesk();
});

describe('desk export', () => {
  test('goes through a pipe into another desk, which is then the same', async () => {
    const jsonl = (await desk.run(['export'])).out;
    const other = tempDesk();
    const ran = await other.run(['import', '-'], { stdin: jsonl });

    expect([ran.code, ran.err]).toEqual([0, '']);
    expect((await other.run(['list', '*'])).out).toBe((await desk.run(['list', '*'])).out);
    expect(await other.json(['templates'])).toEqual(await desk.json(['templates']));
    expect((await other.run(['config', 'get', 'me'])).out).toBe('cskh@maymoi.example\n');
  });

  test('a dry run of that import counts the same and keeps nothing', async () => {
    const jsonl = (await desk.run(['export'])).out;
    const other = tempDesk();

    expect(await other.json(['import', '-', '--dry-run'], { stdin: jsonl })).toMatchObject({
      dryRun: true,
      added: 3,
      cases: { added: 3 },
      templates: 1,
      problems: [],
    });
    expect((await other.run(['list', '-q', '*'])).out).toBe('');
  });

  test('takes a query, negated terms too', async () => {
    const { out } = await desk.run(['export', 'is:open', '-tag:màn-hình', '--format', 'csv']);

    expect(out.split('\r\n').map((row) => row.split(',')[0])).toEqual(['\uFEFFnumber', '2', '']);
  });

  test('writes a table that no spreadsheet runs', async () => {
    const own = tempDesk();
    const line = caseLine({ subject: '=HYPERLINK("http://x";"y"), really', text: 'x', tags: ['a', 'b'] }).replace(
      '"phones":[]',
      '"phones":["+84 90 1"]',
    );
    await own.run(['import', own.file('a.jsonl', line)]);
    const { out } = await own.run(['export', '--format', 'csv']);

    expect(out.startsWith(csvHead())).toBe(true);
    expect(out).toContain(`1,"'=HYPERLINK(""http://x"";""y""), really",new,normal,support`);
    expect(out).toContain(",lan@example.vn,'+84 90 1,");
    expect(out).toMatch(/,1,true,+\r\n$/);
  });

  test('writes the original mails as an mbox that another desk reads', async () => {
    const own = tempDesk();
    const raw = mail({ From: 'Lan <lan@x.vn>', To: 's@x.org', Subject: 'Hi', 'Message-ID': '<a@x>' }, 'From me\nHi');
    await own.run(['import', own.file('a.eml', raw), '--me', 's@x.org']);
    const { out, code } = await own.run(['export', '--format', 'mbox']);

    expect([code, out]).toEqual([0, `From lan@x.vn Thu Jan  1 00:00:00 1970\n${raw.replace('From me', '>From me')}\n`]);
    expect(await own.json(['import', own.file('b.mbox', out)])).toMatchObject({ added: 0, unchanged: 1 });
  });

  test('says which formats there are', async () => {
    expect(await desk.run(['export', '--format', 'xml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('jsonl, csv, mbox'),
    });
  });
});
