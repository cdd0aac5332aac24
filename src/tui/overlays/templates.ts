import { bodyFor, type Template } from '../../domain/template.ts';
import { fold } from '../../text/fold.ts';

/** Templates that hold every word typed in their name, title, tags or text; by name first, then by use. */
export function matchTemplates(templates: readonly Template[], typed: string): Template[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const scored = templates.flatMap((template) => {
    const name = fold(`${template.name} ${template.title} ${template.tags.join(' ')}`);
    const all = `${name} ${fold(Object.values(template.bodies).join(' '))}`;
    if (!wanted.every((word) => all.includes(word))) return [];
    return [{ template, score: wanted.every((word) => name.includes(word)) ? 0 : 1 }];
  });
  return scored
    .sort(
      (a, b) => a.score - b.score || b.template.used - a.template.used || (a.template.name < b.template.name ? -1 : 1),
    )
    .map((one) => one.template);
}

/** The words of a template for the picker's preview. */
export const previewOf = (template: Template, languages: readonly (string | null)[]): string =>
  bodyFor(template, languages)?.body ?? '';
