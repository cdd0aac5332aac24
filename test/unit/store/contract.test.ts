import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDesk } from '../../helpers/desk.ts';

const STORE = join(import.meta.dirname, '../../../src/store');

/**
 * Every SQL text in src/store that is written whole, with the constants of its own file put in. Files that are about
 * another database, and pieces of conditions, are left out: their own tests run them.
 */
function statements(): (readonly [file: string, sql: string])[] {
  return [...readdirSync(STORE), ...readdirSync(join(STORE, 'forgetting')).map((name) => join('forgetting', name))]
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const source = readFileSync(join(STORE, name), 'utf8');
      const constants = new Map(
        [...source.matchAll(/const ([A-Z_]+) =\s*[`'"]([^`]*?)[`'"];/g)].map((match) => [
          match[1] ?? '',
          match[2] ?? '',
        ]),
      );
      return [
        ...source.matchAll(
          /`([^`]*)`|'((?:SELECT|INSERT|UPDATE|DELETE)[^'\n]*)'|"((?:SELECT|INSERT|UPDATE|DELETE)[^"\n]*)"/g,
        ),
      ]
        .map((match) =>
          (match[1] ?? match[2] ?? match[3] ?? '').replace(/\$\{([A-Z_]+)\}/g, (all, key) => constants.get(key) ?? all),
        )
        .filter(
          (sql) =>
            /^\s*(SELECT|INSERT|UPDATE|DELETE)\b/.test(sql) && !sql.includes('${') && /\b(FROM|INTO|SET)\b/.test(sql),
        )
        .map((sql): readonly [string, string] => [name, sql.replace(/\s+/g, ' ').trim()]);
    })
    .filter(
      ([name]) =>
        ![
          'raw.ts',
          'raw-removal.ts',
          'staging.ts',
          'recognise.ts',
          'journal.ts',
          'pair.ts',
          'query-fields.ts',
        ].includes(name),
    );
}

test('the schema knows what every statement asks for', () => {
  const { db } = createDesk().store;
  const all = statements();

  const wrong = all.flatMap(([file, sql]) => {
    try {
      db.prepare(sql);
      return [];
    } catch (error) {
      return [`${file}: ${error instanceof Error ? error.message : ''}: ${sql}`];
    }
  });

  expect(all.length).toBeGreaterThan(60);
  expect(wrong).toEqual([]);
});
