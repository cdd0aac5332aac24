import type { Context } from '../context.ts';
import { momentAfter } from '../domain/clock/business-time.ts';
import { FIRST_SCHEDULE } from '../domain/clock/first-rules.ts';
import type { Department } from '../domain/handoff/department.ts';
import type { Evidence, HandoffFacts } from '../domain/handoff/filled.ts';
import { localOf } from '../domain/when/zone.ts';
import { rulesInForce } from '../store/clock-rules.ts';
import { entriesOf } from '../store/entries.ts';
import { findSchedule, schedulesOf } from '../store/schedules.ts';
import type { CareCase } from './care-facts.ts';
import { readOptions } from './read-options.ts';

const HOUR = 3_600_000;

/** What a case knows of itself that a department may ask for, with the files that go with it. */
export function handoffFacts(
  context: Context,
  { case: found, customer, purchase, own }: CareCase,
  attachments: readonly Evidence[],
): HandoffFacts {
  const tried = [
    ...readOptions(context, found.number).tried.map(({ title }) => title),
    ...own.steps.map(({ text }) => text),
  ];
  const point = (kind: string): string | null => customer?.points.find((one) => one.kind === kind)?.value ?? null;
  const day = (at: number | null | undefined): string | null =>
    at === null || at === undefined ? null : dayIn(context, at);
  return {
    ...own.values,
    ...(tried.length === 0 ? {} : { steps: tried.join('\n') }),
    product: found.product ?? purchase?.product ?? null,
    serial: own.values.serial ?? purchase?.serial ?? null,
    bought: day(purchase?.at),
    delivered: day(purchase?.deliveredAt),
    amount: own.values.amount ?? (purchase?.amount == null ? null : String(purchase.amount)),
    customer: customer?.name ?? null,
    phone: point('phone'),
    email: point('email'),
    attachments,
  };
}

/** What it is about, where the agent says nothing: the customer's words, the first and the last. */
export function summaryOf({ store }: Context, number: number): string {
  const said = entriesOf(store, number)
    .filter(({ type, party, automatic }) => type === 'message' && party === 'customer' && automatic === null)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');
  const [first = '', last = first] = [said[0], said.at(-1)];
  return (first === last ? [first] : [first, last]).map(shortened).join('\n\n');
}

const LONGEST = 1200;
const shortened = (text: string): string => {
  const letters = [...text];
  return letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST).join('')} …`;
};

/** When the answer is due: so many business hours from now, by the desk's hours. Null where they never open. */
export function answerDue({ store }: Context, { dueHours }: Department, now: number): number | null {
  const schedule = findSchedule(store, FIRST_SCHEDULE.name) ?? schedulesOf(store)[0];
  return schedule === undefined ? null : momentAfter(rulesInForce(store).days(schedule.name), now, dueHours * HOUR);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-03-12`, by the agent's clock. */
export function dayIn({ zone }: Pick<Context, 'zone'>, at: number): string {
  const { year, month, day } = localOf(at, zone());
  return `${year}-${two(month)}-${two(day)}`;
}

/** `2026-03-12 17:00`, by the agent's clock: the same for every reader. */
export function momentTold(context: Pick<Context, 'zone'>, at: number): string {
  const { minutes } = localOf(at, context.zone());
  return `${dayIn(context, at)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
