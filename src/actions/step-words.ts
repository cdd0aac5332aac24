import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import type { Playbook, Step } from '../domain/playbook/playbook.ts';
import { type Filled, fillTemplate } from './fill-template.ts';

/** The words of a step, filled in for a case's customer. Throws `template-without-text`, `template-broken`. */
export function stepWords(context: Context, number: number, playbook: Playbook, { id, words }: Step): Filled {
  const name = `${playbook.name}/${id}`;
  return fillTemplate(context, number, { name, title: id, tags: [], bodies: words, set: {}, addTags: [], used: 0 });
}

/** The words of every step of a playbook by its id, as they would be said in a case; without those that can't be filled in. */
export function allStepWords(context: Context, number: number, playbook: Playbook): Readonly<Record<string, string>> {
  return Object.fromEntries(
    playbook.steps.flatMap((step) => {
      try {
        return [[step.id, stepWords(context, number, playbook, step).text]];
      } catch (error) {
        // what is wrong with them is told where they are offered
        if (error instanceof DeskError) return [];
        throw error;
      }
    }),
  );
}
