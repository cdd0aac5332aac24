import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, type Setting, seededDesk, tempDesk } from '../helpers/cli.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
});

const on = (day: string): Setting => ({ env: { DESK_NOW: `${day}T02:00:00Z`, LANG: 'C' } });
/** the tests' clock stands on Thursday 12 March */
const A_WEEK_AFTER = on('2026-03-20');

/** A file of the desk's own, beside the store. */
function own(name: string, text: string, folder = 'plans'): string {
  mkdirSync(join(desk.folder, folder), { recursive: true });
  const path = join(desk.folder, folder, `${name}.md`);
  writeFileSync(path, text);
  return path;
}

const plan = (name: string, after: string, template = 'check-in'): string =>
  `---\nname: ${name}\ntitle vi: Hỏi thăm\nevent: solved\nafter: ${after}\ntemplate: ${template}\nconsent: no\n---\n`;

/** Lan's screen is put right on the day of the tests. */
const fix = (): Promise<unknown> => desk.run(['set', '1', 'topic=fault', 'status=solved']);

describe('desk follow-ups run', () => {
  test('made by a timer each morning makes the follow-up once, and says nothing where nothing is due', async () => {
    await fix();
    expect(await desk.run(['follow-ups', 'run'], on('2026-03-19'))).toMatchObject({ code: 0, out: '', err: '' });

    const first = await desk.run(['follow-ups', 'run', '--lang', 'vi'], A_WEEK_AFTER);
    expect(first).toMatchObject({ code: 0, err: 'Đã ghi 1 việc theo dõi theo kế hoạch.\n' });
    expect(first.out).toMatch(/^1 +Nguyễn Thị Lan +Hỏi thăm bảy ngày sau khi sửa xong$/m);
    expect(await desk.run(['follow-ups', 'run'], on('2026-03-21'))).toMatchObject({ code: 0, out: '', err: '' });

    expect(await desk.json(['follow-ups', 'list'], A_WEEK_AFTER)).toMatchObject([
      { case: 1, text: 'Hỏi thăm bảy ngày sau khi sửa xong', template: 'check-in', stands: 'open' },
    ]);
    expect(await desk.json(['plans'], A_WEEK_AFTER)).toMatchObject([
      { name: 'check-in-after-fix', made: 1 },
      {},
      {},
      {},
      {},
    ]);
  });

  test('tries without writing, and undo takes a run back', async () => {
    await fix();
    expect(await desk.json(['follow-ups', 'run', '--dry-run'], A_WEEK_AFTER)).toMatchObject({
      ...{ action: null, dryRun: true, broken: [] },
      made: [{ plan: 'check-in-after-fix', case: 1, customer: 1, since: '2026-03-19T09:00:00.000Z' }],
    });
    expect(await desk.json(['follow-ups', 'list'], A_WEEK_AFTER)).toEqual([]);
    await desk.run(['follow-ups', 'run'], A_WEEK_AFTER);
    expect((await desk.run(['undo'], A_WEEK_AFTER)).code).toBe(0);
    expect(await desk.json(['follow-ups', 'list'], A_WEEK_AFTER)).toEqual([]);
  });

  test('an own file takes the place of the one that came with desk; a broken one is named, and 65 tells the timer', async () => {
    await fix();
    own('check-in-after-fix', plan('check-in-after-fix', '3d'));
    const wrong = own('wrong', plan('wrong', '7h'));
    const { code, out, err } = await desk.run(['follow-ups', 'run'], on('2026-03-16'));
    expect(code).toBe(65);
    expect(out).toMatch(/^1 +Nguyễn Thị Lan +Hỏi thăm$/m);
    expect(err).toContain(`${wrong}:5: this value can’t be: after: 7h`);
  });

  test('a plan is switched off by its name in the settings', async () => {
    await fix();
    await desk.run(['config', 'set', 'plans-off', 'check-in-after-fix']);
    expect(await desk.run(['follow-ups', 'run'], A_WEEK_AFTER)).toMatchObject({ code: 0, out: '' });
    expect((await desk.run(['plans'], A_WEEK_AFTER)).out).toMatch(/^check-in-after-fix +off +Check-in/m);
    const shown = await desk.run(['plans', 'show', 'check-in-after-fix'], A_WEEK_AFTER);
    expect(shown.err).toBe('It is switched off: desk config get plans-off\n');
  });

  test('the answer begins with the words that came with the plan, also on the command line', async () => {
    const { code, out } = await desk.run(['templates', 'render', 'thanks-year', '1']);
    expect(code).toBe(0);
    expect(out).toContain('Vậy là tròn một năm');
  });
});

describe('desk plans', () => {
  test('lists those that come with desk', async () => {
    const { out, code } = await desk.run(['plans']);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(5);
    expect(out).toMatch(/^win-back-former +0 made +Win-back of the former$/m);
  });

  test('shows when a plan is due, for whom, and with which words it begins', async () => {
    const { out } = await desk.run(['plans', 'show', 'check-in-after-fix']);
    expect(out).toContain(
      '  7 days after a case is solved\n  for cases: support, fault, installation\n  needs no consent\n',
    );
    expect(out).toContain('begins with the template check-in');
    expect(await desk.json(['plans', 'show', 'win-back-former'])).toMatchObject({
      ...{ event: 'segment former', afterDays: 7, consent: true, template: 'win-back', on: true, made: 0 },
    });
    const { code, err } = await desk.run(['plans', 'show', 'win-back']);
    expect(code).toBe(66);
    expect(err).toContain('Did you mean win-back-former?');
  });

  test('finds nothing wrong with what comes with desk, in a store without any template', async () => {
    const { code, err } = await tempDesk().run(['plans', 'lint']);
    expect(code).toBe(0);
    expect(err).toBe('5 plans, nothing wrong.\n');
  });

  test('lint names the line that is wrong and the template that is missing, in the files that are given', async () => {
    const bad = desk.file('bad.md', plan('bad', 'soon'));
    const lost = desk.file('lost.md', plan('lost', '7d', 'nowhere'));
    const { code, out } = await desk.run(['plans', 'lint', bad, lost]);
    expect(code).toBe(65);
    expect(out).toContain(`${bad}:5: this value can’t be: after: soon\n`);
    expect(out).toContain(`${lost}: `);
    expect(out).toContain('nowhere');
    expect(await desk.json(['plans', 'lint', bad])).toMatchObject({ plans: 0, broken: [{ path: bad }], flaws: [] });
  });

  test('show of a broken plan says where, and how to see all that is wrong', async () => {
    own('wrong', plan('wrong', '7h'));
    const { code, err } = await desk.run(['plans', 'show', 'wrong']);
    expect(code).toBe(65);
    expect(err).toContain('line 5');
    expect(err).toContain('desk plans lint');
  });
});
