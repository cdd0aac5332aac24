import { isToDo, promiseStands } from '../commitment.ts';
import { doneStretches } from '../ledger/story.ts';
import type { Purchase } from '../purchase.ts';
import type { JourneyCase, JourneyCommitment, JourneyFacts, JourneyHandoff } from './facts.ts';
import type { Happening, JourneyLine } from './line.ts';

const line = (at: number | null, number: number | null, happening: Happening): JourneyLine => ({
  ...happening,
  at,
  case: number,
  marks: [],
});

/** What happened by the facts alone, in no order; what the ledger says of it comes later. `now` in ms. */
export const happenings = (facts: JourneyFacts, now: number): JourneyLine[] => [
  ...facts.cases.flatMap(caseLines),
  ...facts.calls.map(({ at, case: number, minutes, direction, text }) =>
    line(at, number, { kind: 'call', minutes, direction, text }),
  ),
  ...facts.commitments.map((one) => commitmentLine(one, now)),
  ...facts.ratings.map(({ at, case: number, score, comment }) => line(at, number, { kind: 'rating', score, comment })),
  ...facts.purchases.flatMap(purchaseLines),
  ...facts.options.map(({ at, case: number, playbook, step, answer }) =>
    line(at, number, { kind: 'option', playbook, step, answer }),
  ),
  ...facts.handoffs.flatMap(handoffLines),
  ...facts.repairs.map(({ at, case: number, stage }) => line(at, number, { kind: 'repair', stage })),
];

/** When it was opened, and each time that it was solved or came back. */
function caseLines({ number, subject, openedAt, story }: JourneyCase): JourneyLine[] {
  const told = (what: 'opened' | 'solved' | 'reopened', at: number | null): JourneyLine =>
    line(at, number, { kind: 'case', what, subject });
  const turns = doneStretches(story).flatMap(({ from, to }) => [
    told('solved', from),
    ...(to === null ? [] : [told('reopened', to)]),
  ]);
  return [told('opened', openedAt), ...turns];
}

/** A promise counts when it was kept, or when its time had gone by; what is to be done, on its day. */
function commitmentLine(one: JourneyCommitment, now: number): JourneyLine {
  const { id, text, at, doneAt, droppedAt, missedAt } = one;
  if (one.kind === 'promise') {
    const what = promiseStands(one, now);
    const when = what === 'kept' ? doneAt : what === 'dropped' ? droppedAt : what === 'broken' ? missedAt : null;
    return line(when ?? at, one.case, { kind: 'promise', id, what, text });
  }
  const what = isToDo(one) ? 'open' : doneAt === null ? 'dropped' : 'done';
  return line(doneAt ?? droppedAt ?? at, one.case, { kind: 'care', id, what, text });
}

function purchaseLines(purchase: Purchase): JourneyLine[] {
  const { at, deliveredAt, warrantyUntil } = purchase;
  return [
    line(at ?? deliveredAt, null, { kind: 'purchase', what: 'bought', purchase }),
    ...(warrantyUntil === null
      ? []
      : [line(warrantyUntil, null, { kind: 'purchase', what: 'warranty-ends', purchase })]),
  ];
}

function handoffLines({ at, case: number, department, state, answeredAt }: JourneyHandoff): JourneyLine[] {
  const made = line(at, number, { kind: 'handoff', department, state: state === 'withdrawn' ? state : 'waiting' });
  return state === 'answered' ? [made, line(answeredAt, number, { kind: 'handoff', department, state })] : [made];
}
