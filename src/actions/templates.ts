import * as z from 'zod';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { nearest } from '../domain/query.ts';
import { isTemplateName, type Template } from '../domain/template.ts';
import { allTemplates, findTemplate, putTemplate, removeTemplate } from '../store/templates.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';
import { isSettable, keptFields } from './field-values.ts';
import { tagName } from './set-case.ts';
import { planTemplateNames, readableTemplateOfPlans, templateOfPlans } from './template-pages.ts';

/**
 * The template with this name, a saved one before one that came with the plans; throws `not-found`, naming the nearest, and
 * `template-file` where the plans' file cannot be read.
 */
export function getTemplate(context: Context, name: string): Template {
  const found = findTemplate(context.store, name) ?? templateOfPlans(context, name);
  if (found !== null) return found;
  throw noSuchTemplate(context, name, planTemplateNames(context));
}

/** The template that a draft was begun with, or null where it is gone by now. */
export const templateOfDraft = (context: Context, name: string | null): Template | null =>
  name === null ? null : (findTemplate(context.store, name) ?? readableTemplateOfPlans(context, name));

/** The saved template with this name; throws `not-found`, naming the nearest one. */
export function getSavedTemplate(context: Context, name: string): Template {
  const found = findTemplate(context.store, name);
  if (found !== null) return found;
  throw noSuchTemplate(context, name, []);
}

function noSuchTemplate(context: Context, name: string, more: readonly string[]): DeskError {
  const names = [...allTemplates(context.store).map((template) => template.name), ...more];
  return new DeskError('not-found', 'no-such-template', { name, nearest: nearest(name, names) });
}

/** All saved templates, by name. */
export const readTemplates = (context: Context): Template[] => allTemplates(context.store);

export const templateInput = z.strictObject({
  name: z.string().refine(isTemplateName),
  title: z.string(),
  tags: z.array(z.string()),
  bodies: z
    .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), z.string().min(1))
    .refine((bodies) => Object.keys(bodies).length > 0),
  set: z.record(z.string(), z.string()).refine(isSettable).transform(keptFields),
  addTags: z.array(tagName),
});

/** Adds a template (`isNew`) or changes one. */
export const putTemplateAction: Action<
  { template: z.infer<typeof templateInput>; isNew: boolean },
  { changed: boolean }
> = {
  id: 'template-put',
  input: z.strictObject({ template: templateInput, isNew: z.boolean() }),
  run: (writing, context, { template, isNew }) => {
    const before = findTemplate(writing.store, template.name);
    if (isNew && before !== null) throw new DeskError('cannot-create', 'template-exists', { name: template.name });
    if (!isNew) getTemplate(context, template.name);
    describeAction(writing, { what: template.name });
    return { changed: putTemplate(writing, template) };
  },
};

export const removeTemplateAction: Action<{ name: string }, Template> = {
  id: 'template-remove',
  input: z.strictObject({ name: z.string() }),
  run: (writing, context, { name }) => {
    const found = getSavedTemplate(context, name);
    removeTemplate(writing, name);
    describeAction(writing, { what: name });
    return found;
  },
};
