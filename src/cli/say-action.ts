import type { DoneAction } from '../actions/read-cases.ts';
import type { Words } from '../i18n/index.ts';
import { changesTold } from '../i18n/value-words.ts';

/** A stored verb's name; what no word is known for is told as it is stored. */
export function verbName(words: Words, verb: string): string {
  const known = verb === 'template-put' ? 'template-set' : verb;
  return hasVerb(words, known) ? words.verbs[known].name : verb;
}

const hasVerb = (words: Words, verb: string): verb is keyof Words['verbs'] => Object.hasOwn(words.verbs, verb);

/** An action in a few words: `Change: status: solved, #42`. */
export function actionText(words: Words, { verb, facts }: DoneAction): string {
  const of = typeof facts['of'] === 'string' ? ` (${verbName(words, facts['of'])})` : '';
  const set = verb === 'set' || facts['of'] === 'set';
  const cases = Number(facts['cases'] ?? 0);
  const told = [
    typeof facts['what'] !== 'string' ? '' : set ? changesTold(words, facts['what']) : facts['what'],
    typeof facts['case'] === 'number' ? words.caseNumber(facts['case']) : cases > 1 ? words.cli.cases(cases) : '',
    typeof facts['messages'] === 'number' ? words.cli.mails(facts['messages']) : '',
  ].filter((one) => one !== '');
  const name = `${verbName(words, verb)}${of}`;
  return told.length === 0 ? name : `${name}: ${told.join(', ')}`;
}
