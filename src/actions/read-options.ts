import type { Context } from '../context.ts';
import { stepOf } from '../domain/playbook/playbook.ts';
import { playbookAnswersOf } from '../store/playbook-answers.ts';
import { readPlaybooks } from './read-pages.ts';

/** An option of a playbook, by its name there and by what it is called. */
export interface OptionNamed {
  readonly playbook: string;
  readonly step: string;
  readonly title: string;
}

/**
 * What was offered in a case, what of it the customer took, and which steps of trouble-shooting were tried: as the
 * playbooks have it noted, and typed nowhere else.
 */
export interface CaseOptions {
  readonly offered: readonly OptionNamed[];
  readonly taken: readonly OptionNamed[];
  readonly tried: readonly OptionNamed[];
}

/** The options of a case in the order in which they were offered; of several answers to one the last counts. */
export function readOptions(context: Context, number: number): CaseOptions {
  const answers = playbookAnswersOf(context.store, number);
  if (answers.length === 0) return { offered: [], taken: [], tried: [] };
  const books = readPlaybooks(context).good.map(({ value }) => value);
  const last = new Map(answers.map((one) => [`${one.playbook}/${one.step}`, one]));
  const options = [...last.values()].map(({ playbook, step: id, answer }) => {
    const book = books.find(({ name }) => name === playbook);
    const step = book === undefined ? null : stepOf(book, id);
    return {
      ...{ answer, kind: step?.kind ?? 'offer' },
      option: { playbook, step: id, title: step?.titles[context.locale] ?? id },
    };
  });
  const named = (is: (one: (typeof options)[number]) => boolean): OptionNamed[] =>
    options.filter(is).map(({ option }) => option);
  return {
    offered: named(({ kind }) => kind === 'offer'),
    taken: named(({ kind, answer }) => kind === 'offer' && answer === 'yes'),
    // whether it helped or not; what she has not told yet was not tried
    tried: named(({ kind, answer }) => kind === 'try' && answer !== 'offered'),
  };
}
