import { expect, test } from 'vitest';
import { perform } from '../../src/actions/action.ts';
import { workOutDue } from '../../src/actions/clocks.ts';
import { readCase } from '../../src/actions/read-cases.ts';
import { readCommitments } from '../../src/actions/read-commitments.ts';
import { scheduleToChange, setSchedule } from '../../src/actions/schedules.ts';
import { createDesk, type Desk } from '../helpers/desk.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const HOUR = 3_600_000;
/** The demo without what it has to do by itself. */
async function vietnamese(): Promise<Screens> {
  const made = createDesk({ locale: 'vi', zone: 'Asia/Ho_Chi_Minh' });
  await made.seed();
  made.store.db.exec('DELETE FROM commitments; UPDATE clock_state SET rules = rules + 1, at_case = 0');
  await workOutDue(made);
  return openScreens({ desk: made, locale: 'vi' });
}
const open = (desk: Screens, kind: 'follow-up' | 'promise') => readCommitments(desk.desk, kind, false);

test('f asks when, shows the moment before it counts, asks what, and z takes it back', async () => {
  const desk = await vietnamese();
  desk.press('follow-up');
  desk.type('thứ 6 17h');
  desk.sees('→ thứ Sáu 13/3 17:00 (mai)');
  expect(open(desk, 'follow-up')).toEqual([]);
  desk.type('\n');
  desk.sees('Việc cần làm');
  desk.type('Hỏi máy chạy ổn chưa\n');
  desk.sees('#36: theo dõi lại thứ Sáu 13/3 17:00');
  const [made] = open(desk, 'follow-up');
  expect(made).toMatchObject({ case: 36, text: 'Hỏi máy chạy ổn chưa', template: null });
  expect(new Date(made?.at ?? 0).toISOString()).toBe('2026-03-13T10:00:00.000Z');

  desk.press('undo');
  expect(open(desk, 'follow-up')).toEqual([]);
  desk.press('redo');
  expect(open(desk, 'follow-up')).toHaveLength(1);
});

test('what is no time, or is over, is said, and the line stays as it was typed', async () => {
  const desk = await vietnamese();
  desk.press('promise');
  desk.type('khi nào rảnh\n');
  desk.sees('khi nào rảnh');
  expect(desk.state().notice).toMatchObject({ tone: 'error' });
  expect(desk.state().overlay).toMatchObject({ name: 'prompt', use: { what: 'commit-when' } });
  desk.key('C-u');
  desk.type('2026-01-01\n');
  desk.sees('đã qua');
  expect(desk.state().overlay?.name).toBe('prompt');
  desk.key('Esc');
  expect(open(desk, 'promise')).toEqual([]);
});

test('a promise for a day alone holds until work ends, a follow-up begins with it', async () => {
  const desk = await vietnamese();
  for (const row of ['follow-up', 'promise'] as const) {
    desk.press(row);
    desk.type('mai\n\n');
  }
  expect(new Date(open(desk, 'follow-up')[0]?.at ?? 0).toISOString()).toBe('2026-03-13T01:00:00.000Z');
  expect(new Date(open(desk, 'promise')[0]?.at ?? 0).toISOString()).toBe('2026-03-13T10:00:00.000Z');
});

test('several selected cases get one each, and lose the selection', async () => {
  const desk = await vietnamese();
  desk.press('mark', 'mark', 'promise');
  desk.type('mai\nGọi lại\n');
  expect(open(desk, 'promise').map((one) => one.case)).toEqual([36, 54]);
  expect(desk.state().list.marked.size).toBe(0);
  desk.press('undo');
  expect(open(desk, 'promise')).toEqual([]);
});

/** Three things to do: one over, one today, one later. */
async function withWork(): Promise<Screens> {
  const desk = await vietnamese();
  for (const [when, what] of [
    ['1h', 'Gọi chị Lan'],
    ['8h', 'Gửi báo giá ;;check-in'],
    ['1w', 'Hỏi thăm'],
  ] as const) {
    desk.press('promise');
    desk.type(`${when}\n${what}\n`);
    desk.press('next');
  }
  desk.tick(2 * HOUR);
  desk.press('go-agenda');
  return desk;
}

test('gf lists what is overdue, for today and coming; e is done, b moves, x drops, z takes each back', async () => {
  const desk = await withWork();
  desk.sees(/Quá hạn 1 +Hôm nay 1 +Sắp tới 1/);
  desk.sees('Gọi chị Lan');
  desk.press('agenda-done');
  desk.sees('Đã làm: Gọi chị Lan');
  desk.sees(/Quá hạn 0 +Hôm nay 1 +Sắp tới 1/);
  desk.press('undo');
  desk.sees('Quá hạn 1');
  desk.press('agenda-move');
  desk.type('thứ 2 9h\n');
  desk.sees('Dời đến thứ Hai 16/3 09:00');
  desk.sees(/Quá hạn 0 +Hôm nay 1 +Sắp tới 2/);
  desk.press('agenda-drop');
  desk.sees('Đã bỏ: Gửi báo giá');
  desk.sees('Hôm nay 0');
  desk.press('undo');
  desk.sees('Hôm nay 1');
});

test('a promise that was moved after its time had gone by was not kept, and case and customer say so', async () => {
  const desk = await withWork();
  desk.press('agenda-move');
  desk.type('mai\n');
  desk.key('Esc');
  desk.goTo(36);
  desk.press('open', 'first');
  desk.sees(/lỡ hẹn 10:0\d|lỡ hẹn 03:0\d/);
  expect(readCase(desk.desk, 36).commitments[0]).toMatchObject({ stands: 'broken', doneAt: null });
});

test('doing one opens its case, with an answer begun from the template that it names', async () => {
  const desk = await withWork();
  desk.press('next', 'agenda-open');
  expect(desk.state().screen).toMatchObject({ name: 'compose', draft: { number: 54, template: { name: 'check-in' } } });
  desk.key('Esc');
  expect(desk.state().screen.name).toBe('case');
  desk.press('commitment-done');
  desk.sees('Đã làm: Gửi báo giá');
  expect(open(desk, 'promise').map((one) => one.text)).toEqual(['Gọi chị Lan', 'Hỏi thăm']);
});

test('Tab gathers the lines by customer, and the same line stays under the cursor', async () => {
  const desk = await withWork();
  desk.press('last');
  desk.key('Tab');
  desk.sees('Hoàng Đức Long');
  desk.sees(/› .*Hỏi thăm/);
  desk.key('Tab');
  desk.sees(/› .*Hỏi thăm/);
});

test('a follow-up for the customer alone opens a new case of hers when it is done', async () => {
  const desk = await vietnamese();
  desk.press('palette');
  desk.type('theo dõi khách\n');
  desk.type('mai\nChúc mừng năm mới\n');
  const [made] = open(desk, 'follow-up');
  expect(made).toMatchObject({ case: null, customerName: 'Hoàng Đức Long' });
  desk.press('go-agenda', 'agenda-open');
  desk.sees('Hoàng Đức Long');
  desk.type('\n');
  const { screen } = desk.state();
  expect(screen.name).toBe('case');
  const number = screen.name === 'case' ? screen.open.number : 0;
  expect(readCase(desk.desk, number).customer?.id).toBe(made?.customer);
});

test('an answer that promises something offers to keep it: p keeps all, then each, then none; sending keeps what was chosen', async () => {
  const desk = await vietnamese();
  desk.press('reply');
  desk.type('Dạ thứ Sáu trước 17h kỹ thuật sẽ qua nhà mình ạ. Thứ Hai em gọi lại anh nhé.');
  desk.press('review');
  desk.sees('p ghi 2 lời hẹn: thứ Sáu 13/3 17:00 (mai) · thứ Hai 16/3 17:00');
  await expect(`${desk.screen()}\n`).toMatchFileSnapshot('golden/review-promise.txt');
  desk.press('keep-promise');
  desk.sees('ghi thành lời hẹn: thứ Sáu 13/3 17:00 (mai) · thứ Hai 16/3 17:00');
  desk.press('keep-promise');
  desk.sees('ghi thành lời hẹn: thứ Sáu 13/3 17:00 (mai)');
  desk.press('keep-promise', 'keep-promise');
  desk.sees('p ghi 2 lời hẹn');
  desk.press('keep-promise', 'keep-promise', 'send');
  expect(open(desk, 'promise')).toMatchObject([
    { case: 36, text: expect.stringContaining('thứ Sáu trước 17h kỹ thuật sẽ qua nhà mình') },
  ]);
  desk.press('undo');
  expect(open(desk, 'promise')).toEqual([]);
  expect(readCase(desk.desk, 36).drafts.reply?.text).toContain('thứ Sáu trước 17h');
});

test('nothing is kept that was only offered', async () => {
  const desk = await vietnamese();
  desk.press('reply');
  desk.type('Dạ mai em gọi lại anh nhé.');
  desk.press('review', 'send');
  expect(open(desk, 'promise')).toEqual([]);
});

test('w explains the deadline, D orders the list by it, and the rows say what is late or soon will be', async () => {
  const desk = await vietnamese();
  desk.goTo(58);
  desk.sees(/58.*còn 30ph/);
  desk.press('why');
  desk.sees('Gần nhất: trả lời lần đầu · thứ Năm 12/3 09:31');
  desk.sees('Chỉ tiêu "desk" cho mức ưu tiên gấp, theo giờ làm "desk" ở Asia/Ho_Chi_Minh');
  desk.sees('chỉ tiêu 1g · đang tính');
  desk.key('Esc');
  desk.press('by-deadline');
  desk.sees('Xếp theo hạn gần nhất.');
  const first = desk.state().list.numbers.slice(0, 12);
  const dues = first.map((number) => readCase(desk.desk, number).case.due?.at ?? Number.POSITIVE_INFINITY);
  expect(dues).toEqual(dues.toSorted((a, b) => a - b));
  desk.press('by-deadline');
  expect(desk.state().list.numbers[0]).toBe(36);
});

test('a snooze past the next deadline says so before it counts', async () => {
  const desk = await vietnamese();
  desk.goTo(58);
  desk.press('snooze-date');
  desk.type('mai');
  desk.sees('khi đó đã quá hạn');
});

test('the start line tells the day, and what others change in the hours is worked out between the keys', async () => {
  const made: Desk = createDesk({ locale: 'vi', zone: 'Asia/Ho_Chi_Minh' });
  await made.seed();
  const desk = await openScreens({ desk: made });
  desk.sees('1 lời hẹn hôm nay, 1 việc theo dõi hôm nay, 12 quá hạn.');
  const before = readCase(made, 37).case.due?.at;
  const hours = scheduleToChange(made, 'desk');
  const night = ['20:00-22:00'];
  perform(made, setSchedule, { ...hours, week: [night, night, night, night, night, night, night] });
  expect(readCase(made, 37).case.due?.at).toBe(before);
  for (let turn = 0; turn < 40; turn += 1) desk.tick(500);
  expect(readCase(made, 37).case.due?.at).not.toBe(before);
});

test.each(['en', 'vi', 'th'] as const)('the day’s list and an explanation look so, %s', async (locale) => {
  const made = createDesk({ locale, zone: 'Asia/Ho_Chi_Minh', tick: 0 });
  await made.seed();
  const desk = await openScreens({ desk: made, locale });
  for (const [row, when, what] of [
    ['promise', '1h', 'Gọi chị Lan báo giá'],
    ['follow-up', '8h', 'Hỏi máy chạy ổn chưa ;;check-in'],
    ['promise', '2026-03-20', 'Giao máy mới'],
  ] as const) {
    desk.press(row);
    desk.type(`${when}\n${what}\n`);
    desk.press('next');
  }
  desk.tick(2 * HOUR);
  desk.press('go-agenda');
  await expect(`${desk.screen()}\n`).toMatchFileSnapshot(`golden/agenda-${locale}.txt`);
  desk.key('Esc');
  desk.goTo(58);
  desk.press('why');
  await expect(`${desk.screen()}\n`).toMatchFileSnapshot(`golden/why-${locale}.txt`);
});

test('d is offered for the case that is on the screen, not for one shown before in a wider window', async () => {
  const desk = await openScreens({ seed: true });
  desk.resize('120x30');
  desk.sees('d to-do done');
  desk.resize('90x30');
  desk.doesNotSee('d to-do done');
  desk.resize('120x30');
  desk.sees('d to-do done');
});
