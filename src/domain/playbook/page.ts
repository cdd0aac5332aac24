import { quoted, readValue, unquoted } from './quoting.ts';

/** The languages in which a playbook and a department have their words. */
export const PAGE_LANGUAGES = ['vi', 'th', 'en'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];
export type InLanguages = Readonly<Partial<Record<PageLanguage, string>>>;

/** What a step of a playbook or a department is called. */
export interface PageTitle {
  readonly titles: InLanguages;
  /** is it a step of trouble-shooting? */
  readonly tries: boolean;
}

/** Steps by `playbook/step`, departments by their names. */
export type PageTitles = Readonly<Record<string, PageTitle>>;

/** What is wrong in a file; a sentence in three languages is made of the code. */
export const FLAW_CODES = [
  'no-front-matter',
  'not-a-field',
  'unknown-field',
  'repeated-field',
  'missing-field',
  'bad-name',
  'bad-value',
  'bad-condition',
  'bad-lead',
  'bad-language',
  'repeated-text',
  'repeated-section',
  'no-sections',
] as const;
export type FlawCode = (typeof FLAW_CODES)[number];

export interface Flaw {
  /** counted from 1 */
  readonly line: number;
  readonly code: FlawCode;
  /** the words in question, or the name of the field that is missing */
  readonly text: string;
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

export interface Field {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** What stands under `## heading`: fields, then texts under lines like `--- vi ---`. */
export interface Section {
  readonly heading: string;
  readonly line: number;
  readonly fields: readonly Field[];
  readonly texts: InLanguages;
}

/** A file in the form of a template's: front matter between two lines of `---`, then sections. */
export interface Page {
  readonly head: readonly Field[];
  readonly sections: readonly Section[];
}

const FIELD = /^([a-z]+(?: [a-z]+)?):(?:\s+(.*)|)$/;
const HEADING = /^## (.+)$/;
const VARIANT = /^--- ([a-zA-Z-]+)( as JSON)? ---$/;

const isPageLanguage = (text: string): text is PageLanguage => PAGE_LANGUAGES.some((one) => one === text);

/** Reads the form of a page; what its fields mean is left to the reader of playbooks or departments. */
export function readPage(content: string): Read<Page> {
  const lines = content
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  if (end < 0) return { ok: false, flaws: [{ line: 1, code: 'no-front-matter', text: lines[0] ?? '' }] };
  const flaws: Flaw[] = [];
  const head = fieldsOf(lines.slice(1, end), 2, flaws);
  const starts = lines.flatMap((line, at) => (at > end && HEADING.test(line) ? [at] : []));
  const stray = lines.findIndex((line, at) => at > end && at < (starts[0] ?? lines.length) && line.trim() !== '');
  if (stray >= 0) flaws.push({ line: stray + 1, code: 'not-a-field', text: lines[stray] ?? '' });
  const sections = starts.map((at, n) => sectionOf(lines.slice(at, starts[n + 1] ?? lines.length), at + 1, flaws));
  return flaws.length > 0 ? { ok: false, flaws } : { ok: true, value: { head, sections } };
}

function fieldsOf(lines: readonly string[], from: number, flaws: Flaw[]): Field[] {
  const fields: Field[] = [];
  for (const [n, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const line = from + n;
    const [, key, value = ''] = FIELD.exec(text.trimEnd()) ?? [];
    if (key === undefined) flaws.push({ line, code: 'not-a-field', text });
    else if (fields.some((one) => one.key === key)) flaws.push({ line, code: 'repeated-field', text: key });
    else fields.push({ key, value: value.trim(), line });
  }
  return fields;
}

function sectionOf(lines: readonly string[], line: number, flaws: Flaw[]): Section {
  const heading = (HEADING.exec(lines[0] ?? '')?.[1] ?? '').trim();
  const starts = lines.flatMap((text, at) => (VARIANT.test(text) ? [at] : []));
  const texts: Partial<Record<PageLanguage, string>> = {};
  for (const [n, at] of starts.entries()) {
    const [, language = '', json] = VARIANT.exec(lines[at] ?? '') ?? [];
    const written = lines
      .slice(at + 1, starts[n + 1] ?? lines.length)
      .join('\n')
      .trim();
    const text = json === undefined ? written : unquoted(written);
    if (!isPageLanguage(language)) flaws.push({ line: line + at, code: 'bad-language', text: language });
    else if (texts[language] !== undefined) flaws.push({ line: line + at, code: 'repeated-text', text: language });
    else if (text === null) flaws.push({ line: line + at, code: 'bad-value', text: written });
    else if (text !== '') texts[language] = text;
  }
  return { heading, line, fields: fieldsOf(lines.slice(1, starts[0] ?? lines.length), line + 1, flaws), texts };
}

/** The titles in fields like `title vi: …`. */
export function titlesOf(fields: readonly Field[]): InLanguages {
  const titles: Partial<Record<PageLanguage, string>> = {};
  for (const language of PAGE_LANGUAGES) {
    const field = fields.find(({ key }) => key === `title ${language}`);
    if (field !== undefined && field.value !== '') titles[language] = readValue(field.value);
  }
  return titles;
}

/** Fields that no reader knows, as flaws. */
export const unknownFields = (fields: readonly Field[], known: readonly string[]): Flaw[] =>
  fields
    .filter(({ key }) => !known.includes(key) && !PAGE_LANGUAGES.some((language) => key === `title ${language}`))
    .map(({ key, line }) => ({ line, code: 'unknown-field', text: key }));

/** The value of a field, or null where it is absent or empty. */
export const fieldOf = (fields: readonly Field[], key: string): Field | null =>
  fields.find((one) => one.key === key && one.value !== '') ?? null;

/** Ids and names of steps, fields and departments: `larger-model`. */
export const isPageId = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 64;

export const writeTitles = (titles: InLanguages): string[] =>
  PAGE_LANGUAGES.flatMap((language) => {
    const title = titles[language];
    return title === undefined || title === '' ? [] : [`title ${language}: ${quoted(title, 'line')}`];
  });

/** Texts under their lines; one that would not come back as it is stands there as JSON. */
export const writeTexts = (texts: InLanguages): string[] =>
  PAGE_LANGUAGES.flatMap((language) => {
    const text = texts[language];
    if (text === undefined || text === '') return [];
    const written = text.split('\n').some((line) => VARIANT.test(line) || HEADING.test(line))
      ? quoted(text, 'always')
      : quoted(text, 'block');
    return [`--- ${language}${written === text ? '' : ' as JSON'} ---`, written];
  });
