import type { Words } from './index.ts';
import { named } from './say.ts';
import { changesTold } from './value-words.ts';

/** What the store keeps of an action: its verb, and what it says about itself. */
interface Kept {
  readonly verb: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** What an action is called by the verb that is kept; what no word is known for is told as it is kept. */
export const actionName = (words: Words, verb: string): string => named(words.actionNames, verb);

/** An action in a few words: `change #42: status: solved`, `undo (import) 12 cases, 40 mails`, `import: 2 templates`. */
export function actionText(words: Words, { verb, facts }: Kept): string {
  const { of, what } = facts;
  const name = `${actionName(words, verb)}${typeof of === 'string' ? ` (${actionName(words, of)})` : ''}`;
  const set = verb === 'set' || of === 'set';
  const told = typeof what !== 'string' ? '' : set ? changesTold(words, what) : what;
  const about = whatItIsAbout(words, facts);
  const rest = facts['forgotten'] === 1 ? ` ${words.forgetting.action}` : '';
  if (about === '') return `${name}${told === '' ? '' : `: ${told}`}${rest}`;
  return `${name} ${about}${told === '' ? '' : `: ${told}`}${rest}`;
}

const COUNTED = ['cases', 'mails', 'templates', 'customers', 'settings'] as const;

function whatItIsAbout(words: Words, facts: Kept['facts']): string {
  if (typeof facts['case'] === 'number') return words.caseNumber(facts['case']);
  const counted: Kept['facts'] = { ...facts, mails: facts['messages'] ?? 0 };
  return COUNTED.filter((one) => Number(counted[one] ?? 0) > 0)
    .map((one) => words.counts[one](Number(counted[one])))
    .join(', ');
}
