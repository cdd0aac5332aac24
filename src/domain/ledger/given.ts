import { promiseStands } from '../commitment.ts';
import { inOrder, type OptionAnswer, type PromiseFact } from './facts.ts';
import { type Sign, signIn } from './mark.ts';

/** A promise that was kept or broken; broken on the first date that had gone by. */
export function promiseSigns(promise: PromiseFact, now: number): Sign[] {
  const stands = promiseStands(promise, now);
  if (stands !== 'kept' && stands !== 'broken') return [];
  const { id, case: number, at, doneAt, missedAt } = promise;
  const when = stands === 'kept' ? (doneAt ?? at) : (missedAt ?? at);
  return [{ rule: `promise-${stands}`, at: when, case: number, entry: null, commitment: id, what: id }];
}

/** Options that the customer took: one mark for each in a case, if the last answer to it was yes. */
export function optionSigns(answers: readonly OptionAnswer[]): Sign[] {
  const taken = new Map<string, Sign>();
  for (const { at, case: number, option, answer } of inOrder(answers)) {
    const sign = signIn('option-taken', { number }, at, null, option);
    const one = `${number}:${option}`;
    if (answer === 'refused') taken.delete(one);
    else if (!taken.has(one)) taken.set(one, sign);
  }
  return [...taken.values()];
}
