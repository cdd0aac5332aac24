import type { HandoffRow } from '../actions/read-handoffs.ts';
import { iso } from './json.ts';

/** A hand-off as scripts get it. Keys are only ever added; one that was made lacks nothing. */
export const handoffJson = (one: HandoffRow): Record<string, unknown> => ({
  id: one.id,
  mark: one.mark,
  case: one.case,
  department: one.department,
  state: one.state,
  dueAt: iso(one.dueAt),
  madeAt: iso(one.madeAt),
  answeredAt: iso(one.answeredAt),
  missing: [],
  given: one.given,
  packet: one.packet,
  answer: one.answer,
  delivery: one.delivery,
});
