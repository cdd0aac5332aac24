import type { Context } from '../context.ts';
import type { Plan } from '../domain/care/plan.ts';
import { plansNamed } from '../domain/settings.ts';
import { touchCounts } from '../store/touches.ts';
import { readConfig } from './read-config.ts';
import { type BrokenPage, getPlan, type PageRead, readPlans } from './read-pages.ts';

/** A plan as it stands in this desk. */
export interface PlanStanding {
  readonly plan: Plan;
  readonly path: string;
  /** false: switched off in the settings */
  readonly on: boolean;
  /** follow-ups that it has made */
  readonly made: number;
}

/** All plans, and the files that are none. */
export function readPlanStandings(context: Context): { plans: PlanStanding[]; broken: readonly BrokenPage[] } {
  const { good, broken } = readPlans(context);
  const counts = touchCounts(context.store);
  return { plans: good.map((page) => standing(context, page, counts)), broken };
}

/** The plan with this name as it stands; throws `no-such-plan`, and `page-broken`. */
export const readPlanStanding = (context: Context, name: string): PlanStanding =>
  standing(context, getPlan(context, name), touchCounts(context.store));

const standing = (
  context: Context,
  { path, value: plan }: PageRead<Plan>,
  counts: ReadonlyMap<string, number>,
): PlanStanding => ({ plan, path, on: isOn(context, plan), made: counts.get(plan.name) ?? 0 });

const isOn = (context: Context, { name }: Plan): boolean =>
  !plansNamed(readConfig(context, 'plans-off')).includes(name);

/** The plans that are run. */
export function plansInForce(context: Context): { plans: readonly Plan[]; broken: readonly BrokenPage[] } {
  const { good, broken } = readPlans(context);
  return { plans: good.map(({ value }) => value).filter((plan) => isOn(context, plan)), broken };
}
