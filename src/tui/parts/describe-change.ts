import type { SetCaseInput } from '../../actions/set-case.ts';
import type { Locale } from '../../context.ts';
import type { Snooze } from '../../domain/case.ts';
import type { FieldChange } from '../../domain/field-rows.ts';
import { type Words, wordsFor } from '../../i18n/index.ts';
import { dateTime } from '../../i18n/time.ts';
import { fieldName, valueName } from '../../i18n/value-words.ts';

/** What was set, in the agent's words: `status: solved, +vip`. */
export function describeChange(input: Change, locale: Locale, now: number): string {
  const words = wordsFor(locale);
  const { snooze, own = {}, ...plain } = input.fields;
  const told = Object.entries(plain).map(
    ([field, value]) =>
      `${fieldName(words, field)}: ${value === null || value === undefined ? words.none : valueName(words, field, value)}`,
  );
  for (const [field, change] of Object.entries(own)) told.push(ownTold(words, field, change));
  if (snooze !== undefined) told.push(`${words.fields.snooze}: ${snoozeName(words, snooze, locale, now)}`);
  return [...told, ...input.addTags.map((tag) => `+${tag}`), ...input.removeTags.map((tag) => `-${tag}`)].join(', ');
}

function ownTold(words: Words, field: string, change: FieldChange | undefined): string {
  const name = fieldName(words, field);
  if (change === null || change === undefined) return `${name}: ${words.none}`;
  if (typeof change === 'string') return `${name}: ${valueName(words, field, change)}`;
  const lines = [...(change.take ?? []).map((line) => `-${line}`), ...(change.add ?? []).map((line) => `+${line}`)];
  return `${name}: ${lines.join(', ')}`;
}

type Change = Pick<SetCaseInput, 'fields' | 'addTags' | 'removeTags'>;

function snoozeName(words: Words, snooze: Snooze | null, locale: Locale, now: number): string {
  if (snooze === null) return words.none;
  return snooze.until === null ? words.snoozeModes.reply : dateTime(locale, snooze.until, now);
}
