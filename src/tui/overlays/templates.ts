import { bodyFor, type Template } from '../../domain/template.ts';
import { fold } from '../../text/fold.ts';

/** Templates that hold every word typed: in the name, title or tags first, then as it stands in the text, then by use. */
export function matchTemplates(templates: readonly Template[], typed: string): Template[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const scored = templates.flatMap((template) => {
    const name = fold(`${template.name} ${template.title} ${template.tags.join(' ')}`);
    const all = `${name} ${fold(Object.values(template.bodies).join(' '))}`;
    if (!wanted.every((word) => all.includes(word))) return [];
    const score = wanted.every((word) => name.includes(word)) ? 0 : all.includes(wanted.join(' ')) ? 1 : 2;
    return [{ template, score }];
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
