import type { Customer } from './customer.ts';

/** What of a customer can be learned from one who is merged into her. */
type Learnable = Pick<
  Customer,
  'givenName' | 'honorific' | 'language' | 'company' | 'segment' | 'segmentSince' | 'consent' | 'notes' | 'fields'
>;

/** One thing that a customer learned: a field, `fields.NAME` for one of the desk's own; what she had, and what she got. */
export interface Lesson {
  readonly field: string;
  readonly had: string | number | null;
  readonly got: string | number | null;
}

const OWN = 'fields.';
const PLAIN = ['givenName', 'honorific', 'language', 'company', 'segment', 'segmentSince', 'consent', 'notes'] as const;

/** What is known of one alone is known of both; a "no" to being contacted holds for both. */
export function taught(from: Learnable, into: Learnable): Learnable {
  const notes = [into.notes, from.notes].filter((text, at, all) => text !== '' && all.indexOf(text) === at).join('\n');
  return {
    givenName: into.givenName ?? from.givenName,
    honorific: into.honorific ?? from.honorific,
    language: into.language ?? from.language,
    company: into.company ?? from.company,
    segment: into.segment ?? from.segment,
    segmentSince: into.segment === null ? from.segmentSince : into.segmentSince,
    consent: from.consent === 'no' ? 'no' : (into.consent ?? from.consent),
    ...{ notes, fields: { ...from.fields, ...into.fields } },
  };
}

/** The differences, one by one. */
export function lessonsBetween(before: Learnable, after: Learnable): Lesson[] {
  const plain = PLAIN.map((field) => ({ field, had: before[field], got: after[field] }));
  const names = Object.keys(after.fields);
  const own = names.map((name) => ({
    field: `${OWN}${name}`,
    had: before.fields[name] ?? null,
    got: after.fields[name] ?? null,
  }));
  return [...plain, ...own].filter(({ had, got }) => had !== got);
}

/** Without the lesson, where it still stands as it was learned; what was changed since stays. */
export function unlearned<One extends Learnable>(now: One, { field, had, got }: Lesson): One {
  if (field === 'notes')
    return { ...now, notes: withoutLines(now.notes, addedTo(String(had ?? ''), String(got ?? ''))) };
  if (field.startsWith(OWN)) {
    const name = field.slice(OWN.length);
    if (now.fields[name] !== got) return now;
    const { [name]: _gone, ...rest } = now.fields;
    return { ...now, fields: had === null ? rest : { ...rest, [name]: String(had) } };
  }
  const plain = PLAIN.find((one) => one === field);
  return plain === undefined || now[plain] !== got ? now : { ...now, [plain]: had };
}

/** The lesson as it stands when another, of which it was made in part, is unlearned; null: nothing is left of it. */
export function lessonWithout(lesson: Lesson, other: Lesson): Lesson | null {
  if (lesson.field !== other.field) return lesson;
  if (lesson.field !== 'notes') return lesson.got === other.got ? null : lesson;
  const had = String(lesson.had ?? '');
  const part = addedTo(String(other.had ?? ''), String(other.got ?? ''));
  const left = withoutLines(addedTo(had, String(lesson.got ?? '')), part);
  return left === '' ? null : { ...lesson, got: had === '' ? left : `${had}\n${left}` };
}

const addedTo = (had: string, got: string): string => got.slice(had.length).replace(/^\n/, '');
const withoutLines = (text: string, lines: string): string =>
  lines === '' ? text : `\n${text}\n`.replace(`\n${lines}\n`, () => '\n').slice(1, -1);
