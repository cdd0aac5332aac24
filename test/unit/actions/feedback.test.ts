import { beforeEach, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { readFeedback, sendFeedback } from '../../../src/actions/feedback.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import { readHandoffs } from '../../../src/actions/read-handoffs.ts';
import { handoffReceive } from '../../../src/actions/receive-handoff.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import { withdraw } from '../../../src/actions/withdraw-handoff.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { addMailAccount } from '../../helpers/mail-account.ts';

const ALL = { product: null, since: null };
let desk: Desk;
beforeEach(() => {
  desk = createDesk({ zone: 'Asia/Ho_Chi_Minh', locale: 'vi' });
});

const said = (customer: string, message: string, product: string, mood: 'calm' | 'upset' | null = null): number => {
  const { number } = perform(desk, newCase, {
    ...{ customer, subject: 'Góp ý', kind: 'service', channel: 'email', message },
  }).output;
  const fields = { topic: 'feedback' as const, product, mood };
  perform(desk, setCase, { cases: [number], fields, addTags: [], removeTags: [] });
  return number;
};
const send = (more: { product?: string | null; since?: number | null } = {}) =>
  perform(desk, sendFeedback, { ...ALL, ...more, department: 'rnd', mail: true }).output;
const words = () => readFeedback(desk, ALL).flatMap(({ lines }) => lines.map(({ text }) => text));
const twoProducts = () => {
  said('Nguyễn Thị Lan <lan@x.example>', 'Nút nhỏ quá. Chị Lan, 0901234567', 'Aqua 7', 'upset');
  said('Trần Bình <b@x.example>', 'Tiếng ồn lớn', 'Aqua 7', 'calm');
  said('Hoa <hoa@x.example>', 'Pin yếu', 'Vela 11');
};

test('one packet over many cases says what was said of which product, in which mood, and of nobody by name', () => {
  twoProducts();
  perform(desk, newCase, {
    customer: 'An <an@x.example>',
    subject: 'x',
    kind: 'service',
    channel: 'email',
    message: 'Không liên quan',
  });
  addMailAccount(desk);

  const { handoff, mailedTo, groups } = send();

  expect(groups.map(({ product, cases }) => [product, cases])).toEqual([
    ['Aqua 7', 2],
    ['Vela 11', 1],
  ]);
  expect(mailedTo).toBe('rnd@example.com');
  const { packet } = handoff;
  expect(packet).toContain('## Aqua 7 (2: khó chịu 1, bình thường 1)');
  expect(packet).toMatch(/- #1 · khó chịu · 2026-03-12: “Nút nhỏ quá. Chị \[…\]”/);
  for (const hers of ['Lan', 'Bình', '@x.example', '0901234567', 'Không liên quan']) expect(packet).not.toContain(hers);
  expect(readCase(desk, handoff.case).case).toMatchObject({ status: 'hold', customer: null, department: 'rnd' });
  expect(readHandoffs(desk, false)).toMatchObject([{ case: handoff.case, department: 'rnd', delivery: 'queued' }]);
  expect(readCase(desk, 1).case.status).toBe('new');
});

test('what was collected is not collected again; what is new since then is; undo and withdrawing give it back', () => {
  twoProducts();
  const before = dump(desk.store);
  const first = send({ product: 'aqua 7' });
  expect(words()).toEqual(['Pin yếu']);
  undoLast(desk);
  expect(dump(desk.store)).toEqual(before);
  expect(words()).toHaveLength(3);

  const { handoff } = send();
  expect(words()).toEqual([]);
  expect(() => send()).toThrow(DeskError);
  said('Minh <m@x.example>', 'Cửa khó mở', 'Aqua 7');
  expect(words()).toEqual(['Cửa khó mở']);
  perform(desk, withdraw, { handoff: handoff.id, reason: '', tell: true });
  expect(words()).toHaveLength(4);
  expect(first.groups).toHaveLength(1);
});

test('the answer of the makers comes into the case of the packet', () => {
  twoProducts();
  const { handoff } = send();
  perform(desk, handoffReceive, { case: null, text: `Bản 2.5 sửa nút\n\n${handoff.packet}` });
  expect(readCase(desk, handoff.case).case).toMatchObject({ status: 'open', unread: true });
  expect(readHandoffs(desk, true)).toMatchObject([{ state: 'answered', answer: { '': 'Bản 2.5 sửa nút' } }]);
});

test('only what was said since a day', () => {
  twoProducts();
  desk.wait(86_400_000);
  const since = desk.now();
  said('Minh <m@x.example>', 'Cửa khó mở', 'Aqua 7');
  expect(readFeedback(desk, { product: null, since }).flatMap(({ lines }) => lines)).toMatchObject([
    { text: 'Cửa khó mở' },
  ]);
});
