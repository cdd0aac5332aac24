import type { DoneAction } from '../../actions/read-cases.ts';
import type { SetCaseInput } from '../../actions/set-case.ts';
import type { Locale } from '../../context.ts';
import type { Snooze } from '../../domain/case.ts';
import { type Words, wordsFor } from '../../i18n/index.ts';
import { dateTime } from '../../i18n/time.ts';
import { changesTold, fieldName, valueName } from '../../i18n/value-words.ts';

/** What an action did, in a few words: `reply #42`, `change 12 cases: status=solved`. */
export function describeDone(action: Pick<DoneAction, 'verb' | 'facts'>, locale: Locale): string {
  const words = wordsFor(locale);
  const { tui } = words;
  const name = (verb: string): string => Object.entries(tui.actionNames).find(([id]) => id === verb)?.[1] ?? verb;
  const { case: number, cases, what, of } = action.facts;
  const about =
    number !== null && number !== undefined
      ? `#${number}`
      : typeof cases === 'number' && cases > 1
        ? tui.inCases(cases)
        : '';
  const verb = of === undefined || of === null ? name(action.verb) : `${name(action.verb)}: ${name(String(of))}`;
  const said = what === null || what === undefined ? '' : String(what);
  return [verb, about, action.verb === 'set' || of === 'set' ? changesTold(words, said) : said]
    .filter((part) => part !== '')
    .join(' ');
}

/** What was set, in the agent's words: `status: solved, +vip`. */
export function describeChange(input: Change, locale: Locale, now: number): string {
  const words = wordsFor(locale);
  const { snooze, ...plain } = input.fields;
  const told = Object.entries(plain).map(
    ([field, value]) =>
      `${fieldName(words, field)}: ${value === null || value === undefined ? words.none : valueName(words, field, value)}`,
  );
  if (snooze !== undefined) told.push(`${words.fields.snooze}: ${snoozeName(words, snooze, locale, now)}`);
  return [...told, ...input.addTags.map((tag) => `+${tag}`), ...input.removeTags.map((tag) => `-${tag}`)].join(', ');
}

type Change = Pick<SetCaseInput, 'fields' | 'addTags' | 'removeTags'>;

function snoozeName(words: Words, snooze: Snooze | null, locale: Locale, now: number): string {
  if (snooze === null) return words.none;
  return snooze.until === null ? words.snoozeModes.reply : dateTime(locale, snooze.until, now);
}
