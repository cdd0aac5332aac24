import { expect, test } from 'vitest';
import { perform } from '../../src/actions/action.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { readCase } from '../../src/actions/read-cases.ts';
import { KINDS, MOODS, PRIORITIES, TOPICS } from '../../src/domain/case.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const HOUR = 3_600_000;
const onCase = async (number = 47): Promise<Screens> => {
  const desk = await openScreens({ seed: true });
  desk.goTo(number);
  return desk;
};
const caseOf = (desk: Screens, number = 47) => readCase(desk.desk, number).case;
const tagsOf = (desk: Screens, number = 47) => readCase(desk.desk, number).tags;

test('status, priority, kind, topic and mood each have their keys, and z takes each back', async () => {
  const desk = await onCase();
  desk.press('open');
  for (const status of ['pending', 'hold', 'solved', 'closed', 'open'] as const) {
    desk.press(`status-${status}`);
    expect(caseOf(desk).status).toBe(status);
  }
  for (const priority of PRIORITIES) {
    desk.press(`priority-${priority}`);
    expect(caseOf(desk).priority).toBe(priority);
  }
  for (const kind of KINDS) {
    desk.press(`kind-${kind}`);
    expect(caseOf(desk).kind).toBe(kind);
  }
  for (const topic of TOPICS) {
    desk.press(`topic-${topic}`);
    expect(caseOf(desk).topic).toBe(topic);
  }
  for (const mood of MOODS) {
    desk.press(`mood-${mood}`);
    expect(caseOf(desk).mood).toBe(mood);
  }
  desk.press('mood-none');
  desk.sees('mood: none');
  expect(caseOf(desk).mood).toBeNull();
  desk.press('undo', 'undo');
  expect(caseOf(desk).mood).toBe('upset');
});

test('tags are completed with Tab, without marks, and the line says how they shall be', async () => {
  const desk = await onCase();
  expect(tagsOf(desk)).toEqual(['bảo-hành', 'màn-hình']);
  desk.press('tags');
  desk.sees('Tags of #47: bảo-hành màn-hình');
  desk.type('hoan-t');
  desk.sees('hoàn-tiền');
  desk.key('Tab');
  desk.sees('Tags of #47: bảo-hành màn-hình hoàn-tiền');
  desk.key('Enter');
  expect(tagsOf(desk)).toEqual(['bảo-hành', 'hoàn-tiền', 'màn-hình']);
  desk.sees('+hoàn-tiền');

  desk.press('tags');
  desk.key('C-u');
  desk.type('vip\n');
  expect(tagsOf(desk)).toEqual(['vip']);
  desk.press('undo');
  expect(tagsOf(desk)).toEqual(['bảo-hành', 'hoàn-tiền', 'màn-hình']);
});

test('what can be no tag is said in one line, and the typed line stays to be mended', async () => {
  const desk = await onCase();
  desk.press('tags');
  desk.type('không"được\n');
  expect(desk.state().notice?.tone).toBe('error');
  desk.sees('không"được');
  desk.key(...Array.from({ length: 'không"được'.length }, () => 'Backspace'));
  desk.type('được\n');
  expect(tagsOf(desk)).toContain('được');
  expect(desk.state().overlay).toBeNull();
});

test('a snoozed case is gone, lies among the snoozed, and is back when its hour has come', async () => {
  const desk = await onCase();
  desk.press('snooze-tomorrow');
  expect(desk.state().list.numbers).not.toContain(47);
  desk.press('go-snoozed');
  expect(desk.state().list.numbers).toContain(47);

  desk.press('go-inbox');
  desk.tick(20 * HOUR);
  expect(desk.state().list.numbers).not.toContain(47);
  desk.tick(12 * HOUR);
  expect(desk.state().list.numbers).toContain(47);
});

test('the three sorts of snooze: until a date, until they reply, until a date even if they reply', async () => {
  const desk = await onCase();
  desk.press('open');
  desk.press('snooze-date');
  desk.type('2026-03-20\n');
  expect(caseOf(desk).snooze).toEqual({ mode: 'until', until: Date.parse('2026-03-20T08:00:00Z') });
  desk.press('snooze-firm');
  desk.type('2w\n');
  expect(caseOf(desk).snooze).toMatchObject({ mode: 'firm' });
  desk.press('snooze-reply');
  expect(caseOf(desk).snooze).toEqual({ mode: 'reply', until: null });
  desk.sees('until they reply');
  desk.press('wake');
  expect(caseOf(desk).snooze).toBeNull();
});

test.each(['gestern', '2020-01-01', '2026-02-31'])(
  '%s is no date to snooze to: one line says so, and the line stays',
  async (typed) => {
    const desk = await onCase();
    desk.press('snooze-date');
    desk.type(`${typed}\n`);
    expect(desk.state().notice?.tone).toBe('error');
    desk.sees(`: ${typed}`);
    expect(caseOf(desk).snooze).toBeNull();
    desk.key('Esc');
    expect(desk.state().overlay).toBeNull();
  },
);

test('a case for a call: who, about what, and it opens', async () => {
  const desk = await onCase();
  desk.press('new');
  desk.type('lan.nguyen@example.vn\n');
  desk.type('Gọi hỏi giờ mở cửa\n');
  desk.sees('#61 opened.');
  desk.sees('Gọi hỏi giờ mở cửa');
  expect(readCase(desk.desk, 61).customer?.name).toBe('Nguyễn Thị Lan');
  desk.press('back', 'go-all');
  desk.sees('61');
});

test('z takes a new case back while one looks at it: the list is there, and the line says what was done', async () => {
  const desk = await onCase();
  desk.press('new');
  desk.type('Ông Tư\nNhầm số\n');
  desk.press('undo');
  desk.sees('Undone: new case #61: Nhầm số.');
  desk.sees(/^› +\d+ /m);
  desk.press('go-all');
  desk.doesNotSee('Nhầm số');
});

test('a customer who is not there is said in one line, and the typed subject stays', async () => {
  const desk = await onCase();
  desk.press('new');
  desk.type('#99999\nHỏi giá\n');
  expect(desk.state().notice?.tone).toBe('error');
  desk.sees('Subject: Hỏi giá');
});

test('a case that another agent opened while one reads is there at the next look, and nothing moves under the hand', async () => {
  const desk = await onCase();
  const elsewhere = desk.desk.as({ session: 'elsewhere', agent: 'Vy' });
  perform(elsewhere, newCase, { customer: 'Ông Tư', subject: 'Gấp lắm', kind: 'service', channel: 'phone' });
  desk.send({ type: 'store-changed' });
  expect(desk.state().list.numbers).toContain(61);
  desk.sees(/^› +47 /m);
});
