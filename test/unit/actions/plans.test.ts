import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { COMMITMENT_VERBS } from '../../../src/actions/commitments.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { exportPieces } from '../../../src/actions/export/export.ts';
import { importSources } from '../../../src/actions/import/import.ts';
import { merge } from '../../../src/actions/merge.ts';
import { mergeCustomer, unmergeCustomers } from '../../../src/actions/merge-customers.ts';
import { note } from '../../../src/actions/note.ts';
import { readCommitments } from '../../../src/actions/read-commitments.ts';
import { readPlanStandings } from '../../../src/actions/read-plans.ts';
import { runPlansToEnd, runTakenBackToday } from '../../../src/actions/run-plans.ts';
import { spam } from '../../../src/actions/spam.ts';
import { redoLast, undoLast } from '../../../src/actions/undo.ts';
import type { Context, Locale } from '../../../src/context.ts';
import { LOCALES } from '../../../src/context.ts';
import { loadWords } from '../../../src/i18n/index.ts';
import { about, buy, careDesk, DAY, fixed, open, planFile, set, toDoList, withPlans } from '../../helpers/care-desk.ts';
import type { Desk } from '../../helpers/desk.ts';

const run = async (on: Context): Promise<string[]> => (await runPlansToEnd(on)).made.map(({ plan }) => plan);
const ids = (on: Context): number[] => readCommitments(on, 'follow-up', true).map(({ id }) => id);

/** Lan's screen was put right a week ago. */
function aWeekAfter(locale: Locale = 'en'): Desk {
  const desk = careDesk({ locale });
  fixed(desk);
  desk.wait(7 * DAY);
  return desk;
}

describe('each plan that comes with desk makes a follow-up', () => {
  test('seven days after a fault is fixed, in its case', async () => {
    const desk = careDesk();
    fixed(desk);
    desk.wait(7 * DAY - 1);
    expect(await run(desk)).toEqual([]);
    desk.wait(1);
    expect(await run(desk)).toEqual(['check-in-after-fix']);
    expect(readCommitments(desk, 'follow-up', false)).toMatchObject([
      { case: 1, customer: 1, text: 'Check-in seven days after a fix', template: 'check-in', stands: 'open' },
    ]);
  });

  test('thirty days after a purchase, for the customer', async () => {
    const desk = careDesk();
    open(desk, 'Hỏi giá');
    about(desk, 1, { segment: 'current' });
    buy(desk, 1);
    desk.wait(30 * DAY);
    expect(await run(desk)).toEqual(['thirty-days-after-purchase']);
    expect(toDoList(desk)).toEqual(['Lan: Thirty days after a purchase']);
  });

  test('after ninety days of silence, where they said that we may', async () => {
    const desk = careDesk();
    set(desk, open(desk, 'Hỏi giá'), { status: 'solved' });
    about(desk, 1, { segment: 'loyal' });
    desk.wait(90 * DAY);
    expect(await run(desk)).toEqual([]);
    about(desk, 1, { consent: 'yes' });
    expect(await run(desk)).toEqual(['ninety-days-of-silence']);
  });

  test('a year after the first purchase', async () => {
    const desk = careDesk();
    open(desk, 'Hỏi giá');
    about(desk, 1, { segment: 'current', consent: 'yes' });
    buy(desk, 1);
    desk.wait(365 * DAY);
    expect(await run(desk)).toEqual(['thanks-after-a-year']);
  });

  test('a week after somebody became a former customer', async () => {
    const desk = careDesk();
    open(desk, 'Hỏi giá');
    about(desk, 1, { segment: 'former', consent: 'yes' });
    desk.wait(7 * DAY);
    expect(await run(desk)).toEqual(['win-back-former']);
  });
});

describe('a run', () => {
  test('makes nothing twice, also in another window and after the follow-up is done', async () => {
    const desk = aWeekAfter();
    expect(await run(desk)).toHaveLength(1);
    expect(await runPlansToEnd(desk.as({ session: 'cron' }))).toMatchObject({ action: null, made: [] });
    perform(desk, COMMITMENT_VERBS['follow-up'].done, { id: ids(desk)[0] ?? 0 });
    desk.wait(10 * DAY);
    expect(await run(desk)).toEqual([]);
    expect(ids(desk)).toHaveLength(1);
  });

  test('is for the end of the day’s work, and of the next one where the day is over', async () => {
    const dueAt = async (wait: number): Promise<string> => {
      const desk = aWeekAfter();
      desk.wait(wait);
      const [made] = (await runPlansToEnd(desk)).made;
      return new Date((made?.dueAt ?? 0) + 7 * 3_600_000).toISOString().slice(0, 16);
    };
    // Thursday at nine, at five, on Friday evening; Saturday closes at noon, and the next day is Monday
    expect(await dueAt(0)).toBe('2026-03-19T17:30');
    expect(await dueAt(8 * 3_600_000)).toBe('2026-03-20T17:30');
    expect(await dueAt(DAY + 9 * 3_600_000)).toBe('2026-03-21T12:00');
    expect(await dueAt(2 * DAY + 3 * 3_600_000)).toBe('2026-03-23T17:30');
  });

  test.each(LOCALES)('speaks the desk’s language: %s', async (locale) => {
    await loadWords(locale);
    const desk = aWeekAfter(locale);
    await run(desk);
    expect(toDoList(desk)).toEqual([
      {
        en: '#1 Check-in seven days after a fix',
        vi: '#1 Hỏi thăm bảy ngày sau khi sửa xong',
        th: '#1 ถามไถ่เจ็ดวันหลังซ่อมเสร็จ',
      }[locale],
    ]);
  });

  test('writes nothing when it only tries', async () => {
    const desk = aWeekAfter();
    const tried = await runPlansToEnd(desk, true);
    expect(tried).toMatchObject({ action: null, made: [{ plan: 'check-in-after-fix', case: 1, customer: 1 }] });
    expect(toDoList(desk)).toEqual([]);
    expect((await runPlansToEnd(desk)).made).toEqual(tried.made);
  });

  test('leaves no trace in the history where nothing is due', async () => {
    const desk = careDesk();
    const before = desk.store.db.prepare('SELECT count(*) FROM actions').pluck().get();
    expect(await run(desk)).toEqual([]);
    expect(desk.store.db.prepare('SELECT count(*) FROM actions').pluck().get()).toBe(before);
  });

  test('leaves out the case in which somebody has noted a follow-up already', async () => {
    const desk = aWeekAfter();
    const made = { cases: [1], customer: null, at: desk.now() + DAY, text: 'Gọi chị Lan', template: null };
    const { output } = perform(desk, COMMITMENT_VERBS['follow-up'].add, made);
    expect(await run(desk)).toEqual([]);
    perform(desk, COMMITMENT_VERBS['follow-up'].done, { id: output.ids[0] ?? 0 });
    expect(await run(desk)).toEqual([]);
  });

  test('knows a follow-up that came with a merged case', async () => {
    const desk = aWeekAfter();
    const other = open(desk, 'Vẫn màn hình');
    const made = { cases: [other], customer: null, at: desk.now() + DAY, text: 'Gọi chị Lan', template: null };
    perform(desk, COMMITMENT_VERBS['follow-up'].add, made);
    perform(desk, merge, { from: [other], into: 1 });
    set(desk, 1, { status: 'solved' });
    desk.wait(7 * DAY);
    expect(await run(desk)).toEqual([]);
  });

  test('cares for nobody who sent spam', async () => {
    const desk = withPlans(careDesk(), { any: planFile('any', 'solved', 7) });
    perform(desk, spam, { cases: [open(desk, 'Buy now')], not: false });
    desk.wait(7 * DAY);
    expect(await run(desk)).toEqual([]);
  });

  test('makes nothing again in a store that was moved: what is planned there came along', async () => {
    const desk = aWeekAfter();
    about(desk, 1, { segment: 'current' });
    buy(desk, 1, desk.now() - 31 * DAY);
    await run(desk);
    desk.wait(7 * DAY);
    expect(await run(desk)).toEqual(['check-in-after-fix']);
    perform(desk, COMMITMENT_VERBS['follow-up'].done, { id: 1 });
    const copy = careDesk({ now: desk.now(), session: 'copy' });
    const jsonl = Readable.from([...exportPieces(desk, 'jsonl', null)].map((piece) => Buffer.from(piece)));
    await importSources(copy, { paths: ['-'], stdin: jsonl, solvedBefore: null });
    expect(toDoList(copy)).toEqual(['#1 Check-in seven days after a fix']);
    expect(await run(copy)).toEqual([]);
  });

  test('waits while a complaint is open', async () => {
    const desk = aWeekAfter();
    set(desk, open(desk, 'Tôi không hài lòng'), { topic: 'complaint' });
    expect(await run(desk)).toEqual([]);
  });

  test('names the file that is broken, and runs the others', async () => {
    const desk = withPlans(aWeekAfter(), {
      'after-fix': planFile('after-fix', 'solved', 7),
      wrong: planFile('wrong', 'birthday', 7),
    });
    const { made, broken } = await runPlansToEnd(desk);
    expect(made.map(({ plan }) => plan)).toEqual(['after-fix']);
    expect(broken).toEqual([
      { name: 'wrong', path: 'plans/wrong.md', flaws: [{ line: 4, code: 'bad-value', text: 'event: birthday' }] },
    ]);
  });

  test('leaves out what is switched off', async () => {
    const desk = aWeekAfter();
    perform(desk, setConfig, { key: 'plans-off', value: 'check-in-after-fix, win-back-former' });
    expect(await run(desk)).toEqual([]);
    const { plans } = readPlanStandings(desk);
    expect(plans.filter(({ on }) => !on).map(({ plan }) => plan.name)).toEqual([
      'check-in-after-fix',
      'win-back-former',
    ]);
    perform(desk, setConfig, { key: 'plans-off', value: null });
    expect(await run(desk)).toEqual(['check-in-after-fix']);
    expect(readPlanStandings(desk).plans.map(({ made }) => made)).toEqual([1, 0, 0, 0, 0]);
  });
});

describe('a customer who is merged', () => {
  const two = (): Desk => {
    const desk = aWeekAfter();
    open(desk, 'Hỏi giá', 'Lan Nguyễn <lan@y.example>');
    return desk;
  };

  test('is not asked again as the other, nor when she is herself again', async () => {
    const desk = two();
    await run(desk);
    perform(desk, mergeCustomer, { from: 1, into: 2 });
    desk.wait(8 * DAY);
    expect(await run(desk)).toEqual([]);
    perform(desk, unmergeCustomers, { customer: 1 });
    expect(await run(desk)).toEqual([]);
    // and the plan has made one
    expect(readPlanStandings(desk).plans[0]?.made).toBe(1);
  });

  test('is not asked again alone for what was made while she was the other', async () => {
    const desk = two();
    perform(desk, mergeCustomer, { from: 1, into: 2 });
    expect(await run(desk)).toEqual(['check-in-after-fix']);
    perform(desk, unmergeCustomers, { customer: 1 });
    desk.wait(8 * DAY);
    expect(await run(desk)).toEqual([]);
  });
});

describe('undo', () => {
  const several = (count: number): Desk => {
    const desk = careDesk();
    for (let n = 1; n <= count; n++) fixed(desk, 'Màn hình', `Khách ${n} <k${n}@x.example>`);
    desk.wait(7 * DAY);
    return desk;
  };

  test.each([1, 2, 40])('takes back all %i follow-ups of a run, and redo brings them back', async (count) => {
    const desk = several(count);
    expect(await run(desk)).toHaveLength(count);
    undoLast(desk);
    expect(toDoList(desk)).toEqual([]);
    redoLast(desk);
    expect(toDoList(desk)).toHaveLength(count);
    expect(await run(desk)).toEqual([]);
  });

  test('makes them due again for whoever runs the plans, but not by itself on the same day', async () => {
    const desk = several(2);
    await run(desk);
    expect(runTakenBackToday(desk)).toBe(false);
    undoLast(desk);
    expect(runTakenBackToday(desk)).toBe(true);
    desk.wait(DAY);
    expect(runTakenBackToday(desk)).toBe(false);
    expect(await run(desk)).toHaveLength(2);
  });

  test('leaves the case that was worked on since, and what was made in it is not made again', async () => {
    const desk = several(3);
    await run(desk);
    const other = desk.as({ session: 'other' });
    perform(other, note, { case: 2, text: 'Đã gọi', fromDraft: false });
    expect(undoLast(desk).kept).toEqual([2]);
    expect(toDoList(desk)).toEqual(['#2 Check-in seven days after a fix']);
    desk.wait(8 * DAY);
    await run(desk);
    expect(toDoList(desk).sort()).toEqual([1, 2, 3].map((n) => `#${n} Check-in seven days after a fix`));
  });

  test('of follow-ups without a case leaves the one that is done, which is not made again', async () => {
    const desk = careDesk();
    for (const n of [1, 2]) {
      open(desk, 'Hỏi giá', `Khách ${n} <k${n}@x.example>`);
      about(desk, n, { segment: 'current' });
      buy(desk, n);
    }
    desk.wait(30 * DAY);
    await run(desk);
    const other = desk.as({ session: 'other' });
    perform(other, COMMITMENT_VERBS['follow-up'].done, { id: ids(desk)[0] ?? 0 });
    undoLast(desk);
    expect(toDoList(desk)).toEqual([]);
    desk.wait(8 * DAY);
    await run(desk);
    expect(toDoList(desk)).toEqual(['Khách 2: Thirty days after a purchase']);
  });
});
