import type { Context } from '../context.ts';
import { CHANNELS, KINDS, MOODS, PRIORITIES, type Snooze, STATUSES, TOPICS } from '../domain/case.ts';
import { CASE_FIELD_NAMES, formOf, isCaseField } from '../domain/case-fields.ts';
import { DeskError } from '../domain/errors.ts';
import type { FieldChange, LinesChange } from '../domain/field-rows.ts';
import { nearest } from '../domain/query.ts';
import { parseDay, parseSpan } from '../domain/span.ts';
import { HOURS } from '../domain/when/lexeme.ts';
import { parseWhen } from '../domain/when/parse-when.ts';
import { valueKept } from './own-fields.ts';
import type { CaseFields } from './set-case.ts';

const FIELDS = [
  'subject',
  'status',
  'priority',
  'kind',
  'topic',
  'mood',
  'channel',
  'product',
  'department',
  'snooze',
  ...CASE_FIELD_NAMES,
] as const;

/** The clock by which a date is read that is typed. */
export type TypedAt = Pick<Context, 'now' | 'zone'>;

/** One field as it is typed, or as a template keeps it; throws `unknown-field`, `bad-field-value`, `bad-snooze`. */
export function fieldTyped(key: string, value: string, at: TypedAt): CaseFields {
  switch (key) {
    case 'status':
      return { status: choice(key, value, STATUSES) };
    case 'priority':
      return { priority: choice(key, value, PRIORITIES) };
    case 'kind':
      return { kind: choice(key, value, KINDS) };
    case 'channel':
      return { channel: choice(key, value, CHANNELS) };
    case 'topic':
      return { topic: isNone(value) ? null : choice(key, value, TOPICS) };
    case 'mood':
      return { mood: isNone(value) ? null : choice(key, value, MOODS) };
    case 'product':
      return { product: isNone(value) ? null : value };
    case 'department':
      return { department: isNone(value) ? null : value };
    case 'subject':
      return { subject: value };
    case 'snooze':
      return { snooze: snoozeTyped(value, at) };
    default:
      if (isCaseField(key)) return { own: { [key]: isNone(value) ? null : valueKept(key, value) } };
      throw new DeskError('usage', 'unknown-field', { field: key, nearest: nearest(key, [...FIELDS, 'tags']) });
  }
}

/** `steps+=…` and `steps-=…`: a line that comes or goes; null where the field has no lines. */
export function linesTyped(key: string, sign: '+=' | '-=', value: string): CaseFields | null {
  if (!isCaseField(key) || formOf(key) !== 'lines' || value.trim() === '') return null;
  return { own: { [key]: sign === '+=' ? { add: value.split('\n') } : { take: [value.trim()] } } };
}

/** Both; what the second says of a field counts, and lines that come and go are told together. */
export function withFields(fields: CaseFields, more: CaseFields): CaseFields {
  if (fields.own === undefined || more.own === undefined) return { ...fields, ...more };
  const own = { ...fields.own, ...more.own };
  for (const name of CASE_FIELD_NAMES) {
    const [one, other] = [fields.own[name], more.own[name]];
    if (isOfLines(one) && isOfLines(other))
      own[name] = {
        add: [...(one.add ?? []), ...(other.add ?? [])],
        take: [...(one.take ?? []), ...(other.take ?? [])],
      };
  }
  return { ...fields, ...more, own };
}

const isOfLines = (change: FieldChange | undefined): change is LinesChange =>
  typeof change === 'object' && change !== null;

const isNone = (value: string): boolean => /^(none)?$/i.test(value.trim());

/** The value if it is one of the choices, in any case of letters; throws `bad-field-value`, naming them. */
export function choice<Value extends string>(field: string, value: string, choices: readonly Value[]): Value {
  const found = choices.find((one) => one === value.trim().toLowerCase());
  if (found === undefined)
    throw new DeskError('usage', 'bad-field-value', { field, value, allowed: choices.join(', ') });
  return found;
}

/**
 * `until:2026-12-01`, `firm:3d`, `reply`, `none`, or a time in words, as `parseWhen` reads it; a plain date is `until`. A
 * date means the morning of that day.
 */
function snoozeTyped(text: string, typedAt: TypedAt): Snooze | null {
  if (isNone(text)) return null;
  const typed = text.trim().toLowerCase();
  if (typed === 'reply') return { mode: 'reply', until: null };
  const [, named, when = ''] = /^(?:(until|firm):)?(.+)$/s.exec(typed) ?? [];
  const now = typedAt.now();
  const span = parseSpan(when);
  // a full ISO 8601 moment, a day (its morning, as in the screens) or a span; Date.parse alone takes "3" for March 2001
  const moment = /^\d{4}-\d{2}-\d{2}t/.test(when) ? Date.parse(when.toUpperCase()) : Number.NaN;
  const day = parseDay(when, now);
  const until =
    span !== null
      ? now + span
      : day !== null
        ? new Date(day.from).setHours(HOURS.morning, 0, 0, 0)
        : Number.isFinite(moment)
          ? moment
          : (parseWhen(when, now, { zone: typedAt.zone(), bareDay: HOURS.morning })?.at ?? Number.NaN);
  if (!Number.isFinite(until) || until <= now) throw new DeskError('usage', 'bad-snooze', { value: text });
  return { mode: named === 'firm' ? 'firm' : 'until', until };
}

/** What a template sets is read for no moment of its own: a date that is over is told when the template is used. */
export const ANY_TIME: TypedAt = { now: () => 0, zone: () => 'UTC' };

/** Can all of this be set? */
export function isSettable(typed: Readonly<Record<string, string>>): boolean {
  try {
    keptFields(typed);
    return true;
  } catch (error) {
    if (error instanceof DeskError) return false;
    throw error;
  }
}

/**
 * What a template sets, as it is kept: names in lower case, `none` for what is taken away; a snooze stays as it was typed,
 * because `until:3d` counts from each use. Throws as `fieldTyped`.
 */
export function keptFields(typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]): [string, string] => {
      const key = name.toLowerCase();
      const { own, ...plain } = fieldTyped(key, value, ANY_TIME);
      const [read] = Object.values(own ?? plain);
      return [key, read === null ? 'none' : typeof read === 'string' ? read : value.trim().toLowerCase()];
    }),
  );
}

/** The fields that a template sets when it is used now; throws as `fieldTyped`. */
export function fieldsKept(kept: Readonly<Record<string, string>>, at: TypedAt): CaseFields {
  return Object.entries(kept).reduce<CaseFields>(
    (fields, [key, value]) => withFields(fields, fieldTyped(key, value, at)),
    {},
  );
}
