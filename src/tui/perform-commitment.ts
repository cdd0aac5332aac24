import { perform as act } from '../actions/action.ts';
import { COMMITMENT_VERBS } from '../actions/commitments.ts';
import { readCase } from '../actions/read-cases.ts';
import type { Context } from '../context.ts';
import { type CommitmentRow, isToDo } from '../domain/commitment.ts';
import { wordsFor } from '../i18n/index.ts';
import { sayWhen } from '../i18n/say-when.ts';
import type { CaseWork } from './case-work.ts';
import { hashed } from './parts/left-out.ts';

type CommitmentWork = Extract<
  CaseWork,
  { readonly what: 'commit' | 'commit-end' | 'commit-move' | 'commit-next-done' }
>;

/** Does what a key asked for with a follow-up or promise, and says so in a line; throws DeskError. */
export function performCommitment(context: Context, work: CommitmentWork): string {
  const { due } = wordsFor(context.locale);
  const when = (at: number): string => sayWhen(at, context.now(), context.locale, context.zone());
  switch (work.what) {
    case 'commit': {
      const { kind, customer, at, text, template } = work;
      const made = { cases: [...work.cases], customer, at, text, template };
      const { output } = act(context, COMMITMENT_VERBS[kind].add, made);
      const where = output.cases.length > 0 ? hashed(output.cases) : due.what[kind];
      return due.made[kind](where, when(at));
    }
    case 'commit-end':
      return end(context, work.one, work.how);
    case 'commit-move': {
      const { id, kind } = work.one;
      const { output } = act(context, COMMITMENT_VERBS[kind].move, { id, at: work.at });
      return due.moved(output.text === '' ? due.unnamed : output.text, when(work.at));
    }
    case 'commit-next-done': {
      const [next] = readCase(context, work.number).commitments.filter(isToDo);
      return next === undefined ? due.nothingHere : end(context, next, 'done');
    }
  }
}

function end(context: Context, { id, kind }: Pick<CommitmentRow, 'id' | 'kind'>, how: 'done' | 'drop'): string {
  const { due } = wordsFor(context.locale);
  const { output } = act(context, COMMITMENT_VERBS[kind][how], { id });
  return due[how === 'done' ? 'done' : 'dropped'](output.text === '' ? due.unnamed : output.text);
}
