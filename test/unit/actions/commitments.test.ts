import { describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { COMMITMENT_VERBS, type CommitmentMade } from '../../../src/actions/commitments.ts';
import { merge } from '../../../src/actions/merge.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import {
  readAgenda,
  readCommitment,
  readCommitments,
  readDay,
  readDone,
} from '../../../src/actions/read-commitments.ts';
import { reply } from '../../../src/actions/reply.ts';
import { putTemplateAction } from '../../../src/actions/templates.ts';
import { redoLast, undoLast } from '../../../src/actions/undo.ts';
import { unmerge } from '../../../src/actions/unmerge.ts';
import type { Context } from '../../../src/context.ts';
import { COMMITMENTS, type CommitmentKind } from '../../../src/domain/commitment.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A desk in Hà Nội on Thursday 12 March 2026 at nine, whose clock stands between actions. */
const hanoi = (): Desk => createDesk({ tick: 0, zone: 'Asia/Ho_Chi_Minh' });
const open = (desk: Context, subject: string, customer = 'Lan <lan@x.example>'): number =>
  perform(desk, newCase, { customer, subject, kind: 'care', channel: 'chat', message: 'Hello' }).output.number;

function note(
  desk: Context,
  kind: CommitmentKind,
  cases: number[],
  at: number,
  more: Partial<CommitmentMade> = {},
): number {
  const made = { cases, customer: null, at, text: 'Ship', template: null, ...more };
  return perform(desk, COMMITMENT_VERBS[kind].add, made).output.ids[0] ?? 0;
}
const end = (desk: Context, kind: CommitmentKind, how: 'done' | 'drop', id: number) =>
  perform(desk, COMMITMENT_VERBS[kind][how], { id }).output;
const move = (desk: Context, kind: CommitmentKind, id: number, at: number) =>
  perform(desk, COMMITMENT_VERBS[kind].move, { id, at }).output;
const told = (desk: Context, number: number, field: string) =>
  readCase(desk, number)
    .events.filter((event) => event.field === field && !event.undone)
    .map((event) => [event.old, event.new]);
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DeskError) return `${error.code} ${error.what}`;
    throw error;
  }
  return '';
};

describe.each(COMMITMENTS)('a %s', (kind) => {
  test('is for a case or for a customer, and tells with whom and what it is about', () => {
    const desk = hanoi();
    const oven = open(desk, 'Oven');
    const id = note(desk, kind, [oven], desk.now() + HOUR, { text: '  Ship it ' });
    const lan = readCommitment(desk, id).customer;
    const hers = note(desk, kind, [], desk.now() + DAY, { customer: lan, text: '' });

    expect(readCommitments(desk, kind, false)).toEqual([
      {
        ...{ id, kind, case: oven, customer: lan, at: desk.now() + HOUR, text: 'Ship it', template: null },
        ...{ madeAt: desk.now(), author: 'Mai', doneAt: null, droppedAt: null, missedAt: null },
        ...{ subject: 'Oven', customerName: 'Lan', stands: 'open' },
      },
      expect.objectContaining({ id: hers, case: null, subject: null, customer: lan, customerName: 'Lan' }),
    ]);
  });

  test('is made, moved, done and dropped, and the case tells each of it', () => {
    const desk = hanoi();
    const oven = open(desk, 'Oven');
    const [first, then] = [desk.now() + HOUR, desk.now() + DAY];
    const said = (at: number): string => new Date(at).toISOString();
    const [one, other] = [note(desk, kind, [oven], first), note(desk, kind, [oven], first)];

    move(desk, kind, one, then);
    end(desk, kind, 'done', one);
    end(desk, kind, 'drop', other);

    expect(told(desk, oven, kind)).toEqual([
      [null, said(first)],
      [null, said(first)],
      [said(first), said(then)],
      [said(then), 'done'],
      [said(first), 'dropped'],
    ]);
    expect(readCommitments(desk, kind, true).map(({ id, stands }) => [id, stands])).toEqual([
      [other, 'dropped'],
      [one, 'kept'],
    ]);
    expect(readCommitments(desk, kind, false)).toEqual([]);
  });

  test('undo and redo take each of it back and bring it again', () => {
    const desk = hanoi();
    const oven = open(desk, 'Oven');
    const id = note(desk, kind, [oven], desk.now() + HOUR);
    const made = readCommitment(desk, id);

    for (const change of [
      () => move(desk, kind, id, desk.now() + DAY),
      () => end(desk, kind, 'done', id),
      () => end(desk, kind, 'drop', id),
    ]) {
      change();
      const changed = readCommitment(desk, id);
      undoLast(desk);
      expect(readCommitment(desk, id)).toEqual(made);
      expect(told(desk, oven, kind)).toHaveLength(1);
      redoLast(desk);
      expect(readCommitment(desk, id)).toEqual(changed);
      undoLast(desk);
    }
    undoLast(desk);
    expect(readCommitments(desk, kind, true)).toEqual([]);
  });

  test('is refused for a moment that is over, for nobody, and for what there is not', () => {
    const desk = hanoi();
    const oven = open(desk, 'Oven');
    const later = desk.now() + HOUR;

    expect(refusal(() => note(desk, kind, [oven], desk.now()))).toBe('bad-value commitment-past');
    expect(refusal(() => note(desk, kind, [], later))).toBe('usage commitment-for-nobody');
    expect(refusal(() => note(desk, kind, [oven, 99], later))).toBe('not-found no-such-case');
    expect(refusal(() => note(desk, kind, [], later, { customer: 99 }))).toBe('not-found no-such-customer');
    expect(refusal(() => note(desk, kind, [oven], later, { template: 'nothing' }))).toBe('not-found no-such-template');
    expect(readCommitments(desk, kind, true)).toEqual([]);
  });

  test('is done once, by the verbs of its own kind', () => {
    const desk = hanoi();
    const id = note(desk, kind, [open(desk, 'Oven')], desk.now() + HOUR);
    const other = COMMITMENTS.find((one) => one !== kind) ?? kind;

    expect(refusal(() => end(desk, other, 'done', id))).toBe('not-found other-commitment');
    expect(refusal(() => end(desk, kind, 'done', 99))).toBe('not-found no-such-commitment');
    expect(refusal(() => move(desk, kind, id, desk.now()))).toBe('bad-value commitment-past');
    end(desk, kind, 'done', id);
    expect(refusal(() => end(desk, kind, 'done', id))).toBe('bad-value commitment-over');
    expect(refusal(() => end(desk, kind, 'drop', id))).toBe('bad-value commitment-over');
    expect(refusal(() => move(desk, kind, id, desk.now() + DAY))).toBe('bad-value commitment-over');
  });
});

test('one for several cases is made once in each of them, also where they were merged', () => {
  const desk = hanoi();
  const [oven, door, lamp] = [open(desk, 'Oven'), open(desk, 'Door'), open(desk, 'Lamp')];
  perform(desk, merge, { from: [door], into: oven });
  const made = { cases: [oven, door, lamp, lamp], customer: null, at: desk.now() + HOUR, text: 'Ship', template: null };

  expect(perform(desk, COMMITMENT_VERBS.promise.add, made).output.cases).toEqual([oven, lamp]);
  expect(readCommitments(desk, 'promise', false).map((one) => one.case)).toEqual([oven, lamp]);
});

test('a template named in it is kept by its whole name', () => {
  const desk = hanoi();
  const template = { name: 'shipped', title: 'Shipped', tags: [], bodies: { en: 'Hi' }, set: {}, addTags: [] };
  perform(desk, putTemplateAction, { template, isNew: true });
  const id = note(desk, 'follow-up', [open(desk, 'Oven')], desk.now() + HOUR, { template: 'shipped' });

  expect(readCommitment(desk, id).template).toBe('shipped');
});

describe('a promise', () => {
  test('is kept when it is done by the end of the minute that was named', () => {
    const desk = hanoi();
    const oven = open(desk, 'Oven');
    const at = desk.now() + HOUR;
    const [inTime, late] = [note(desk, 'promise', [oven], at), note(desk, 'promise', [oven], at)];

    desk.wait(HOUR + 59_999);
    expect(readCommitment(desk, inTime).stands).toBe('open');
    end(desk, 'promise', 'done', inTime);
    desk.wait(1);
    expect(readCommitment(desk, late).stands).toBe('broken');
    end(desk, 'promise', 'done', late);

    expect([inTime, late].map((id) => readCommitment(desk, id).stands)).toEqual(['kept', 'broken']);
  });

  test('moved before its minute is over is not broken; moved after it stays so, by its first moment', () => {
    const desk = hanoi();
    const oven = open(desk, 'Oven');
    const at = desk.now() + HOUR;
    const [early, late] = [note(desk, 'promise', [oven], at), note(desk, 'promise', [oven], at)];

    desk.wait(HOUR + 30_000);
    move(desk, 'promise', early, at + DAY);
    desk.wait(30_000);
    move(desk, 'promise', late, at + DAY);
    expect([early, late].map((id) => readCommitment(desk, id).stands)).toEqual(['open', 'broken']);

    desk.wait(2 * DAY);
    move(desk, 'promise', late, desk.now() + DAY);
    end(desk, 'promise', 'done', late);
    expect(readCommitment(desk, late)).toMatchObject({ stands: 'broken', missedAt: at });
  });

  test('dropped in time counts for nothing, and a follow-up is never broken', () => {
    const desk = hanoi();
    const oven = open(desk, 'Oven');
    const promise = note(desk, 'promise', [oven], desk.now() + HOUR);
    const followUp = note(desk, 'follow-up', [oven], desk.now() + HOUR);
    end(desk, 'promise', 'drop', promise);
    desk.wait(DAY);

    expect([promise, followUp].map((id) => readCommitment(desk, id).stands)).toEqual(['dropped', 'open']);
    end(desk, 'follow-up', 'done', followUp);
    expect(readCommitment(desk, followUp).stands).toBe('kept');
  });

  test('that was not kept is seen in its case and in every other case of the customer', () => {
    const desk = hanoi();
    const [oven, door, other] = [open(desk, 'Oven'), open(desk, 'Door'), open(desk, 'Lamp', 'An <an@x.example>')];
    const id = note(desk, 'promise', [oven], desk.now() + HOUR);
    const seen = (number: number) => {
      const { commitments, brokenPromises } = readCase(desk, number);
      return [commitments, brokenPromises].map((some) => some.map((one) => one.id));
    };
    expect([seen(oven), seen(door)]).toEqual([
      [[id], []],
      [[], []],
    ]);

    desk.wait(DAY);
    expect([seen(oven), seen(door), seen(other)]).toEqual([
      [[id], []],
      [[], [id]],
      [[], []],
    ]);
    end(desk, 'promise', 'done', id); // too late: it was broken all the same
    expect(seen(door)).toEqual([[], [id]]);
  });

  test('goes along when its case is merged, and back when it is taken out', () => {
    const desk = hanoi();
    const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door', 'An <an@x.example>')];
    const id = note(desk, 'promise', [door], desk.now() + HOUR);

    perform(desk, merge, { from: [door], into: oven });
    expect(readCommitment(desk, id)).toMatchObject({ case: oven, subject: 'Oven', customerName: 'Lan' });
    expect(readCase(desk, oven).commitments).toHaveLength(1);

    perform(desk, unmerge, { case: door });
    expect(readCommitment(desk, id)).toMatchObject({ case: door, subject: 'Door', customerName: 'An' });
    expect(readCase(desk, oven).commitments).toEqual([]);
  });

  test('kept with an answer is one action with it: undo takes both back', () => {
    const desk = hanoi();
    const oven = open(desk, 'Oven');
    const promises = [{ at: desk.now() + DAY, text: 'tomorrow' }];
    perform(desk, reply, { cases: [oven], text: 'Tomorrow', fields: {}, addTags: [], fromDraft: false, promises });
    expect(readCommitments(desk, 'promise', false)).toMatchObject([{ case: oven, text: 'tomorrow' }]);

    undoLast(desk);
    expect(readCommitments(desk, 'promise', true)).toEqual([]);
    expect(readCase(desk, oven).entries).toHaveLength(1);
  });
});

describe('the day of an agent', () => {
  /** Nine o'clock on 12 March in Hà Nội: the day ends fifteen hours later, which is 17:00 in London. */
  const MIDNIGHT = 15 * HOUR;

  test('has what is over, what is for today until midnight where she is, and what comes', () => {
    const desk = hanoi();
    const oven = open(desk, 'Oven');
    const now = desk.now();
    const [over, today, last, tomorrow] = [now + HOUR, now + 3 * HOUR, now + MIDNIGHT - 1, now + MIDNIGHT].map((at) =>
      note(desk, 'promise', [oven], at),
    );
    desk.wait(2 * HOUR);

    const ids = (some: readonly { readonly id: number }[]) => some.map(({ id }) => id);
    const { overdue, today: rest, coming, counts } = readAgenda(desk);
    expect([ids(overdue), ids(rest), ids(coming)]).toEqual([[over], [today, last], [tomorrow]]);
    expect(counts).toEqual({ overdue: 1, today: 2, coming: 1 });
  });

  test('counts what is left of each kind, and cases that are overdue once', () => {
    const desk = hanoi();
    const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door')];
    const lan = readCase(desk, oven).customer?.id ?? null;
    const now = desk.now();
    note(desk, 'promise', [oven], now + HOUR);
    note(desk, 'follow-up', [oven], now + HOUR);
    note(desk, 'follow-up', [], now + HOUR, { customer: lan });
    note(desk, 'promise', [door], now + 3 * HOUR);
    note(desk, 'follow-up', [door], now + DAY);
    expect(readDay(desk)).toEqual({ overdue: 0, promises: 2, followUps: 2 });

    desk.wait(2 * HOUR);
    // one case, though two things of it are over, and the customer who has none
    expect(readDay(desk)).toEqual({ overdue: 2, promises: 1, followUps: 0 });
  });

  test('closes with what this agent did, not another one, not yesterday', () => {
    const desk = hanoi();
    const oven = open(desk, 'Oven');
    const at = desk.now() + 40 * HOUR;
    const [yesterday, hers, mine] = [1, 2, 3].map(() => note(desk, 'promise', [oven], at));
    end(desk, 'promise', 'done', yesterday ?? 0);
    desk.wait(DAY);
    end(desk.as({ agent: 'An' }), 'promise', 'done', hers ?? 0);
    end(desk, 'promise', 'done', mine ?? 0);

    expect(readDone(desk)).toEqual({ answered: 0, solved: 0, promisesKept: 1 });
  });
});
