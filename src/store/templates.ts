import type { Template } from '../domain/template.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

interface TemplateRow {
  id: number;
  name: string;
  title: string;
  tags: string;
  set_fields: string;
  add_tags: string;
  used: number;
}

const strings = (json: string): string[] => {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.map(String) : [];
};
const record = (json: string): Record<string, string> => {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, String(item)]));
};

function templateOf(store: Store, row: TemplateRow): Template {
  const bodies = prepared<[number], { language: string; body: string }>(
    store,
    'SELECT language, body FROM template_bodies WHERE template = ? ORDER BY language',
  ).all(row.id);
  return {
    name: row.name,
    title: row.title,
    tags: strings(row.tags),
    set: record(row.set_fields),
    addTags: strings(row.add_tags),
    used: row.used,
    bodies: Object.fromEntries(bodies.map((one) => [one.language, one.body])),
  };
}

/** All templates, by name. */
export function allTemplates(store: Store): Template[] {
  return prepared<[], TemplateRow>(store, 'SELECT * FROM templates ORDER BY name')
    .all()
    .map((row) => templateOf(store, row));
}

export function findTemplate(store: Store, name: string): Template | null {
  const row = prepared<[string], TemplateRow>(store, 'SELECT * FROM templates WHERE name = ?').get(name);
  return row === undefined ? null : templateOf(store, row);
}

/** Makes the template what it says, new or changed; false when it already was exactly that. */
export function putTemplate(writing: Writing, template: Omit<Template, 'used'>): boolean {
  const { store } = writing;
  const before = findTemplate(store, template.name);
  if (before !== null && sameTemplate(before, template)) return false;
  const tags = JSON.stringify(template.tags);
  const set = JSON.stringify(template.set);
  const addTags = JSON.stringify(template.addTags);
  if (before === null)
    prepared(store, 'INSERT INTO templates (name, title, tags, set_fields, add_tags) VALUES (?, ?, ?, ?, ?)').run(
      template.name,
      template.title,
      tags,
      set,
      addTags,
    );
  else
    prepared(store, 'UPDATE templates SET title = ?, tags = ?, set_fields = ?, add_tags = ? WHERE name = ?').run(
      template.title,
      tags,
      set,
      addTags,
      template.name,
    );
  const id = idOf(store, template.name);
  for (const [language, body] of Object.entries(template.bodies))
    prepared(
      store,
      `INSERT INTO template_bodies (template, language, body) VALUES (?, ?, ?)
       ON CONFLICT (template, language) DO UPDATE SET body = excluded.body`,
    ).run(id, language, body);
  for (const language of Object.keys(before?.bodies ?? {}))
    if (template.bodies[language] === undefined)
      prepared(store, 'DELETE FROM template_bodies WHERE template = ? AND language = ?').run(id, language);
  return true;
}

/** An import knows how often it was used elsewhere: the higher count stays. */
export function rememberUses(writing: Writing, name: string, used: number): void {
  prepared(writing.store, 'UPDATE templates SET used = ? WHERE name = ? AND used < ?').run(used, name, used);
}

export function removeTemplate(writing: Writing, name: string): void {
  const id = idOf(writing.store, name);
  prepared(writing.store, 'DELETE FROM template_bodies WHERE template = ?').run(id);
  prepared(writing.store, 'DELETE FROM templates WHERE id = ?').run(id);
}

export function countUse(writing: Writing, name: string): void {
  prepared(writing.store, 'UPDATE templates SET used = used + 1 WHERE name = ?').run(name);
}

function idOf(store: Store, name: string): number {
  return Number(
    prepared<[string], { id: number }>(store, 'SELECT id FROM templates WHERE name = ?').get(name)?.id ?? 0,
  );
}

const sorted = (record: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

function sameTemplate(a: Omit<Template, 'used'>, b: Omit<Template, 'used'>): boolean {
  const shape = (one: Omit<Template, 'used'>): string =>
    JSON.stringify([one.title, one.tags, sorted(one.set), one.addTags, sorted(one.bodies)]);
  return shape(a) === shape(b);
}
