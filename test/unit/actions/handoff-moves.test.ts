import { describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { handoff } from '../../../src/actions/handoffs.ts';
import { merge } from '../../../src/actions/merge.ts';
import { mergeCustomer, unmergeCustomers } from '../../../src/actions/merge-customers.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import { readHandoffs } from '../../../src/actions/read-handoffs.ts';
import { handoffReceive } from '../../../src/actions/receive-handoff.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { split } from '../../../src/actions/split.ts';
import { redoLast, undoLast } from '../../../src/actions/undo.ts';
import { unmerge } from '../../../src/actions/unmerge.ts';
import { withdraw } from '../../../src/actions/withdraw-handoff.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { receive as receiveMail } from '../../helpers/live-desk.ts';

const NEEDED = { product: 'Aqua 7', 'item-to-send': 'Bơm xả', phone: '0901', address: '12 Lê Lợi' };

/** A desk with Lan's pump, which lies with the warehouse, and her door. */
function pumpAndDoor(): { desk: Desk; pump: number; door: number; mark: string; id: number } {
  const desk = createDesk({ zone: 'Asia/Ho_Chi_Minh' });
  const open = (subject: string): number =>
    perform(desk, newCase, {
      ...{
        customer: 'Lan <lan@x.example>',
        subject,
        kind: 'support',
        channel: 'email',
        message: `About the ${subject}`,
      },
    }).output.number;
  const [pump, door] = [open('Pump'), open('Door')];
  const { mark, id } = hand(desk, pump);
  return { desk, pump, door, mark, id };
}
const hand = (desk: Desk, number: number) =>
  perform(desk, handoff, {
    ...{ case: number, department: 'warehouse', given: NEEDED, summary: null, mail: true, evidence: null },
  }).output.handoff;
const join = (desk: Desk, from: number, into: number) => perform(desk, merge, { from: [from], into });
const part = (desk: Desk, number: number) => perform(desk, unmerge, { case: number });
const answer = (desk: Desk, mark: string) =>
  perform(desk, handoffReceive, { case: null, text: `Gửi rồi\n\ndesk-handoff: ${mark}\n[tracking]: VN1` }).output;
const board = (desk: Desk) => readHandoffs(desk, false).map((row) => row.case);
const status = (desk: Desk, number: number) => readCase(desk, number).case.status;
const words = (desk: Desk, number: number) =>
  readCase(desk, number).entries.flatMap(({ party, text }) => (party === 'department' ? [text.split('\n')[0]] : []));
const all = (desk: Desk) => dump(desk.store);

describe('a case that lies with a department is merged', () => {
  test('and the board shows the case it is part of; the answer finds it there and wakes it', () => {
    const { desk, pump, door, mark } = pumpAndDoor();
    perform(desk, setCase, { cases: [door], fields: { status: 'pending' }, addTags: [], removeTags: [] });
    join(desk, pump, door);
    expect(board(desk)).toEqual([door]);

    answer(desk, mark);

    expect(words(desk, door)).toEqual(['Gửi rồi']);
    expect(readCase(desk, door).case).toMatchObject({ status: 'open', unread: true });
    expect(board(desk)).toEqual([]);
  });

  test('and a mail of the department under its mark finds it there as well', async () => {
    const { desk, pump, door, mark } = pumpAndDoor();
    join(desk, pump, door);
    const mail = [
      'From: warehouse@example.com',
      'Subject: Re: Kho',
      'Message-ID: <w@x.example>',
      '',
      `Gửi rồi\n\ndesk-handoff: ${mark}`,
    ];

    expect(await receiveMail(desk, Buffer.from(mail.join('\r\n')))).toMatchObject({ case: door, how: 'joined' });
    expect(words(desk, door)).toEqual(['Gửi rồi']);
    expect(board(desk)).toEqual([]);
    undoLast(desk);
    expect([board(desk), words(desk, door)]).toEqual([[door], []]);
  });

  test('and un-merge gives it back, still waiting', () => {
    const { desk, pump, door, mark } = pumpAndDoor();
    join(desk, pump, door);
    part(desk, pump);

    expect(board(desk)).toEqual([pump]);
    expect([status(desk, pump), status(desk, door)]).toEqual(['hold', 'new']);
    answer(desk, mark);
    expect([status(desk, pump), status(desk, door)]).toEqual(['open', 'new']);
    expect([words(desk, pump), words(desk, door)]).toEqual([['Gửi rồi'], []]);
  });

  test('and what the department answered meanwhile goes back with it: nobody waits for it any more', () => {
    const { desk, pump, door, mark } = pumpAndDoor();
    join(desk, pump, door);
    answer(desk, mark);
    part(desk, pump);

    expect([words(desk, pump), words(desk, door)]).toEqual([['Gửi rồi'], []]);
    expect(status(desk, pump)).toBe('open');
  });

  test('twice, and the answer goes back the whole way', () => {
    const { desk, pump, door, mark } = pumpAndDoor();
    const { number: lamp } = perform(desk, newCase, {
      ...{ customer: 'lan@x.example', subject: 'Lamp', kind: 'support', channel: 'email', message: 'About the lamp' },
    }).output;
    join(desk, pump, door);
    join(desk, door, lamp);
    answer(desk, mark);
    expect(words(desk, lamp)).toEqual(['Gửi rồi']);
    part(desk, door);
    expect([words(desk, lamp), words(desk, door)]).toEqual([[], ['Gửi rồi']]);
    part(desk, pump);
    expect([words(desk, door), words(desk, pump)]).toEqual([[], ['Gửi rồi']]);
  });

  test('and what was withdrawn meanwhile is ours again when it is taken out', () => {
    const { desk, pump, door, id } = pumpAndDoor();
    join(desk, pump, door);
    perform(desk, withdraw, { handoff: id, reason: '', tell: true });
    part(desk, pump);
    expect(status(desk, pump)).toBe('open');
  });

  test('but a case that was on hold by hand is so again, whatever departments answered before', () => {
    const { desk, pump, door, mark } = pumpAndDoor();
    answer(desk, mark);
    perform(desk, setCase, { cases: [pump], fields: { status: 'hold' }, addTags: [], removeTags: [] });
    join(desk, pump, door);
    part(desk, pump);
    expect(status(desk, pump)).toBe('hold');
  });
});

describe('a case that lies with a department is split', () => {
  test('and the hand-off stays where its packet stays', () => {
    const { desk, pump } = pumpAndDoor();
    const [first] = readCase(desk, pump).entries;
    const { number } = perform(desk, split, { case: pump, entries: [first?.id ?? 0] }).output;
    expect(board(desk)).toEqual([pump]);
    expect([status(desk, pump), status(desk, number)]).toEqual(['hold', 'new']);
  });

  test('and goes with its packet, with the turn of the department; the answer finds it', () => {
    const { desk, pump, mark } = pumpAndDoor();
    const packet = readCase(desk, pump).entries.find(({ text }) => text.includes(mark));
    const { number } = perform(desk, split, { case: pump, entries: [packet?.id ?? 0] }).output;

    expect(board(desk)).toEqual([number]);
    expect(readCase(desk, number).case).toMatchObject({ status: 'hold', department: 'warehouse' });
    expect(readCase(desk, pump).case).toMatchObject({ status: 'open', department: null });
    answer(desk, mark);
    expect([words(desk, pump), words(desk, number)]).toEqual([[], ['Gửi rồi']]);
  });
});

test('merging, splitting, un-merging and what departments say in between are each undone and done again', () => {
  const { desk, pump, door, mark } = pumpAndDoor();
  const other = hand(desk, door);
  const states = [all(desk)];
  const steps: (() => unknown)[] = [
    () => join(desk, pump, door),
    () => answer(desk, mark),
    () => perform(desk, withdraw, { handoff: other.id, reason: 'Thôi', tell: true }),
    () => part(desk, pump),
    () =>
      perform(desk, split, {
        ...{
          case: door,
          entries: readCase(desk, door).entries.flatMap(({ id, text }) => (text.includes(other.mark) ? [id] : [])),
        },
      }),
  ];
  for (const step of steps) {
    step();
    states.push(all(desk));
  }
  for (const state of states.slice(0, -1).toReversed()) {
    undoLast(desk);
    expect(all(desk)).toEqual(state);
  }
  for (const state of states.slice(1)) {
    redoLast(desk);
    expect(all(desk)).toEqual(state);
  }
});

test('the board names the customer that she was merged into, and herself again', () => {
  const { desk, pump } = pumpAndDoor();
  const { number: other } = perform(desk, newCase, {
    customer: 'Chị Lan <lan@work.example>',
    subject: 'x',
    kind: 'support',
    channel: 'email',
    message: 'x',
  }).output;
  const customerOf = (number: number): number => readCase(desk, number).case.customer ?? 0;
  const [from, into] = [customerOf(pump), customerOf(other)];
  const names = () => readHandoffs(desk, false).map((row) => row.customerName);
  perform(desk, mergeCustomer, { from, into });
  expect(names()).toEqual(['Chị Lan']);
  perform(desk, unmergeCustomers, { customer: from });
  expect(names()).toEqual(['Lan']);
});
