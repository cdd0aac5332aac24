import { DeskError } from '../domain/errors.ts';
import type { Template } from '../domain/template.ts';
import { parseAssignments } from './assignments.ts';

export type TemplateParts = Partial<Omit<Template, 'used'>>;

const VARIANT = /^--- ([a-z]{2,3}(?:-[A-Za-z0-9]+)*) ---$/;

/** Is this a whole template, and not only the text of one? */
export const isTemplateFile = (text: string): boolean => /^---\r?\n/.test(text);

/**
 * Reads a template file: front matter between two lines of `---` with `name`, `title`, `tags`, `set` (as in `desk set`),
 * then the texts, each under a line like `--- vi ---`; what stands before the first such line is in `language`.
 */
export function parseTemplateFile(path: string, content: string, language: string, now: number): TemplateParts {
  const lines = content.replace(/\r\n/g, '\n').split('\n');
  const end = lines.indexOf('---', 1);
  const fail = (problem: string): never => {
    throw new DeskError('bad-data', 'template-file', { path, problem });
  };
  if (end < 0) return fail('--- … ---');
  const head = new Map(
    lines
      .slice(1, end)
      .filter((line) => line.trim() !== '')
      .map((line): [string, string] => {
        const [, key = '', value = ''] = /^([a-z]+):\s*(.*)$/.exec(line) ?? fail(line);
        return [key, value.trim()];
      }),
  );
  const unknown = [...head.keys()].find((key) => !['name', 'title', 'tags', 'set', 'language'].includes(key));
  if (unknown !== undefined) return fail(`${unknown}:`);
  const bodies = bodiesOf(lines.slice(end + 1), head.get('language') ?? language);
  const listed = (key: string): string[] => (head.get(key) ?? '').split(/[\s,]+/).filter((one) => one !== '');
  return {
    ...part('name', head.get('name')),
    ...part('title', head.get('title')),
    ...(head.has('tags') ? { tags: listed('tags') } : {}),
    ...(head.has('set') ? templateSet(listed('set'), now) : {}),
    bodies,
  };
}

const part = (key: 'name' | 'title', value: string | undefined): TemplateParts =>
  value === undefined ? {} : { [key]: value };

function bodiesOf(lines: readonly string[], first: string): Record<string, string> {
  const bodies: Record<string, string> = {};
  let language = first;
  let text: string[] = [];
  const keep = (): void => {
    const body = text.join('\n').trim();
    if (body !== '') bodies[language] = body;
  };
  for (const line of lines) {
    const next = VARIANT.exec(line)?.[1];
    if (next === undefined) text.push(line);
    else {
      keep();
      language = next;
      text = [];
    }
  }
  keep();
  return bodies;
}

/** `status=pending tags+=x` as a template keeps it. */
export function templateSet(words: readonly string[], now: number): Pick<Template, 'set' | 'addTags'> {
  const { addTags, removeTags } = parseAssignments(words, now); // checks every field and value
  if (removeTags[0] !== undefined) throw new DeskError('usage', 'bad-assignment', { text: `tags-=${removeTags[0]}` });
  const fields = words.filter((word) => /^\p{L}+=/u.test(word));
  const pairs = fields.map((word): [string, string] => [
    word.slice(0, word.indexOf('=')).toLowerCase(),
    word.slice(word.indexOf('=') + 1),
  ]);
  return { set: Object.fromEntries(pairs), addTags };
}

/** The template as such a file; reading it again gives the same template. */
export function templateFile({ name, title, tags, set, addTags, bodies }: Template): string {
  const changes = [
    ...Object.entries(set).map(([key, value]) => `${key}=${value}`),
    ...addTags.map((tag) => `tags+=${tag}`),
  ];
  const head = [
    '---',
    `name: ${name}`,
    `title: ${title.replace(/\s+/g, ' ')}`,
    `tags: ${tags.join(' ')}`,
    `set: ${changes.join(' ')}`,
    '---',
  ];
  const texts = Object.entries(bodies).flatMap(([language, body]) => ['', `--- ${language} ---`, body]);
  return [...head, ...texts].join('\n');
}
