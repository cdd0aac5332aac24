import { perform as act } from '../actions/action.ts';
import { asWrittenFirst, newCase } from '../actions/new-case.ts';
import type { Context } from '../context.ts';
import type { Effect } from './effects.ts';

/** A case that is opened by hand: somebody calls. */
const AS_CALLED = { kind: 'service', channel: 'phone' } as const;

/** Opens a case, as for a call or as for what we write first, and gives its number; throws DeskError. */
export function openNewCase(
  context: Context,
  { customer, subject, begins }: Extract<Effect, { do: 'new-case' }>,
): number {
  const how = begins === null ? AS_CALLED : asWrittenFirst(context, customer);
  return act(context, newCase, { customer, subject, ...how }).output.number;
}
