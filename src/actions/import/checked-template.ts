import type * as z from 'zod';
import { DeskError } from '../../domain/errors.ts';
import type { RecordTemplate } from '../../domain/incoming.ts';
import type { Expectation, Problem } from '../../domain/problem.ts';
import { wrongField } from '../../intake/expected.ts';
import { keptFields } from '../field-values.ts';
import { templateInput } from '../templates.ts';

type Checked =
  | { readonly ready: z.infer<typeof templateInput>; readonly wrong: null }
  | { readonly ready: null; readonly wrong: Problem['facts'] };

/** A template of an import as it is kept, or the first of its fields that cannot be used, as facts of a problem. */
export function checkedTemplate(template: Omit<RecordTemplate, 'type' | 'used'>): Checked {
  const checked = templateInput.safeParse(template);
  if (checked.success) return { ready: checked.data, wrong: null };
  const [issue] = checked.error.issues;
  const setting = issue?.path[0] === 'set' ? wrongSetting(template.set) : null;
  return { ready: null, wrong: setting ?? wrongField(issue) };
}

/** The schema says that something cannot be set; the rule itself says which, and what could be. */
function wrongSetting(set: Readonly<Record<string, string>>): Problem['facts'] | null {
  for (const [key, value] of Object.entries(set))
    try {
      keptFields({ [key]: value });
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      const values = error.facts['allowed'];
      const expected: Expectation = values === undefined ? 'other' : 'one-of';
      return { field: `set.${key}`, expected, values: String(values ?? '') };
    }
  return null;
}
