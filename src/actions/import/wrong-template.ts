import { DeskError } from '../../domain/errors.ts';
import type { RecordTemplate } from '../../domain/incoming.ts';
import type { Expectation, Problem } from '../../domain/problem.ts';
import { wrongField } from '../../intake/expected.ts';
import { fieldTyped } from '../field-values.ts';
import { templateInput } from '../templates.ts';

/** Which field of a template in an import cannot be used, as facts of a problem; null: all can. `now` in ms. */
export function wrongTemplate(template: Omit<RecordTemplate, 'type' | 'used'>, now: number): Problem['facts'] | null {
  const issue = templateInput.safeParse(template).error?.issues[0];
  if (issue !== undefined) return wrongField(issue);
  const wrong = Object.entries(template.set).map(([key, value]) => wrongSetting(key, value, now));
  return wrong.find((facts) => facts !== null) ?? null;
}

function wrongSetting(key: string, value: string, now: number): Problem['facts'] | null {
  try {
    fieldTyped(key, value, now);
    return null;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    // a date that has passed was right when the template was written
    if (error.what === 'bad-snooze') return null;
    const field = `set.${key}`;
    const values = error.facts['allowed'];
    return values === undefined
      ? { field, expected: 'other' satisfies Expectation }
      : { field, expected: 'one-of' satisfies Expectation, values: String(values) };
  }
}
