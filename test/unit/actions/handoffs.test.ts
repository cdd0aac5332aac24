import { describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { readWhy } from '../../../src/actions/clocks.ts';
import { exportRecords } from '../../../src/actions/export/records.ts';
import { handoff } from '../../../src/actions/handoffs.ts';
import { takeBackMail } from '../../../src/actions/mailing/take-back.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { playbookAnswer, playbookOffer } from '../../../src/actions/playbooks.ts';
import { findCases, readCase } from '../../../src/actions/read-cases.ts';
import { readDay } from '../../../src/actions/read-commitments.ts';
import { readHandoffs } from '../../../src/actions/read-handoffs.ts';
import { readCasePlaybooks } from '../../../src/actions/read-playbooks.ts';
import { handoffReceive } from '../../../src/actions/receive-handoff.ts';
import { reply } from '../../../src/actions/reply.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { redoLast, undoLast } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { addMailAccount } from '../../helpers/mail-account.ts';

const MINUTE = 60_000;
const NEEDED = { product: 'Aqua 7 kg', 'item-to-send': 'Bơm xả', phone: '0901234567', address: '12 Lê Lợi, Huế' };

/** A desk in Hà Nội on Thursday 12 March 2026 at nine, with Lan's case. */
function hanoi(channel: 'email' | 'chat' = 'email'): { desk: Desk; number: number } {
  const desk = createDesk({ tick: 0, zone: 'Asia/Ho_Chi_Minh', locale: 'vi' });
  const { number } = perform(desk, newCase, {
    ...{ customer: 'Nguyễn Thị Lan <lan@x.example>', subject: 'Màn hình không bấm được', kind: 'support', channel },
    message: 'Màn hình máy giặt của chị không bấm được nữa em ơi',
  }).output;
  return { desk, number };
}
const hand = (desk: Context, number: number, given: Record<string, string> = NEEDED) =>
  perform(desk, handoff, { case: number, department: 'warehouse', given, summary: null, mail: true, evidence: null })
    .output;
const receive = (desk: Context, text: string, number: number | null = null) =>
  perform(desk, handoffReceive, { case: number, text }).output;
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DeskError) return `${error.code} ${error.what} ${error.facts['names'] ?? ''}`.trim();
    throw error;
  }
  return '';
};
/** The packet as a department sends it back, with the form filled in. */
const filledIn = (packet: string, fields: Record<string, string>): string =>
  packet
    .split('\n')
    .map((line) => {
      const name = /^\[([a-z-]+)\]/.exec(line)?.[1];
      return `> ${line}${name === undefined ? '' : ` ${fields[name] ?? ''}`}`;
    })
    .join('\n');

describe('a hand-off', () => {
  test('that is not complete is refused with the names of what is missing, and nothing is written', () => {
    const { desk, number } = hanoi();
    const before = dump(desk.store);

    const said = refusal(() => hand(desk, number, { address: '12 Lê Lợi' }));

    expect(said).toMatch(/^bad-data handoff-incomplete .*\(product\).*\(item-to-send\).*\(phone\)/);
    expect(said).not.toContain('(address)');
    expect(said).not.toContain('(customer)');
    expect(dump(desk.store)).toEqual(before);
    expect(refusal(() => hand(desk, number, { ...NEEDED, serail: '1' }))).toMatch(/^usage no-such-field/);
  });

  test('says all the department needs, is due in business hours, and the case waits for the department', () => {
    const { desk, number } = hanoi();

    const { handoff: made, mailedTo } = hand(desk, number);

    expect(mailedTo).toBeNull();
    expect(made).toMatchObject({ id: 1, case: number, department: 'warehouse', state: 'waiting', answer: null });
    // eight hours from nine on a day of 8-12 and 13:30-17:30: three today, four after noon, one tomorrow
    expect(new Date(made.dueAt ?? 0).toISOString()).toBe('2026-03-13T02:00:00.000Z');
    for (const words of [
      'Bơm xả',
      '12 Lê Lợi, Huế',
      'Nguyễn Thị Lan',
      '2026-03-13 09:00',
      `desk-handoff: ${made.mark}`,
    ])
      expect(made.packet).toContain(words);
    expect(readCase(desk, number).case).toMatchObject({ status: 'hold', department: 'warehouse' });
    expect(readHandoffs(desk, false)).toMatchObject([{ id: 1, subject: 'Màn hình không bấm được' }]);
  });

  test('is due when its answer is: a case that waits for a department too long stands among what is overdue', () => {
    const { desk, number } = hanoi();
    perform(desk, reply, { cases: [number], text: 'Dạ', fields: {}, addTags: [], fromDraft: false });
    const { dueAt } = hand(desk, number).handoff;
    expect(readCase(desk, number).case.due).toEqual({ at: dueAt, what: 'handoff' });
    expect(readWhy(desk, number)).toMatchObject({ due: { what: 'handoff' }, handoffs: [{ department: 'warehouse' }] });
    expect(findCases(desk, 'is:overdue', 9)).toEqual([]);

    desk.wait(3 * 86_400_000);
    expect(findCases(desk, 'is:overdue', 9)).toEqual([number]);
    expect(readDay(desk).overdue).toBe(1);

    receive(desk, 'Gửi rồi');
    expect(findCases(desk, 'is:overdue', 9)).toEqual([]);
    undoLast(desk);
    expect(findCases(desk, 'is:overdue', 9)).toEqual([number]);
    perform(desk, setCase, { cases: [number], fields: { status: 'solved' }, addTags: [], removeTags: [] });
    expect(findCases(desk, 'is:overdue', 9)).toEqual([]);
  });

  test('and its answer are each taken back by undo, and brought back by redo', () => {
    const { desk, number } = hanoi();
    const states = [dump(desk.store)];
    const { packet } = hand(desk, number).handoff;
    states.push(dump(desk.store));
    receive(desk, filledIn(packet, { 'leaves-on': '2026-03-13' }));
    states.push(dump(desk.store));

    for (const state of states.slice(0, -1).toReversed()) {
      undoLast(desk);
      expect(dump(desk.store)).toEqual(state);
    }
    for (const state of states.slice(1)) {
      redoLast(desk);
      expect(dump(desk.store)).toEqual(state);
    }
  });

  test('that a taken option asks for is asked for until it is made', () => {
    const { desk, number } = hanoi();
    const step = { case: number, playbook: 'return-late', step: 'larger-model' };
    perform(desk, playbookOffer, { ...step, anyway: true });
    perform(desk, playbookAnswer, { ...step, answer: 'yes' });

    expect(readCasePlaybooks(desk, number).asked).toEqual(['finance', 'warehouse']);
    desk.wait(MINUTE);
    hand(desk, number);
    expect(readCasePlaybooks(desk, number).asked).toEqual(['finance']);
  });

  test('goes out as a mail of its own where an account can send it: no answer, no thread, no draft of one', () => {
    const { desk, number } = hanoi();
    addMailAccount(desk);
    const { mailedTo } = hand(desk, number);

    expect(mailedTo).toBe('warehouse@example.com');
    const view = readCase(desk, number);
    const sent = view.entries.at(-1);
    expect(sent).toMatchObject({ type: 'note', direction: 'out', delivery: 'queued', party: 'agent' });
    expect(view.case.waitingSince).not.toBeNull();
    expect(view.reply.references).not.toContain(sent?.messageId);
    expect(view.reply.to).toEqual([{ name: 'Nguyễn Thị Lan', address: 'lan@x.example' }]);
    expect(refusal(() => perform(desk, takeBackMail, { entry: sent?.id ?? 0 }))).toBe('conflict mail-to-department');
  });
});

describe('an answer', () => {
  test('comes into the case as the department’s word, with its fields, and wakes the case', () => {
    const { desk, number } = hanoi();
    const { packet } = hand(desk, number).handoff;
    desk.wait(MINUTE);

    const text = `Dạ kho gửi mai nhé.\n\n${filledIn(packet, { 'leaves-on': '2026-03-13', tracking: 'VN123' })}`;
    const got = receive(desk, text);

    expect(got).toMatchObject({
      state: 'answered',
      answer: { 'leaves-on': '2026-03-13', tracking: 'VN123', '': 'Dạ kho gửi mai nhé.' },
    });
    const view = readCase(desk, number);
    expect(view.case).toMatchObject({ status: 'open', unread: true });
    expect(view.case.waitingSince).not.toBeNull();
    expect(view.entries.at(-1)).toMatchObject({ party: 'department', direction: 'in', author: 'Kho vận' });
    expect(readHandoffs(desk, false)).toEqual([]);
    const told = view.events.filter((event) => event.field === 'handoff').map((event) => [event.old, event.new]);
    expect(told).toEqual([
      ['warehouse', 'waiting'],
      ['warehouse', 'answered'],
    ]);
  });

  test('without its mark is the only one that waits, else the case or the mark must say which', () => {
    const { desk, number } = hanoi();
    expect(refusal(() => receive(desk, 'Gửi rồi'))).toBe('not-found handoff-unknown');
    hand(desk, number);
    hand(desk, number);
    expect(refusal(() => receive(desk, 'Gửi rồi', number))).toBe('usage which-handoff');
    expect(refusal(() => receive(desk, 'desk-handoff: no-such-mark\n'))).toBe('not-found handoff-unknown');
  });

  test('of a solved case is kept in it, and does not open it', () => {
    const { desk, number } = hanoi();
    hand(desk, number);
    desk.store.db
      .prepare("UPDATE cases SET status = 'solved', is_open = 0, solved_at = 1 WHERE number = ?")
      .run(number);
    receive(desk, 'Gửi rồi');
    expect(readCase(desk, number).case).toMatchObject({ status: 'solved', unread: true });
  });
});

test('an export carries what was handed off and what came back', () => {
  const { desk, number } = hanoi();
  const { packet, mark } = hand(desk, number).handoff;
  receive(desk, filledIn(packet, { tracking: 'VN123' }));

  const record = [...exportRecords(desk, [number], false)].find(({ type }) => type === 'case');

  expect(record?.['handoffs']).toMatchObject([
    { mark, department: 'warehouse', state: 'answered', given: NEEDED, packet, answer: { tracking: 'VN123' } },
  ]);
});
