import { tagNames } from '../actions/assignments.ts';
import { type CustomerFields, type CustomerSet, NO_CHANGE } from '../actions/customers.ts';
import { choice } from '../actions/field-values.ts';
import { CONSENTS, type PointKind, SEGMENTS } from '../domain/customer.ts';
import { DeskError } from '../domain/errors.ts';
import { nearest } from '../domain/query.ts';

const TEXTS = ['name', 'givenName', 'honorific', 'language', 'company'] as const;
const FIELDS = [...TEXTS, 'segment', 'internal', 'consent', 'notes', 'tags', 'emails', 'phones', 'handles', 'fields.'];
const POINTS: Readonly<Record<string, PointKind>> = { email: 'email', phone: 'phone', handle: 'handle' };

type Changes = Omit<CustomerSet, 'customer'>;

/** Reads `field=value tags+=x phones-=y fields.z=…`; throws `bad-assignment`, `unknown-customer-field`, `bad-field-value`. */
export function customerAssignments(words: readonly string[]): Changes {
  return words.reduce<Changes>(assigned, NO_CHANGE);
}

function assigned(so: Changes, word: string): Changes {
  const match = /^(\p{L}+(?:-\p{L}+)*(?:\.[^=]+?)?)(\+=|-=|=)(.*)$/su.exec(word);
  if (match === null) throw new DeskError('usage', 'bad-assignment', { text: word });
  const [, name = '', sign, value = ''] = match;
  const key = name.toLowerCase().replace(/-/g, '');
  const own = /^fields\.(.+)$/.exec(name)?.[1];
  if (own !== undefined && sign === '=') return { ...so, own: { ...so.own, [own]: isNone(value) ? null : value } };
  const many = key.replace(/s$/, '');
  const kind = POINTS[many];
  if ((kind !== undefined || many === 'tag') && sign === '=')
    throw new DeskError('usage', 'bad-assignment', { text: word });
  if (many === 'tag') {
    const tags = tagNames(value);
    return sign === '+='
      ? { ...so, addTags: [...so.addTags, ...tags] }
      : { ...so, removeTags: [...so.removeTags, ...tags] };
  }
  if (kind !== undefined) {
    const points = value.split(',').map((one) => ({ kind, value: one.trim() }));
    return sign === '+='
      ? { ...so, addPoints: [...so.addPoints, ...points] }
      : { ...so, removePoints: [...so.removePoints, ...points] };
  }
  if (sign !== '=') throw new DeskError('usage', 'bad-assignment', { text: word });
  return { ...so, fields: { ...so.fields, ...fieldOf(key, value) } };
}

const isNone = (value: string): boolean => /^(none)?$/i.test(value.trim());

/** One field as it is typed: also how a table of customers writes it. */
function fieldOf(key: string, value: string): CustomerFields {
  const text = TEXTS.find((one) => one.toLowerCase() === key);
  if (text === 'name') return { name: value };
  if (text !== undefined) return { [text]: isNone(value) ? null : value.trim() };
  switch (key) {
    case 'segment':
      return { segment: isNone(value) ? null : choice(key, value, SEGMENTS) };
    case 'consent':
      return { consent: isNone(value) ? null : choice(key, value, CONSENTS) };
    case 'internal':
      return { internal: choice(key, value, ['yes', 'no']) === 'yes' };
    case 'notes':
      return { notes: isNone(value) ? '' : value };
    default:
      throw new DeskError('usage', 'unknown-customer-field', { field: key, nearest: nearest(key, FIELDS) });
  }
}
