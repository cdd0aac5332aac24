import * as z from 'zod';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { nearest } from '../domain/query.ts';
import { isTemplateName, type Template } from '../domain/template.ts';
import type { Store } from '../store/open.ts';
import { allTemplates, findTemplate, putTemplate, removeTemplate } from '../store/templates.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';
import { isSettable, keptFields } from './field-values.ts';
import { tagName } from './set-case.ts';

/** The template with this name; throws `not-found`, naming the nearest one. */
export function getTemplate(store: Store, name: string): Template {
  const found = findTemplate(store, name);
  if (found !== null) return found;
  const names = allTemplates(store).map((template) => template.name);
  throw new DeskError('not-found', 'no-such-template', { name, nearest: nearest(name, names) });
}

/** All templates, by name. */
export const readTemplates = (context: Context): Template[] => allTemplates(context.store);

/** The template with this name; throws `not-found`, naming the nearest one. */
export const readTemplate = (context: Context, name: string): Template => getTemplate(context.store, name);

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
  run: (writing, _context, { template, isNew }) => {
    const before = findTemplate(writing.store, template.name);
    if (isNew && before !== null) throw new DeskError('cannot-create', 'template-exists', { name: template.name });
    if (!isNew) getTemplate(writing.store, template.name);
    describeAction(writing, { what: template.name });
    return { changed: putTemplate(writing, template) };
  },
};

export const removeTemplateAction: Action<{ name: string }, Template> = {
  id: 'template-remove',
  input: z.strictObject({ name: z.string() }),
  run: (writing, _context, { name }) => {
    const found = getTemplate(writing.store, name);
    removeTemplate(writing, name);
    describeAction(writing, { what: name });
    return found;
  },
};
