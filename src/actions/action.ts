import type * as z from 'zod';
import { actorOf, type Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import type { Problem } from '../domain/problem.ts';
import { wrongField } from '../intake/expected.ts';
import { forgetIfEmpty } from '../store/history.ts';
import { type Writing, write } from '../store/writing.ts';
import { rehearsed } from './rehearsal.ts';

/** A verb that changes something, in one transaction; undo comes from the journal. */
export interface Action<Input, Output> {
  readonly id: string;
  readonly input: z.ZodType<Input>;
  readonly run: (writing: Writing, context: Context, input: Input) => Output;
}

export interface Done<Output> {
  /** the id that `undo` takes; null: nothing was changed, and nothing stands in the history */
  readonly action: number | null;
  readonly output: Output;
}

export interface PerformOptions {
  /** works everything out and rolls it back; of a store that is only read, on a copy */
  readonly dryRun?: boolean;
}

/** Checks the input and runs the action. Throws DeskError: `bad-value` naming the field, and what the action throws. */
export function perform<Input, Output>(
  context: Context,
  action: Action<Input, Output>,
  input: NoInfer<Input>,
  options: PerformOptions = {},
): Done<Output> {
  const checked = action.input.safeParse(input);
  if (!checked.success) throw new DeskError('bad-value', 'bad-value', typedField(checked.error.issues[0]));
  const { dryRun = false } = options;
  return rehearsed(context, dryRun, (where) => {
    const work = (writing: Writing) => {
      const output = action.run(writing, where, checked.data);
      return { output, isEmpty: !dryRun && forgetIfEmpty(where.store, writing.action) };
    };
    const { action: id, result } = write(where.store, actorOf(where), action.id, work, { dryRun });
    return { action: result.isEmpty ? null : id, output: result.output };
  });
}

/** What is wrong with a field, by the name that somebody types: `symptom`, not `fields.own.symptom`. */
function typedField(issue: z.core.$ZodIssue | undefined): Problem['facts'] {
  const facts = wrongField(issue);
  return {
    ...facts,
    field: String(facts['field'])
      .replace(/^fields\.(?:own\.)?/, '')
      .replace(/\.(?:add|take)\.\d+$/, ''),
  };
}
