import type { Desk } from './desk.ts';

const letters = (text: string): string =>
  text.replace(/\{\{[^}]*\}\}|\{%[^}]*%\}|…|@|:\/\//gu, '').replace(/[\p{L}\p{N}]\p{M}*/gu, 'ж');
const address = (text: string): string => text.replace(/…/gu, '').replace(/[\p{L}\p{N}]/gu, 'q');

/** What customers and agents wrote: table, column, and how its letters are hidden. */
const WRITTEN: readonly (readonly [table: string, column: string, hide: 'letters' | 'address'])[] = [
  ['customers', 'name', 'letters'],
  ['customers', 'honorific', 'letters'],
  ['customers', 'company', 'letters'],
  ['customers', 'language', 'letters'],
  ['contact_points', 'value', 'address'],
  ['cases', 'subject', 'letters'],
  ['cases', 'product', 'letters'],
  ['entries', 'author', 'letters'],
  ['entries', 'text', 'letters'],
  ['entries', 'quoted', 'letters'],
  ['entry_addresses', 'name', 'letters'],
  ['entry_addresses', 'address', 'address'],
  ['parts', 'name', 'letters'],
  ['events', 'author', 'letters'],
  ['actions', 'author', 'letters'],
  ['commitments', 'text', 'letters'],
  ['templates', 'title', 'letters'],
  ['template_bodies', 'body', 'letters'],
];

/** Everything in the store that is not desk's own words becomes Cyrillic, and every address q's, as long as it was. */
export function makeForeign({ store: { db } }: Desk): void {
  db.function('letters', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? letters(text) : null));
  db.function('address', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? address(text) : null));
  for (const [table, column, hide] of WRITTEN) db.exec(`UPDATE ${table} SET ${column} = ${hide}(${column})`);
  db.exec("UPDATE actions SET facts = json_set(facts, '$.what', letters(facts ->> 'what')) WHERE verb = 'config-set'");
  db.exec("UPDATE settings SET value = letters(value) WHERE key IN ('agent', 'shop')");
  db.exec("UPDATE settings SET value = address(value) WHERE value LIKE '%@%'");
  db.exec(`UPDATE templates SET add_tags = '["жж"]' WHERE add_tags <> '[]'`);
  db.exec('UPDATE commitments SET template = NULL');
  // names that must stay different
  db.exec("UPDATE templates SET name = replace(hex(id), '', '') || letters(name)");
  db.exec(
    "UPDATE case_tags SET tag = 'ж' || substr('жжжжжжжжжжжжжжжжжжжж', 1, length(tag)) || (abs(random()) % 1000000)",
  );
}

/** Is it a word of these? Desk's own are in none of its languages written so. */
export const isForeign = (word: string): boolean =>
  /[\u0400-\u04ff]/.test(word) || !/[\p{L}]/u.test(word.replace(/q/g, ''));
