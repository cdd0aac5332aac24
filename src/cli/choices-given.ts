import { choice } from '../actions/field-values.ts';

/**
 * Several of the choices between commas, as an option gives them; the word for none or all of them is an empty list, and an
 * option that was not given is undefined. Throws `bad-field-value`, naming the choices.
 */
export function choicesGiven<Value extends string>(
  option: string,
  typed: string | undefined,
  choices: readonly Value[],
  empty: string,
): Value[] | undefined {
  if (typed === undefined) return undefined;
  if (typed.trim().toLowerCase() === empty) return [];
  return typed.split(',').map((one) => choice(option, one, choices));
}
