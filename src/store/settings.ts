import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** The value of a setting, or null. Which settings there are is known in domain/settings.ts. */
export function readSetting(store: Store, key: string): string | null {
  return (
    prepared<[string], { value: string }>(store, 'SELECT value FROM settings WHERE key = ?').get(key)?.value ?? null
  );
}

/** The key (hex) under which this desk signs the ids it gives. */
export const mintKey = (store: Store): string => keyNamed(store, 'mint');

/** A key of this store's own (hex): `mint` signs ids, `tombstones` hides whom they stand for. */
export const keyNamed = (store: Store, name: 'mint' | 'tombstones'): string =>
  prepared<[string], { hex: string }>(store, 'SELECT hex FROM keys WHERE name = ?').get(name)?.hex ?? '';

export function allSettings(store: Store): Record<string, string> {
  const rows = prepared<[], { key: string; value: string }>(
    store,
    'SELECT key, value FROM settings ORDER BY key',
  ).all();
  return Object.fromEntries(rows.map((row) => [row.key, row.value]));
}

/** Sets, or with null takes back to the default. */
export function writeSetting(writing: Writing, key: string, value: string | null): void {
  if (value === null) prepared(writing.store, 'DELETE FROM settings WHERE key = ?').run(key);
  else
    prepared(
      writing.store,
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value',
    ).run(key, value);
}
