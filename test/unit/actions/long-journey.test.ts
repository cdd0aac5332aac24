import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { call } from '../../../src/actions/call.ts';
import { rate } from '../../../src/actions/ratings.ts';
import { type JourneyView, openJourney, readFurther, readJourney } from '../../../src/actions/read-journey.ts';
import { reply } from '../../../src/actions/reply.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { isSince } from '../../../src/domain/journey/journey.ts';
import type { JourneyLine } from '../../../src/domain/journey/line.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { liveJourney } from '../../helpers/journey-life.ts';
import { runs } from '../../helpers/random-cases.ts';

const DAY = 86_400_000;

/** A desk with a customer of 24 cases in four years. */
function longLife(): { desk: Desk; customer: number } {
  const desk = createDesk({ tick: 0 });
  onTestFinished(desk.close);
  let customer = 0;
  for (let life = 0; life < 8; life += 1) customer = liveJourney(desk);
  return { desk, customer };
}

/** Reads the rest, and says how many parts it took. */
function readOut(desk: Desk, opened: JourneyView): { whole: JourneyView; parts: number } {
  let rest = opened.rest;
  let whole = opened;
  let parts = 1;
  for (; rest !== null; parts += 1) {
    const next = readFurther(desk, rest);
    if ('left' in next) rest = next;
    else {
      whole = next;
      rest = null;
    }
  }
  return { whole, parts };
}

/** What happened, without what the ledger says of it: that is added up when all is read. */
const facts = (lines: readonly JourneyLine[]): JourneyLine[] =>
  lines.filter(({ kind }) => kind !== 'mark').map((line) => ({ ...line, marks: [] }));

const sinceRead = ({ rest }: JourneyView, whole: readonly JourneyLine[]): JourneyLine[] =>
  facts(whole.filter((line) => isSince(line, rest?.left[0]?.updatedAt ?? null)));

test('a long journey opens with its end, and is the whole one when the rest is read', () => {
  const { desk, customer } = longLife();
  const opened = openJourney(desk, customer);
  const read = readJourney(desk, customer);
  expect(opened.rest?.left.length).toBe(16);
  expect(opened.lines.length).toBeGreaterThan(30);
  expect(facts(opened.lines)).toEqual(sinceRead(opened, read.lines));
  const { whole, parts } = readOut(desk, opened);
  expect(whole).toEqual(read);
  expect(parts).toBe(3);
});

test('a short journey is whole at once', () => {
  const desk = createDesk({ tick: 0 });
  onTestFinished(desk.close);
  const customer = liveJourney(desk);
  expect(openJourney(desk, customer)).toEqual(readJourney(desk, customer));
});

const anyTouch = fc.record({
  case: fc.integer({ min: 1, max: 24 }),
  what: fc.constantFrom('solve', 'reopen', 'angry', 'rate', 'call', 'answer', 'wait'),
});

function touch(desk: Desk, number: number, what: string): void {
  const set = (fields: object) => perform(desk, setCase, { cases: [number], fields, addTags: [], removeTags: [] });
  desk.wait(what === 'wait' ? 90 * DAY : DAY / 6);
  if (what === 'solve') set({ status: 'solved' });
  if (what === 'reopen') set({ status: 'open' });
  if (what === 'angry') set({ mood: 'angry' });
  if (what === 'rate') perform(desk, rate, { case: number, score: 1, comment: '' });
  if (what === 'call') perform(desk, call, { case: number, minutes: 3, text: '', direction: 'in' });
  if (what === 'answer')
    perform(desk, reply, { cases: [number], text: 'Chào chị', fields: {}, addTags: [], fromDraft: false });
}

test('what is shown of a long journey while it is read stays as it is, whatever was worked on last', () => {
  const { desk, customer } = longLife();
  fc.assert(
    fc.property(fc.array(anyTouch, { maxLength: 5 }), (touches) => {
      for (const { case: number, what } of touches) touch(desk, number, what);
      const opened = openJourney(desk, customer);
      const { whole } = readOut(desk, opened);
      expect(facts(opened.lines)).toEqual(sinceRead(opened, whole.lines));
      expect(whole).toEqual(readJourney(desk, customer));
    }),
    { numRuns: runs(15) },
  );
});
