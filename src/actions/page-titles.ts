import type { Context } from '../context.ts';
import type { PageTitles } from '../domain/playbook/page.ts';
import { readDepartments, readPlaybooks } from './read-pages.ts';

/** What the steps of playbooks are called. */
export const stepTitles = (context: Context): PageTitles =>
  Object.fromEntries(
    readPlaybooks(context).good.flatMap(({ value: { name, steps } }) =>
      steps.map(({ id, titles, kind }) => [`${name}/${id}`, { titles, tries: kind === 'try' }] as const),
    ),
  );

/** What the departments are called. */
export const departmentTitles = (context: Context): PageTitles =>
  Object.fromEntries(
    readDepartments(context).good.map(({ value: { name, titles } }) => [name, { titles, tries: false }] as const),
  );

/** What a case's or a customer's story names; the files are read only where it names any. */
export const titlesFor = (
  context: Context,
  names: { readonly steps: boolean; readonly departments: boolean },
): PageTitles => ({
  ...(names.steps ? stepTitles(context) : {}),
  ...(names.departments ? departmentTitles(context) : {}),
});
