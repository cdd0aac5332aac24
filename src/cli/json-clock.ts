import type { ExplainedClock, Why } from '../domain/clock/why.ts';
import type { CommitmentRow } from '../domain/commitment.ts';
import { iso } from './json.ts';

/** A follow-up or promise as scripts get it. Keys are only ever added. */
export const commitmentJson = (one: CommitmentRow): Record<string, unknown> => ({
  id: one.id,
  kind: one.kind,
  case: one.case,
  customer: one.customer,
  at: iso(one.at),
  text: one.text,
  doneAt: iso(one.doneAt),
  droppedAt: iso(one.droppedAt),
  missedAt: iso(one.missedAt),
  stands: one.stands,
  template: one.template,
});

/** What is due in a case, and why; spans in ms. */
export const whyJson = (why: Why): Record<string, unknown> => ({
  number: why.number,
  dueAt: iso(why.due?.at ?? null),
  due: why.due?.what ?? null,
  targets: why.targets,
  schedule: why.schedule,
  zone: why.zone,
  clocks: why.clocks.map(clockJson),
  handoffs: why.handoffs.map(({ id, department, madeAt, dueAt }) => ({
    ...{ id, department },
    ...{ madeAt: iso(madeAt), dueAt: iso(dueAt) },
  })),
  commitments: why.commitments.map(commitmentJson),
});

const clockJson = (clock: ExplainedClock): Record<string, unknown> => ({
  clock: clock.kind,
  state: clock.state,
  started: iso(clock.started),
  metAt: iso(clock.metAt),
  dueAt: iso(clock.dueAt),
  targetMs: clock.targetMs,
  ranMs: clock.ranMs,
  remainingMs: clock.remainingMs,
  stoodMs: clock.stood,
  onWaking:
    clock.onWaking === null
      ? null
      : { at: iso(clock.onWaking.at), state: clock.onWaking.state, dueAt: iso(clock.onWaking.dueAt) },
  segments: clock.segments.map((segment) => ({
    from: iso(segment.from),
    to: iso(segment.to),
    ran: segment.ran,
    why: segment.ran ? null : segment.why,
  })),
});
