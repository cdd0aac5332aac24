import type { DoneAction } from '../../actions/read-cases.ts';
import type { Locale } from '../../context.ts';
import { wordsFor } from '../../i18n/index.ts';

/** What an action did, in a few words: `reply #42`, `change 12 cases: status=solved`. */
export function describeDone(action: Pick<DoneAction, 'verb' | 'facts'>, locale: Locale): string {
  const { tui } = wordsFor(locale);
  const name = (verb: string): string => Object.entries(tui.actionNames).find(([id]) => id === verb)?.[1] ?? verb;
  const { case: number, cases, what, of } = action.facts;
  const about =
    number !== null && number !== undefined
      ? `#${number}`
      : typeof cases === 'number' && cases > 1
        ? tui.inCases(cases)
        : '';
  const verb = of === undefined || of === null ? name(action.verb) : `${name(action.verb)}: ${name(String(of))}`;
  return [verb, about, what === null || what === undefined || what === '' ? '' : String(what)]
    .filter((part) => part !== '')
    .join(' ');
}
