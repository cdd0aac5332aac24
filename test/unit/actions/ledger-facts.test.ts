import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { call } from '../../../src/actions/call.ts';
import { COMMITMENT_VERBS } from '../../../src/actions/commitments.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { overruleMark } from '../../../src/actions/ledger.ts';
import { merge } from '../../../src/actions/merge.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { rate } from '../../../src/actions/ratings.ts';
import { readLedger } from '../../../src/actions/read-ledger.ts';
import { type CaseFields, setCase } from '../../../src/actions/set-case.ts';
import { redoLast, undoLast } from '../../../src/actions/undo.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import type { Ledger } from '../../../src/domain/ledger/ledger.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { step, take } from '../../helpers/random-actions.ts';
import { runs } from '../../helpers/random-cases.ts';

const DAY = 86_400_000;

/** A desk where nobody is ever late, with one case of Lan's. */
function desk(): Desk {
  const made = createDesk();
  perform(made, setConfig, { key: 'ledger', value: 'late-first=0 late-next=0 waited-long=0' });
  open(made, 'Màn hình');
  return made;
}

const open = (on: Desk, subject: string): number =>
  perform(on, newCase, {
    ...{ customer: 'lan@x.example', subject, kind: 'service', channel: 'phone', message: 'Alo' },
  }).output.number;

const set = (on: Desk, number: number, fields: CaseFields) =>
  perform(on, setCase, { cases: [number], fields, addTags: [], removeTags: [] });

const told = ({ marks }: Ledger): string[] => marks.map(({ rule, case: number }) => `${rule} #${number}`);

describe('the ledger of a customer is read from what happened', () => {
  test('a complaint, anger and a low rating are poor marks of their case', () => {
    const one = desk();
    set(one, 1, { topic: 'complaint', mood: 'angry' });
    perform(one, rate, { case: 1, score: 2, comment: '' });
    expect(told(readLedger(one, 1))).toEqual(['complaint #1', 'angry #1', 'rating-low #1']);
    expect(readLedger(one, 1)).toMatchObject({ poor: 3, strikes: 3, atRisk: true, oneMore: false });
  });

  test('what is undone has never been, and what is redone is again', () => {
    const one = desk();
    set(one, 1, { mood: 'angry' });
    undoLast(one);
    expect(told(readLedger(one, 1))).toEqual([]);
    redoLast(one);
    expect(told(readLedger(one, 1))).toEqual(['angry #1']);
  });

  test('a promise is broken when its time has gone by, and kept where it was done in time', () => {
    const one = desk();
    const at = one.now() + DAY;
    const made = { cases: [1], customer: null, at, text: 'Trả hàng', template: null };
    const { ids } = perform(one, COMMITMENT_VERBS.promise.add, made).output;
    perform(one, COMMITMENT_VERBS.promise.add, { ...made, cases: [], customer: 1 });
    perform(one, COMMITMENT_VERBS.promise.done, { id: ids[0] ?? 0 });
    one.wait(2 * DAY);
    expect(told(readLedger(one, 1))).toEqual(['promise-kept #1', 'promise-broken #null']);
  });

  test('a case that was merged brings its ratings to the one that it is part of', () => {
    const one = desk();
    open(one, 'Hoá đơn');
    perform(one, rate, { case: 2, score: 5, comment: '' });
    perform(one, merge, { from: [2], into: 1 });
    expect(told(readLedger(one, 1))).toEqual(['rating-5 #1']);
  });

  test('a week of silence after one answer is a case solved at first contact', () => {
    const one = desk();
    perform(one, call, { case: 1, minutes: 5, text: 'Đã chỉ cách', direction: 'out' });
    set(one, 1, { status: 'solved' });
    one.wait(6 * DAY);
    expect(told(readLedger(one, 1))).toEqual([]);
    one.wait(2 * DAY);
    expect(told(readLedger(one, 1))).toEqual(['first-contact #1']);
  });

  test('every round in which she waited too long is a mark, not only the last one', () => {
    const one = createDesk();
    open(one, 'Màn hình');
    one.wait(4 * DAY);
    perform(one, call, { case: 1, minutes: 5, text: 'Xin lỗi', direction: 'out' });
    perform(one, call, { case: 1, minutes: 5, text: 'Vẫn chưa được', direction: 'in' });
    one.wait(4 * DAY);
    perform(one, call, { case: 1, minutes: 5, text: 'Xin lỗi', direction: 'out' });
    expect(told(readLedger(one, 1))).toContain('late-first #1');
  });

  test('an overruled mark stays overruled where its case is merged into another', () => {
    const one = desk();
    open(one, 'Hoá đơn');
    perform(one, rate, { case: 2, score: 1, comment: '' });
    const [mark] = readLedger(one, 1).marks;
    perform(one, overruleMark, { customer: 1, mark: mark?.key ?? '', reason: 'Nhầm' });
    perform(one, merge, { from: [2], into: 1 });
    expect(readLedger(one, 1)).toMatchObject({ poor: 0, marks: [{ case: 1, overruled: { reason: 'Nhầm' } }] });
  });
});

test('every sum on the screen is the sum of its marks, after any series of actions and undos', async () => {
  const back = fc.array(fc.boolean(), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), back, fc.nat(40), async (steps, undos, days) => {
      const one = createDesk();
      await take(one, { do: 'import', mails: [0, 4, 7] });
      for (const action of steps) await take(one, action);
      for (const undo of undos) {
        try {
          if (undo) undoLast(one);
          else redoLast(one);
        } catch (error) {
          if (!(error instanceof DeskError)) throw error;
        }
      }
      one.wait(days * DAY);
      const ids = one.store.db.prepare<[], number>('SELECT id FROM customers').pluck().all();
      for (const id of ids) expectSums(readLedger(one, id));
      one.close();
    }),
    { numRuns: runs(60) },
  );
});

function expectSums({ marks, poor, good, balance, strikes }: Ledger): void {
  const sum = (sort: string): number =>
    marks.filter((mark) => mark.sort === sort && mark.overruled === null).reduce((all, { weight }) => all + weight, 0);
  expect(poor).toBeCloseTo(sum('poor'), 6);
  expect(good).toBeCloseTo(sum('good'), 6);
  expect(balance).toBeCloseTo(good - 12 * poor, 6);
  expect(strikes).toBe(marks.filter((mark) => mark.strike).length);
  expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
}
