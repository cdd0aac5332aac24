import type { PlanStanding } from '../actions/read-plans.ts';
import type { PlannedFollowUp } from '../actions/run-plans.ts';
import { iso } from './json.ts';

const DAY = 86_400_000;

/** A plan of care as scripts get it. Keys are only ever added. */
export const planJson = ({ plan, path, on, made }: PlanStanding) => ({
  name: plan.name,
  titles: plan.titles,
  on,
  event: plan.event.on === 'segment' ? `segment ${plan.event.segment}` : plan.event.on,
  afterDays: plan.after / DAY,
  segments: plan.segments,
  ...(plan.event.on === 'solved' ? { kinds: plan.event.kinds, topics: plan.event.topics } : {}),
  template: plan.template,
  consent: plan.needsConsent,
  note: plan.note,
  made,
  path,
});

/** A follow-up that a plan has made; `since` is when it came due, `dueAt` by when we act. */
export const plannedJson = (one: PlannedFollowUp) => ({
  plan: one.plan,
  case: one.case,
  customer: one.customer,
  since: iso(one.at),
  dueAt: iso(one.dueAt),
  text: one.text,
  template: one.template,
});
