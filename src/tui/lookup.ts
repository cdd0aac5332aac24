import type { KeyRow, Place } from './key-row.ts';
import { KEYMAP } from './keymap.ts';
import type { State } from './state.ts';

/** Where the keys count now. */
export function placeOf(state: State): Place {
  if (state.screen.name !== 'compose') return state.screen.name;
  return state.screen.draft.reviewing ? 'review' : 'compose';
}

/** Rows that count at a place and are on. */
export const rowsAt = (place: Place): KeyRow[] => KEYMAP.filter((row) => row.in.includes(place));

/** The row for a key or a finished chord. */
export const rowFor = (place: Place, keys: string): KeyRow | undefined =>
  rowsAt(place).find((row) => row.keys.includes(keys));

/** Rows of the chords that begin with this key. */
export const chordsOf = (place: Place, prefix: string): { row: KeyRow; key: string }[] =>
  rowsAt(place).flatMap((row) =>
    row.keys.filter((key) => key.startsWith(`${prefix} `)).map((key) => ({ row, key: key.slice(prefix.length + 1) })),
  );
