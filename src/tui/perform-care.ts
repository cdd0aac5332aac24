import { perform as act } from '../actions/action.ts';
import { playbookAnswer, playbookOffer } from '../actions/playbooks.ts';
import { getPlaybook } from '../actions/read-pages.ts';
import type { Context } from '../context.ts';
import { stepOf } from '../domain/playbook/playbook.ts';
import { wordsFor } from '../i18n/index.ts';
import { sayAnswered, titleIn } from '../i18n/say-playbook.ts';
import { sayWhen } from '../i18n/say-when.ts';
import type { CaseWork } from './case-work.ts';
import type { Effect } from './effects.ts';

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
  return [
    ...(found === null ? [] : [sayAnswered(words, found, output.case, answer, titleOf(context, playbook, step))]),
    ...(next === null ? [] : [words.playbooks.goesOn(titleOf(context, playbook, next))]),
    ...(followUpAt === null ? [] : [words.playbooks.followUp(when(followUpAt))]),
    ...(lead.handOff.length === 0 ? [] : [words.playbooks.handOff(lead.handOff.join(', '))]),
  ].join(' ');
}
