import { describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { exportRecords } from '../../../src/actions/export/records.ts';
import { merge } from '../../../src/actions/merge.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { playbookAnswer, playbookOffer } from '../../../src/actions/playbooks.ts';
import { rate } from '../../../src/actions/ratings.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import { readCommitments } from '../../../src/actions/read-commitments.ts';
import { readCasePlaybooks, readFigures, readLadder } from '../../../src/actions/read-playbooks.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { redoLast, undoLast } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import { createDesk, DEMO_NOW, type Desk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';

const DAY = 86_400_000;

/** A desk in Hà Nội on Thursday 12 March 2026 at nine. */
const hanoi = (): Desk => createDesk({ tick: 0, zone: 'Asia/Ho_Chi_Minh', locale: 'en' });

/** Lan's washing machine is too small; it was delivered so many days ago and cost 9 million. */
function tooSmall(desk: Desk, deliveredDaysAgo: number): number {
  const { number } = perform(desk, newCase, {
    ...{ customer: 'Nguyễn Thị Lan <lan@x.example>', subject: 'Máy giặt nhỏ quá', kind: 'service', channel: 'chat' },
    message: 'Chị muốn trả máy',
  }).output;
  const fields = { topic: 'return' as const, product: 'Máy giặt 7 kg' };
  perform(desk, setCase, { cases: [number], fields, addTags: [], removeTags: [] });
  const { customer } = readCase(desk, number).case;
  desk.store.db
    .prepare("UPDATE customers SET language = 'vi', honorific = 'chị', segment = 'current' WHERE id = ?")
    .run(customer);
  bought(desk, customer ?? 0, deliveredDaysAgo);
  return number;
}

const bought = (desk: Desk, customer: number, daysAgo: number): unknown =>
  desk.store.db
    .prepare(
      `INSERT INTO purchases (customer, at, delivered_at, product, warranty_until, amount) VALUES (?, ?, ?, 'máy giặt 7 kg Aqua', ?, 9000000)`,
    )
    .run(customer, DEMO_NOW - (daysAgo + 1) * DAY, DEMO_NOW - daysAgo * DAY, DEMO_NOW + 300 * DAY);

const offer = (desk: Context, number: number, step: string, more: { anyway?: boolean; playbook?: string } = {}) =>
  perform(desk, playbookOffer, { case: number, playbook: more.playbook ?? null, step, anyway: more.anyway ?? false })
    .output;
const answer = (desk: Context, number: number, said: 'yes' | 'no', step: string | null = null) =>
  perform(desk, playbookAnswer, { case: number, answer: said, playbook: null, step }).output;
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DeskError) return `${error.code} ${error.what}`;
    throw error;
  }
  return '';
};

describe('the playbooks of a case', () => {
  test('are proposed by what the case, its customer and her purchases are', () => {
    const desk = hanoi();
    const number = tooSmall(desk, 20);

    const found = readCasePlaybooks(desk, number).standing.find(({ playbook }) => playbook.name === 'return-late');

    expect(found).toMatchObject({ sure: true, ladder: { next: 'policy-over', waiting: false } });
    expect(readCasePlaybooks(desk, tooSmall(desk, 3)).standing.map(({ playbook }) => playbook.name)).not.toContain(
      'return-late',
    );
  });

  test('show their words as this customer will read them, and what departments are called', () => {
    const desk = hanoi();
    const number = tooSmall(desk, 20);

    const { standing, departments } = readCasePlaybooks(desk, number);

    const late = standing.find(({ playbook }) => playbook.name === 'return-late');
    expect(late?.said['policy-over']).toContain('em cảm ơn chị đã nói thật');
    expect(late?.said['policy-over']).toBe(offer(desk, number, 'policy-over').text);
    expect(departments['warehouse']?.titles).toMatchObject({ vi: 'Kho vận' });
  });

  test('are all there to be asked for where nothing is known of a purchase', () => {
    const desk = hanoi();
    const { number } = perform(desk, newCase, {
      ...{ customer: 'An <an@x.example>', subject: 'Trả', kind: 'service', channel: 'chat', message: 'Trả' },
    }).output;
    perform(desk, setCase, { cases: [number], fields: { topic: 'return' }, addTags: [], removeTags: [] });

    expect(readLadder(desk, number, 'return-late').sure).toBe(false);
    expect(readCasePlaybooks(desk, number).standing.map(({ playbook }) => playbook.name)).toContain('return-late');
  });
});

describe('an offer', () => {
  test('gives the words in the customer’s language, and is written down with its cost', () => {
    const desk = hanoi();
    const number = tooSmall(desk, 20);

    const made = offer(desk, number, 'store-credit');

    expect(made).toMatchObject({ playbook: 'return-late', step: 'store-credit', cost: 900_000, language: 'vi' });
    expect(made.text).toContain('chị giữ Máy giặt 7 kg');
    expect(made.text).not.toContain('{{');
    expect(readLadder(desk, number, 'return-late').ladder).toMatchObject({ next: 'store-credit', waiting: true });
    const told = readCase(desk, number).events.filter((event) => event.field === 'option');
    expect(told).toMatchObject([{ old: 'return-late/store-credit', new: 'offered', undone: false }]);
  });

  test('of a step that a fact speaks against is refused, unless it is meant', () => {
    const desk = hanoi();
    const number = tooSmall(desk, 40);

    expect(refusal(() => offer(desk, number, 'larger-model'))).toBe('conflict step-does-not-fit');
    expect(offer(desk, number, 'larger-model', { anyway: true }).cost).toBe(300_000);
  });

  test('of a step or playbook that is not there names those that are', () => {
    const desk = hanoi();
    const number = tooSmall(desk, 20);

    expect(refusal(() => offer(desk, number, 'gold-bar'))).toBe('not-found no-such-step');
    expect(refusal(() => offer(desk, number, 'resale', { playbook: 'return-lat' }))).toBe('not-found no-such-playbook');
    expect(refusal(() => offer(desk, number, 'gold-bar', { playbook: 'return-late' }))).toBe('not-found no-such-step');
  });
});

describe('an answer', () => {
  test('does all that it leads to, in one action that undo takes back', () => {
    const desk = hanoi();
    const number = tooSmall(desk, 20);
    offer(desk, number, 'policy-over');
    offer(desk, number, 'larger-model');
    const before = dump(desk.store);

    const taken = answer(desk, number, 'yes');

    expect(taken).toMatchObject({ step: 'larger-model', next: null, lead: { handOff: ['finance', 'warehouse'] } });
    expect(new Date(taken.followUpAt ?? 0).toISOString()).toBe('2026-03-15T01:00:00.000Z');
    expect(readCase(desk, number)).toMatchObject({
      case: { status: 'hold', kind: 'care', topic: 'exchange' },
      tags: ['larger-model'],
    });
    expect(readCommitments(desk, 'follow-up', false)).toMatchObject([
      { case: number, text: 'The larger model, pay the difference' },
    ]);
    const after = dump(desk.store);
    undoLast(desk);
    expect(dump(desk.store)).toEqual(before);
    redoLast(desk);
    expect(dump(desk.store)).toEqual(after);
  });

  test('no goes on to the next step that fits, as the case is then', () => {
    const desk = hanoi();
    const number = tooSmall(desk, 20);
    offer(desk, number, 'larger-model');

    expect(answer(desk, number, 'no')).toMatchObject({ next: 'store-credit', followUpAt: null });
    expect(refusal(() => answer(desk, number, 'no'))).toBe('conflict nothing-offered');
  });

  test('to a step that nobody wrote down as offered counts as one that was', () => {
    const desk = hanoi();
    const number = tooSmall(desk, 20);

    answer(desk, number, 'yes', 'resale');

    expect(readFigures(desk)).toMatchObject([{ step: 'resale', offered: 1, taken: 1, cost: 50_000 }]);
  });

  test('to a refusal there is none', () => {
    const desk = hanoi();
    const number = tooSmall(desk, 20);
    offer(desk, number, 'policy-over');

    expect(refusal(() => answer(desk, number, 'yes', 'policy-over'))).toBe('bad-value step-unanswered');
    expect(refusal(() => answer(desk, number, 'yes'))).toBe('conflict nothing-offered');
  });
});

test('the figures tell of each option how often it was offered and taken, what it cost, and the rating after', () => {
  const desk = hanoi();
  const [one, two, three] = [tooSmall(desk, 20), tooSmall(desk, 21), tooSmall(desk, 22)];
  perform(desk, rate, { case: one, score: 1, comment: 'before' });
  for (const number of [one, two, three]) offer(desk, number, 'store-credit');
  desk.wait(DAY);
  answer(desk, one, 'yes');
  answer(desk, two, 'yes');
  answer(desk, three, 'no');
  offer(desk, three, 'store-credit');
  desk.wait(DAY);
  perform(desk, rate, { case: one, score: 5, comment: 'after' });

  expect(readFigures(desk)).toEqual([
    { playbook: 'return-late', step: 'store-credit', offered: 3, taken: 2, declined: 1, cost: 1_800_000, rating: 5 },
  ]);
});

test('what was offered goes with a case that is merged into another', () => {
  const desk = hanoi();
  const [one, two] = [tooSmall(desk, 20), tooSmall(desk, 20)];
  offer(desk, one, 'larger-model');
  perform(desk, merge, { from: [one], into: two });

  expect(readLadder(desk, two, 'return-late').ladder).toMatchObject({ next: 'larger-model', waiting: true });
  expect(answer(desk, one, 'no')).toMatchObject({ case: two, next: 'store-credit' });
});

test('an export carries what was offered and answered', () => {
  const desk = hanoi();
  const number = tooSmall(desk, 20);
  offer(desk, number, 'larger-model');
  answer(desk, number, 'no');

  const [record] = [...exportRecords(desk, [number], false)].filter(({ type }) => type === 'case');

  const step = { playbook: 'return-late', step: 'larger-model', cost: 300_000, author: 'Mai' };
  const at = new Date(DEMO_NOW).toISOString();
  expect(record?.['options']).toEqual([
    { ...step, answer: 'offered', at },
    { ...step, answer: 'no', at },
  ]);
});
