import { perform as act } from '../actions/action.ts';
import { sendFeedback } from '../actions/feedback.ts';
import { chosenFiles, handoffFiles } from '../actions/handoff-evidence.ts';
import { handoff, missingFor } from '../actions/handoffs.ts';
import { sendingAccounts } from '../actions/mailing/sending-account.ts';
import { departmentTitles } from '../actions/page-titles.ts';
import { playbookAnswer, playbookOffer } from '../actions/playbooks.ts';
import { aboutHandoff } from '../actions/read-handoffs.ts';
import { getDepartment, getPlaybook, readDepartments } from '../actions/read-pages.ts';
import { readAsked } from '../actions/read-playbooks.ts';
import { withdraw } from '../actions/withdraw-handoff.ts';
import type { Context } from '../context.ts';
import { stepOf } from '../domain/playbook/playbook.ts';
import { wordsFor } from '../i18n/index.ts';
import { sayWithdrawn } from '../i18n/say-handoff.ts';
import { sayAnswered, sayPage, titleIn } from '../i18n/say-playbook.ts';
import { sayWhen } from '../i18n/say-when.ts';
import type { CaseWork } from './case-work.ts';
import type { Effect } from './effects.ts';
import type { Message } from './messages.ts';

const titleOf = (context: Context, playbook: string, id: string): string =>
  titleIn(stepOf(getPlaybook(context, playbook), id)?.titles ?? {}, context.locale, id);

/** Writes down that a step is offered: a line that says so, and the words for the answer. Throws DeskError. */
export function offerStep(
  context: Context,
  { number, playbook, step }: Extract<Effect, { do: 'offer-step' }>,
): { told: string; insert: string } {
  const { output } = act(context, playbookOffer, { case: number, playbook, step, anyway: false });
  const told = wordsFor(context.locale).playbooks.offered(output.case, titleOf(context, output.playbook, output.step));
  return { told, insert: output.text };
}

/** Writes down the answer to a step, and says what followed from it; throws DeskError. */
export function performAnswer(context: Context, work: Extract<CaseWork, { what: 'playbook-answer' }>): string {
  const words = wordsFor(context.locale);
  const { number, playbook, step, answer } = work;
  const { output } = act(context, playbookAnswer, { case: number, playbook, step, answer });
  const found = stepOf(getPlaybook(context, playbook), step);
  const { lead, next, followUpAt } = output;
  const when = (at: number): string => sayWhen(at, context.now(), context.locale, context.zone());
  const departments = departmentTitles(context);
  const titled = (name: string): string => sayPage(departments, context.locale, name);
  return [
    ...(found === null ? [] : [sayAnswered(words, found, output.case, answer, titleOf(context, playbook, step))]),
    ...(next === null ? [] : [words.playbooks.goesOn(titleOf(context, playbook, next))]),
    ...(followUpAt === null ? [] : [words.playbooks.followUp(when(followUpAt))]),
    ...(lead.handOff.length === 0 ? [] : [words.playbooks.handOff(lead.handOff.map(titled).join(', '))]),
  ].join(' ');
}

/** The departments, and for one that is chosen what it still needs to know; throws DeskError. */
export function readHandoff(
  context: Context,
  { number, department, given }: Extract<Effect, { do: 'load-handoff' }>,
): Message {
  const { locale } = context;
  const departments = readDepartments(context).good.map(({ value }) => ({
    name: value.name,
    title: titleIn(value.titles, locale, value.name),
  }));
  const asked = readAsked(context, number);
  if (department === null) return { type: 'handoff-read', number, departments, asked, form: null };
  const chosen = getDepartment(context, department);
  const title = titleIn(chosen.titles, locale, chosen.name);
  const files = handoffFiles(context, number);
  const proposed = chosenFiles(files, chosen, null).map(({ sha256 }) => sha256);
  const missing = missingFor(context, number, chosen, given);
  const form = { department, title, given, missing, files, proposed, mails: sendingAccounts(context.store).length > 0 };
  return { type: 'handoff-read', number, departments, asked, form };
}

/** Hands the case off: by mail where that can be, else its packet is copied. Says so in a line; throws DeskError. */
export function performHandoff(
  context: Context,
  { number, department, given, evidence: chosen }: Extract<CaseWork, { what: 'handoff' }>,
  copy: (text: string) => void,
): string {
  const { handoffs } = wordsFor(context.locale);
  const { output } = act(context, handoff, {
    ...{ case: number, department, given, summary: null, mail: true },
    evidence: chosen === null ? null : [...chosen],
  });
  const { mailedTo, evidence } = output;
  const going = evidence.filter(({ kept }) => kept);
  const { packet, dueAt, case: made } = output.handoff;
  if (mailedTo === null) copy(packet);
  const title = titleIn(getDepartment(context, department).titles, context.locale, department);
  const done = mailedTo === null ? handoffs.copied(made, title) : handoffs.mailed(made, title, mailedTo);
  return [
    done,
    ...(going.length === 0 || mailedTo === null ? [] : [handoffs.withFiles(going.length)]),
    ...(dueAt === null ? [] : [handoffs.due(sayWhen(dueAt, context.now(), context.locale, context.zone()))]),
  ].join(' ');
}

/** Takes a hand-off back from its department, and says what came of it; throws DeskError. */
export function performWithdraw(
  context: Context,
  { id, reason }: Extract<CaseWork, { what: 'handoff-withdraw' }>,
): string {
  const { output } = act(context, withdraw, { handoff: id, reason, tell: true });
  const one = aboutHandoff(context, output.handoff);
  return sayWithdrawn(wordsFor(context.locale), context.locale, one, output);
}

/** Gives a department what customers said of products: by mail where that can be, else copied. Throws DeskError. */
export function performFeedback(
  context: Context,
  { department }: Extract<CaseWork, { what: 'feedback' }>,
  copy: (text: string) => void,
): string {
  const { handoffs } = wordsFor(context.locale);
  const { output } = act(context, sendFeedback, { department, mail: true, product: null, since: null });
  const { handoff: made, mailedTo, groups } = output;
  if (mailedTo === null) copy(made.packet);
  const title = titleIn(getDepartment(context, department).titles, context.locale, department);
  const lines = groups.reduce((sum, group) => sum + group.lines.length, 0);
  const done = handoffs.feedbackSent(made.case, lines, title);
  return mailedTo === null ? `${done} ${handoffs.feedbackCopied}` : `${done} ${handoffs.toldBy(mailedTo)}`;
}
