import type { CaseFields } from '../actions/set-case.ts';
import { CHANNELS, KINDS, MOODS, PRIORITIES, type Snooze, STATUSES, TOPICS } from '../domain/case.ts';
import { DeskError } from '../domain/errors.ts';
import { nearest } from '../domain/query.ts';
import { parseDay, parseSpan } from '../domain/span.ts';
import { isTag } from '../domain/tag.ts';

/** What `field=value tags+=x tags-=y` says. */
export interface Assignments {
  readonly fields: CaseFields;
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
}

/** Does the word look like an assignment, and not like a case number? */
export const isAssignment = (word: string): boolean => /^[^=]*=/.test(word);

/** Reads assignments; throws `bad-assignment`, `unknown-field`, `bad-field-value`, `bad-snooze`, `bad-tag`. */
export function parseAssignments(words: readonly string[], now: number): Assignments {
  const fields: CaseFields = {};
  const addTags: string[] = [];
  const removeTags: string[] = [];
  for (const word of words) {
    const match = /^(\p{L}+)(\+=|-=|=)(.*)$/su.exec(word);
    if (match === null) throw new DeskError('usage', 'bad-assignment', { text: word });
    const [, name = '', sign, value = ''] = match;
    const key = name.toLowerCase();
    if (key === 'tags' || key === 'tag') {
      if (sign === '=') throw new DeskError('usage', 'bad-assignment', { text: word });
      (sign === '+=' ? addTags : removeTags).push(...tagNames(value));
    } else if (sign !== '=') throw new DeskError('usage', 'bad-assignment', { text: word });
    else Object.assign(fields, oneField(key, value, now));
  }
  return { fields, addTags, removeTags };
}

function tagNames(value: string): string[] {
  const names = value.split(',').map((one) => one.trim());
  const bad = names.find((one) => !isTag(one));
  if (bad !== undefined) throw new DeskError('usage', 'bad-tag', { tag: bad });
  return names;
}

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
] as const;

function oneField(key: string, value: string, now: number): CaseFields {
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
      return { snooze: parseSnooze(value, now) };
    default:
      throw new DeskError('usage', 'unknown-field', { field: key, nearest: nearest(key, [...FIELDS, 'tags']) });
  }
}

const isNone = (value: string): boolean => value === '' || value === 'none';

/** The value if it is one of the choices; throws `bad-field-value`, naming them. */
export function choice<Value extends string>(field: string, value: string, choices: readonly Value[]): Value {
  const found = choices.find((one) => one === value.toLowerCase());
  if (found === undefined)
    throw new DeskError('usage', 'bad-field-value', { field, value, allowed: choices.join(', ') });
  return found;
}

/** `until:2026-12-01`, `firm:3d`, `reply`, `none`; a plain date is `until`. A date means the morning of that day. */
export function parseSnooze(text: string, now: number): Snooze | null {
  if (isNone(text)) return null;
  if (text === 'reply') return { mode: 'reply', until: null };
  const [, named, when = ''] = /^(?:(until|firm):)?(.+)$/s.exec(text) ?? [];
  const span = parseSpan(when);
  // a full ISO 8601 moment, a day (its morning, as in the screens) or a span; Date.parse alone takes "3" for March 2001
  const moment = /^\d{4}-\d{2}-\d{2}T/.test(when) ? Date.parse(when) : Number.NaN;
  const day = parseDay(when, now);
  const until = span !== null ? now + span : day !== null ? new Date(day.from).setHours(8, 0, 0, 0) : moment;
  if (!Number.isFinite(until) || until <= now) throw new DeskError('usage', 'bad-snooze', { value: text });
  return { mode: named === 'firm' ? 'firm' : 'until', until };
}
