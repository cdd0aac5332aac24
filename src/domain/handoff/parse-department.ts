import { LOOKS_LIKE_ADDRESS } from '../entry.ts';
import {
  type Field,
  type Flaw,
  fieldOf,
  isPageId,
  PAGE_LANGUAGES,
  type Read,
  readPage,
  type Section,
  titlesOf,
  unknownFields,
  writeTitles,
} from '../playbook/page.ts';
import { CASE_SOURCES, type Department, FIELD_TYPES, type FormField, type Need } from './department.ts';

const FORM_HEADING = /^(needs|answers) ([a-z0-9-]+)$/;

/** Reads a department's file; all that is wrong in it, with the lines. */
export function parseDepartment(text: string): Read<Department> {
  const page = readPage(text);
  if (!page.ok) return page;
  const { head, sections } = page.value;
  const flaws: Flaw[] = unknownFields(head, ['name', 'address', 'due']);
  const asked = (key: string, right: (value: string) => boolean): string => {
    const field = fieldOf(head, key);
    if (field === null) flaws.push({ line: 1, code: 'missing-field', text: key });
    else if (!right(field.value)) flaws.push({ line: field.line, code: 'bad-value', text: field.value });
    return field?.value ?? '';
  };
  const name = asked('name', isPageId);
  const address = asked('address', (value) => LOOKS_LIKE_ADDRESS.test(value));
  const due = asked('due', (value) => /^[1-9]\d{0,3}h$/.test(value));
  const titles = allTitles(head, 1, flaws);
  if (!sections.some(({ heading }) => heading.startsWith('answers ')))
    flaws.push({ line: 1, code: 'no-sections', text: 'answers' });
  const needs: Need[] = [];
  const answers: FormField[] = [];
  for (const [at, section] of sections.entries()) {
    const [, list] = FORM_HEADING.exec(section.heading) ?? [];
    if (sections.findIndex(({ heading }) => heading === section.heading) < at)
      flaws.push({ line: section.line, code: 'repeated-section', text: section.heading });
    const field = formField(section, list === 'needs' ? ['from'] : [], flaws);
    if (list === 'needs') needs.push({ ...field, from: sourceOf(section.fields, flaws) });
    else if (field.type !== 'evidence') answers.push(field);
    else flaws.push({ line: section.line, code: 'bad-value', text: 'evidence' }); // a form is filled in with words
  }
  const value = { name, titles, address, dueHours: Number.parseInt(due, 10), needs, answers };
  return flaws.length > 0 ? { ok: false, flaws: flaws.sort((a, b) => a.line - b.line) } : { ok: true, value };
}

function formField({ heading, line, fields, texts }: Section, more: readonly string[], flaws: Flaw[]): FormField {
  const [, , name = ''] = FORM_HEADING.exec(heading) ?? [];
  if (!isPageId(name)) flaws.push({ line, code: 'bad-name', text: heading });
  flaws.push(...unknownFields(fields, ['type', 'optional', ...more]));
  for (const text of Object.keys(texts)) flaws.push({ line, code: 'bad-language', text });
  const typed = fieldOf(fields, 'type');
  const type = FIELD_TYPES.find((one) => one === (typed?.value ?? 'text'));
  if (type === undefined) flaws.push({ line: typed?.line ?? line, code: 'bad-value', text: typed?.value ?? '' });
  const optional = fieldOf(fields, 'optional');
  if (optional !== null && optional.value !== 'yes' && optional.value !== 'no')
    flaws.push({ line: optional.line, code: 'bad-value', text: optional.value });
  return { name, titles: allTitles(fields, line, flaws), type: type ?? 'text', optional: optional?.value === 'yes' };
}

function sourceOf(fields: readonly Field[], flaws: Flaw[]): Need['from'] {
  const field = fieldOf(fields, 'from');
  const from = CASE_SOURCES.find((one) => one === field?.value);
  if (field !== null && from === undefined) flaws.push({ line: field.line, code: 'bad-value', text: field.value });
  return from ?? null;
}

function allTitles(fields: readonly Field[], line: number, flaws: Flaw[]): FormField['titles'] {
  const titles = titlesOf(fields);
  for (const language of PAGE_LANGUAGES)
    if ((titles[language] ?? '').trim() === '') flaws.push({ line, code: 'missing-field', text: `title ${language}` });
  return titles;
}

/** The department as its file; reading it again gives the same department. */
export function writeDepartment({ name, titles, address, dueHours, needs, answers }: Department): string {
  const head = ['---', `name: ${name}`, ...writeTitles(titles), `address: ${address}`, `due: ${dueHours}h`, '---'];
  const sections = [
    ...needs.flatMap((need) => [...writeField('needs', need), ...(need.from === null ? [] : [`from: ${need.from}`])]),
    ...answers.flatMap((field) => writeField('answers', field)),
  ];
  return `${[...head, ...sections].join('\n')}\n`;
}

const writeField = (list: 'needs' | 'answers', { name, titles, type, optional }: FormField): string[] => [
  '',
  `## ${list} ${name}`,
  `type: ${type}`,
  ...writeTitles(titles),
  ...(optional ? ['optional: yes'] : []),
];
