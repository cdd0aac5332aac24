import type { Store } from '../open.ts';
import { prepared } from '../statements.ts';
import type { Person } from './person.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Whoever took her in, a customer by a merge or a case, got her tags, notes and fields, and gave them back when that was
 * taken apart: what undo keeps of it, and the events that tell it, lie with the others. Takes it out and gives the actions
 * it was in. Whom she was once merged into only the journal tells, so this comes before anything of hers is removed there.
 */
export function dropLent(store: Store, person: Person): Set<number> {
  const { customers, cases } = person;
  const hosts = hostsOf(store, 'customers', 'id', customers);
  const words = wordsOf(store, customers);
  const tags = tagsOf(store, 'customer_tags', 'customer', customers);
  return new Set([
    ...stripImages(store, hosts, words),
    ...dropLessons(store, new Set([...hosts, ...guestsOf(store, customers)]), words, tags),
    ...dropTags(store, 'customer_tags', 'customer', hosts, tags),
    ...dropCaseTags(store, cases),
  ]);
}

function dropCaseTags(store: Store, cases: ReadonlySet<number>): number[] {
  const hosts = hostsOf(store, 'cases', 'number', cases);
  const tags = tagsOf(store, 'case_tags', 'case_number', cases);
  prepared(
    store,
    `DELETE FROM events WHERE case_number IN (SELECT value FROM json_each(?)) AND field = 'tag'
       AND coalesce(new, old) IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM case_tags t
         WHERE t.case_number = events.case_number AND t.tag = coalesce(events.new, events.old))`,
  ).run(JSON.stringify([...hosts]), JSON.stringify([...tags]));
  return [
    ...dropTags(store, 'case_tags', 'case_number', hosts, tags),
    ...dropTags(store, 'merge_tags', 'source', hosts, tags),
  ];
}

/** Those whom these were ever merged into, one by way of another too. */
function hostsOf(store: Store, table: string, key: string, own: ReadonlySet<number>): Set<number> {
  const merged = prepared<[string, string, string], { was: number | null; became: number | null }>(
    store,
    `SELECT json_extract(before, '$.merged_into') AS was, json_extract(after, '$.merged_into') AS became
       FROM changes WHERE tbl = ? AND key IN (SELECT json_object(?, value) FROM json_each(?))`,
  );
  const found = new Set<number>();
  for (let next = [...own]; next.length > 0; ) {
    const into = merged.all(table, key, JSON.stringify(next)).flatMap(({ was, became }) => [was ?? [], became ?? []]);
    next = [...new Set(into.flat())].filter((one) => !own.has(one) && !found.has(one));
    for (const one of next) found.add(one);
  }
  return found;
}

/** Others who were ever merged into her: what they taught her is remembered with what she had before. */
const guestsOf = (store: Store, customers: ReadonlySet<number>): number[] =>
  prepared<[{ hers: string }], { id: number }>(
    store,
    // of the many customers that change, those who were merged are few
    `SELECT DISTINCT m.source AS id
       FROM (SELECT DISTINCT json_extract(key, '$.source') AS source FROM changes WHERE tbl = 'customer_merge_rows') m
       CROSS JOIN changes h ON h.tbl = 'customers' AND h.key = json_object('id', m.source)
      WHERE json_extract(h.before, '$.merged_into') IN (SELECT value FROM json_each(@hers))
         OR json_extract(h.after, '$.merged_into') IN (SELECT value FROM json_each(@hers))`,
  )
    .all({ hers: JSON.stringify([...customers]) })
    .map((row) => row.id);

/** The tags that these have or had. */
const tagsOf = (store: Store, table: string, column: string, owners: ReadonlySet<number>): Set<string> =>
  new Set(
    prepared<[{ owners: string; begin: string; table: string }], { tag: string }>(
      store,
      // the keys of one owner lie side by side: {"customer":5,"tag":…
      `SELECT tag FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(@owners))
       UNION SELECT json_extract(h.key, '$.tag') FROM json_each(@owners) o
        CROSS JOIN changes h ON h.tbl = @table AND h.key >= @begin || o.value || ',' AND h.key < @begin || o.value || '-'`,
    )
      .all({ owners: JSON.stringify([...owners]), begin: `{"${column}":`, table })
      .map((row) => row.tag),
  );

/** Of a tag that one of them has for itself, everything stays. */
function dropTags(
  store: Store,
  table: string,
  column: string,
  hosts: ReadonlySet<number>,
  tags: ReadonlySet<string>,
): number[] {
  const lent = prepared<[Row], { seq: number; action: number }>(
    store,
    `SELECT h.seq, h.action FROM json_each(@hosts) o CROSS JOIN json_each(@tags) t
      CROSS JOIN changes h ON h.tbl = @table AND h.key = json_object(@column, o.value, 'tag', t.value)
      WHERE NOT EXISTS (SELECT 1 FROM ${table} k WHERE k.${column} = o.value AND k.tag = t.value)`,
  ).all({ hosts: JSON.stringify([...hosts]), tags: JSON.stringify([...tags]), table, column });
  return drop(store, lent);
}

function drop(store: Store, changes: readonly { readonly seq: number; readonly action: number }[]): number[] {
  const remove = prepared(store, 'DELETE FROM changes WHERE seq = ?');
  for (const { seq } of changes) remove.run(seq);
  return changes.map(({ action }) => action);
}

/** What can be learned from her in her own words; segments, languages and consent are desk's. */
const TAUGHT = ['given_name', 'honorific', 'company', 'notes', 'fields'] as const;

/** All of that she ever had, line by line. */
function wordsOf(store: Store, customers: ReadonlySet<number>): Set<string> {
  const ids = JSON.stringify([...customers]);
  const rows = prepared<[string], Row>(
    store,
    `SELECT ${TAUGHT.join(', ')} FROM customers WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(ids);
  const images = imagesOf(store, customers).flatMap(({ before, after }) => [rowIn(before), rowIn(after)]);
  return new Set([...rows, ...images].flatMap((row) => TAUGHT.flatMap((column) => linesIn(row[column]))));
}

interface StoredImage {
  readonly seq: number;
  readonly action: number;
  readonly before: string | null;
  readonly after: string | null;
}

const imagesOf = (store: Store, customers: ReadonlySet<number>): StoredImage[] =>
  prepared<[string], StoredImage>(
    store,
    `SELECT seq, action, before, after FROM changes
      WHERE tbl = 'customers' AND key IN (SELECT json_object('id', value) FROM json_each(?))`,
  ).all(JSON.stringify([...customers]));

function rowIn(json: string | null): Row {
  const value: unknown = json === null ? null : JSON.parse(json);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The lines of a text; of own fields, those of each of them. */
function linesIn(value: unknown): string[] {
  if (typeof value !== 'string') return [];
  const texts = value.startsWith('{') && value.endsWith('}') ? fieldsIn(value) : [value];
  return texts.flatMap((text) => text.split('\n')).flatMap((line) => line.trim() || []);
}

function fieldsIn(text: string): string[] {
  try {
    return Object.values(rowIn(text)).map(String);
  } catch {
    return [text];
  }
}

/** Takes out of others' images the columns in which words of hers stand. */
function stripImages(store: Store, hosts: ReadonlySet<number>, words: ReadonlySet<string>): number[] {
  const set = prepared(store, 'UPDATE changes SET before = ?, after = ? WHERE seq = ?');
  return imagesOf(store, hosts).flatMap(({ seq, action, before, after }) => {
    const images = [rowIn(before), rowIn(after)] as const;
    const lent = TAUGHT.filter((column) => images.some((row) => linesIn(row[column]).some((line) => words.has(line))));
    if (lent.length === 0) return [];
    const [was, became] = images.map((row) =>
      JSON.stringify(Object.fromEntries(Object.entries(row).filter(([column]) => !lent.some((one) => one === column)))),
    );
    set.run(before === null ? null : was, after === null ? null : became, seq);
    return [action];
  });
}

/** What undo keeps of lessons that were unlearned. */
function dropLessons(
  store: Store,
  sources: ReadonlySet<number>,
  words: ReadonlySet<string>,
  tags: ReadonlySet<string>,
): number[] {
  const rows = prepared<[string], { seq: number; action: number; row: string }>(
    store,
    `SELECT seq, action, json_extract(key, '$.row') AS row FROM changes WHERE tbl = 'customer_merge_rows'
        AND json_extract(key, '$.source') IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify([...sources]));
  return drop(
    store,
    rows.filter(({ row }) => tags.has(row) || linesIn(row).some((line) => words.has(line))),
  );
}
