import type { Context } from '../context.ts';
import type { Delivery } from '../domain/entry.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import { leadFor } from '../domain/playbook/ladder.ts';
import type { InLanguages, PageTitles } from '../domain/playbook/page.ts';
import type { Playbook } from '../domain/playbook/playbook.ts';
import { workingCase } from '../store/cases.ts';
import { findCustomer } from '../store/customers.ts';
import { allHandoffs, handoffsOf, packetMail, waitingHandoffs } from '../store/handoffs.ts';
import type { Store } from '../store/open.ts';
import type { PlaybookAnswer } from '../store/playbook-answers.ts';
import { departmentTitles } from './page-titles.ts';

export type { Handoff } from '../domain/handoff/handoff.ts';

/** A hand-off with what it is about. */
export interface HandoffRow extends Handoff {
  readonly subject: string;
  readonly customerName: string | null;
  /** of one that waits: how its packet's mail stands; null: it went in no mail */
  readonly delivery: Delivery | null;
  /** what the department is called; empty where its file is gone */
  readonly titles: InLanguages;
}

function rowOf({ store }: Context, one: Handoff, departments: PageTitles): HandoffRow {
  const { number, subject, customer } = workingCase(store, one.case);
  const name = customer === null ? null : (findCustomer(store, customer)?.name ?? null);
  const delivery = one.state === 'waiting' ? (packetMail(store, one, number)?.state ?? null) : null;
  const titles = departments[one.department]?.titles ?? {};
  return { ...one, case: number, subject, customerName: name, delivery, titles };
}

function rowsOf(context: Context, handoffs: readonly Handoff[]): HandoffRow[] {
  const departments = handoffs.length === 0 ? {} : departmentTitles(context);
  return handoffs.map((one) => rowOf(context, one, departments));
}

/** What lies with which department, the most overdue first; or all that ever did, the newest first. */
export const readHandoffs = (context: Context, all: boolean): HandoffRow[] =>
  rowsOf(context, all ? allHandoffs(context.store) : waitingHandoffs(context.store));

/** What lies with departments from this case, in the order in which it was handed to them. */
export const waitingIn = (context: Context, number: number): HandoffRow[] =>
  rowsOf(
    context,
    handoffsOf(context.store, workingCase(context.store, number).number).filter(({ state }) => state === 'waiting'),
  );

/** One as an action gives it, also a dry run's, with what it is about. */
export const aboutHandoff = (context: Context, one: Handoff): HandoffRow =>
  rowOf(context, one, departmentTitles(context));

/** The departments that taken options ask for, and that nobody has handed the case to since. */
export function askedFor(
  store: Store,
  number: number,
  playbooks: readonly Playbook[],
  answers: readonly PlaybookAnswer[],
): string[] {
  const made = handoffsOf(store, number);
  const asked = answers.flatMap(({ playbook, step, answer, at }) => {
    const found = playbooks.find((one) => one.name === playbook);
    const lead = found === undefined || answer === 'offered' ? null : leadFor(found, step, answer);
    return (lead?.handOff ?? []).filter((name) => !made.some((one) => one.department === name && one.madeAt >= at));
  });
  return [...new Set(asked)];
}
