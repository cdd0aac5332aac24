import type { Context, PageFile } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import type { Template } from '../domain/template.ts';
import { parseTemplateFile } from './template-file.ts';

/** The template in a file that belongs to the plans, or null where there is none of this name. Throws `template-file`. */
export function templateOfPlans(context: Context, name: string): Template | null {
  const page = context.pages('plans/templates').find((one) => one.name === name);
  return page === undefined ? null : templateOf(page);
}

/** The same, and null also where the file cannot be read. */
export function readableTemplateOfPlans(context: Context, name: string): Template | null {
  try {
    return templateOfPlans(context, name);
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
}

/** The names that plans can give their follow-ups beside those of the saved replies. */
export const planTemplateNames = (context: Context): string[] =>
  context.pages('plans/templates').map(({ name }) => name);

/** By the name of its file, which is what a plan names. */
function templateOf({ name, path, text }: PageFile): Template {
  const { title = name, tags = [], bodies = {}, set = {}, addTags = [] } = parseTemplateFile(path, text, 'en');
  return { name, title, tags, bodies, set, addTags, used: 0 };
}
