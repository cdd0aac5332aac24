import { DeskError } from '../domain/errors.ts';
import type { Template } from '../domain/template.ts';
import { type Clean, clean } from '../text/clean.ts';
import { parseAssignments } from './assignments.ts';
import { ANY_TIME, type TypedAt } from './field-values.ts';

export type TemplateParts = Partial<Omit<Template, 'used'>>;

/** The line above a text: its language, and whether it is written as a JSON string, because as it is it would not come back. */
const VARIANT = /^--- ([a-z]{2,3}(?:-[A-Za-z0-9]+)*)( as JSON)? ---$/;

/** Is this a whole template, and not only the text of one? */
export const isTemplateFile = (text: string): boolean => /^---\r?\n/.test(text);

/**
 * Reads a template file: front matter between two lines of `---` with `name`, `title`, `tags`, `set` (as in `desk set`),
 * then the texts, each under a line like `--- vi ---`; what stands before the first such line is in `language`. A value or
 * a word in double quotes is a JSON string, and so is a whole text under `--- vi as JSON ---`. Throws `template-file`.
 */
export function parseTemplateFile(path: string, content: string, language: string): TemplateParts {
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
  const worded = (key: string): string[] => wordsOf(head.get(key) ?? '') ?? fail(`${key}: ${head.get(key)}`);
  const unknown = [...head.keys()].find((key) => !['name', 'title', 'tags', 'set', 'language'].includes(key));
  if (unknown !== undefined) return fail(`${unknown}:`);
  const title = head.get('title');
  return {
    ...part('name', head.get('name')),
    ...part('title', title === undefined ? undefined : (fromJson(title) ?? title)),
    ...(head.has('tags') ? { tags: worded('tags') } : {}),
    ...(head.has('set')
      ? templateSet(worded('set'), ANY_TIME) /* what is over by now is still what the file says */
      : {}),
    bodies: bodiesOf(lines.slice(end + 1), head.get('language') ?? language, fail),
  };
}

const part = (key: 'name' | 'title', value: string | undefined): TemplateParts =>
  value === undefined ? {} : { [key]: value };

/** Words between blanks or commas; a piece in double quotes may hold both. Null where a quote has no end. */
function wordsOf(line: string): string[] | null {
  const words = line.match(/(?:[^\s,"]|"(?:[^"\\]|\\.)*")+|"/g) ?? [];
  const read = words.map((word) => {
    const at = word.indexOf('"');
    const quote = at < 0 ? '' : fromJson(word.slice(at));
    return quote === null ? null : at < 0 ? word : word.slice(0, at) + quote;
  });
  return read.every((word) => word !== null) ? read : null;
}

function bodiesOf(lines: readonly string[], first: string, fail: (problem: string) => never): Record<string, string> {
  const bodies: Record<string, string> = {};
  let language = first;
  let asJson = false;
  let text: string[] = [];
  const keep = (): void => {
    const written = text.join('\n').trim();
    const body = asJson ? (fromJson(written) ?? fail(`--- ${language} as JSON ---`)) : written;
    if (body !== '') bodies[language] = body;
  };
  for (const line of lines) {
    const [, next, json] = VARIANT.exec(line) ?? [];
    if (next === undefined) text.push(line);
    else {
      keep();
      language = next;
      asJson = json !== undefined;
      text = [];
    }
  }
  keep();
  return bodies;
}

/** `status=pending tags+=x` as a template keeps it; a date that is over by then is refused. */
export function templateSet(words: readonly string[], at: TypedAt): Pick<Template, 'set' | 'addTags'> {
  const { addTags, removeTags } = parseAssignments(words, at); // checks every field and value
  if (removeTags[0] !== undefined) throw new DeskError('usage', 'bad-assignment', { text: `tags-=${removeTags[0]}` });
  const fields = words.filter((word) => /^\p{L}+=/u.test(word));
  const pairs = fields.map((word): [string, string] => [
    word.slice(0, word.indexOf('=')).toLowerCase(),
    word.slice(word.indexOf('=') + 1),
  ]);
  return { set: Object.fromEntries(pairs), addTags };
}

/** The template as such a file, clean; reading it again gives the same template. */
export function templateFile({ name, title, tags, set, addTags, bodies }: Template): Clean {
  const changes = [
    ...Object.entries(set).map(([key, value]) => `${key}=${word(value)}`),
    ...addTags.map((tag) => `tags+=${word(tag)}`),
  ];
  const head = [
    '---',
    `name: ${name}`,
    `title: ${title.trim() === title && !/^"|\n/.test(title) && isClean(title) ? title : toJson(title)}`,
    `tags: ${tags.map(word).join(' ')}`,
    `set: ${changes.join(' ')}`,
    '---',
  ];
  const texts = Object.entries(bodies).flatMap(([language, body]) => {
    const plain = body.trim() === body && isClean(body) && !body.split('\n').some((line) => VARIANT.test(line));
    return ['', `--- ${language}${plain ? '' : ' as JSON'} ---`, plain ? body : toJson(body)];
  });
  return clean([...head, ...texts].join('\n'), 'block');
}

const isClean = (text: string): boolean => clean(text, 'block') === text;

const word = (text: string): string => (text !== '' && !/[\s,"]/.test(text) && isClean(text) ? text : toJson(text));

/** As a JSON string that is clean: what would be cleaned away is written as \uXXXX. */
function toJson(text: string): string {
  const written = JSON.stringify(text);
  return isClean(written)
    ? written
    : written.replace(/[^ -~]| (?= )/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function fromJson(text: string): string | null {
  if (!text.startsWith('"')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : null;
  } catch {
    return null; // a title that only begins with a quotation mark
  }
}
