import type { Problem } from '../domain/problem.ts';
import type { Words } from './index.ts';

/** What could not be read or filed, in the agent's language. May hold text of strangers: clean it before it is shown. */
export const sayProblem = (words: Words, { code, facts }: Problem): string => words.problems[code](facts);
