import { DeskError } from '../domain/errors.ts';
import { isTag } from '../domain/tag.ts';
import { fieldTyped, linesTyped, type TypedAt, withFields } from './field-values.ts';
import type { CaseFields } from './set-case.ts';

/** What `field=value tags+=x tags-=y` says. */
export interface Assignments {
  readonly fields: CaseFields;
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
}

/** Does the word look like an assignment, and not like a case number? */
export const isAssignment = (word: string): boolean => /^[^=]*=/.test(word);

/** Reads assignments; throws `bad-assignment`, `unknown-field`, `bad-field-value`, `bad-snooze`, `bad-tag`. */
export function parseAssignments(words: readonly string[], at: TypedAt): Assignments {
  let fields: CaseFields = {};
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
    } else {
      const said = sign === '+=' || sign === '-=' ? linesTyped(key, sign, value) : fieldTyped(key, value, at);
      if (said === null) throw new DeskError('usage', 'bad-assignment', { text: word });
      fields = withFields(fields, said);
    }
  }
  return { fields, addTags, removeTags };
}

/** The tags in a list with commas; throws `bad-tag`. */
export function tagNames(value: string): string[] {
  const names = value.split(',').map((one) => one.trim());
  const bad = names.find((one) => !isTag(one));
  if (bad !== undefined) throw new DeskError('usage', 'bad-tag', { tag: bad });
  return names;
}
