import type { Locale } from '../context.ts';
import type { Kind } from '../domain/case.ts';
import { belongsTo, CASE_FIELD_NAMES, type CaseFieldName, formOf } from '../domain/case-fields.ts';
import type { OwnFields } from '../domain/field-rows.ts';
import { readMoney } from '../domain/money.ts';
import type { Words } from './index.ts';
import { grouped } from './number.ts';
import { dateTime } from './time.ts';
import { valueName } from './value-words.ts';

/** The fields of the kind, and those of another kind that are filled all the same. */
export const fieldsShown = (own: OwnFields, kind: Kind): CaseFieldName[] =>
  CASE_FIELD_NAMES.filter((name) => belongsTo(name, kind) || isFilled(own, name));

export const isFilled = (own: OwnFields, name: CaseFieldName): boolean =>
  formOf(name) === 'lines' ? own.steps.length > 0 : own.values[name] !== undefined;

/** What a field says, line by line: steps with their times, a stage with when it was reached; empty where nothing does. */
export function sayField(words: Words, own: OwnFields, name: CaseFieldName, locale: Locale, now: number): string[] {
  if (formOf(name) === 'lines') return own.steps.map(({ at, text }) => `${dateTime(locale, at, now)}  ${text}`);
  const value = own.values[name];
  if (value === undefined) return [];
  if (formOf(name) === 'stage') return [sayStage(words, own, value, locale, now)];
  const money = formOf(name) === 'amount' ? readMoney(value) : null;
  if (money !== null) return [`${grouped(money.amount)} ${money.currency}`];
  return valueName(words, name, value).split('\n');
}

/** In one line: a stage without those before it, of the steps how many and the last. */
export function sayShortly(words: Words, own: OwnFields, name: CaseFieldName, locale: Locale, now: number): string {
  if (formOf(name) === 'lines') return words.own.steps(own.steps.length, own.steps.at(-1)?.text ?? '');
  const only = own.reached.filter(({ stage }) => stage === own.values.stage);
  return sayField(words, { ...own, reached: only }, name, locale, now).join(' ');
}

/** `repaired, Thu 12 Mar, 9:00 (received Mon 9 Mar, 14:00)`. */
function sayStage(words: Words, { reached }: OwnFields, stage: string, locale: Locale, now: number): string {
  const called = (one: string): string => valueName(words, 'stage', one);
  const since = reached.find((one) => one.stage === stage);
  const before = reached.filter((one) => one.stage !== stage);
  const told = before.map((one) => `${called(one.stage)} ${dateTime(locale, one.at, now)}`).join(' · ');
  const here = since === undefined ? called(stage) : `${called(stage)}, ${dateTime(locale, since.at, now)}`;
  return told === '' ? here : `${here} (${told})`;
}
