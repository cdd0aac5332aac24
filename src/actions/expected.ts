import { asDeskError } from '../store/sqlite-errors.ts';

/** What was caught, in our words where an agent can do something about it; anything else stays what it is: a bug. */
export const expected = (error: unknown): unknown => asDeskError(error);
