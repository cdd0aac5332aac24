import { loadedWords } from '../../i18n/index.ts';
import { fold } from '../../text/fold.ts';
import { keyName } from '../key-name.ts';
import type { KeyRow, Place } from '../key-row.ts';
import { rowsAt } from '../lookup.ts';

/** The commands whose name, in any language and without marks, holds every word that was typed; best fit first. */
export function matchCommands(place: Place, typed: string): KeyRow[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const rows = rowsAt(place).filter((row) => row.id !== 'palette');
  if (wanted.length === 0) return rows;
  const scored = rows.flatMap((row) => {
    const names = loadedWords().map((words) => fold(keyName(words, row.id)));
    const fits = names.filter((name) => wanted.every((word) => name.includes(word)));
    if (fits.length === 0) return [];
    const starts = fits.some((name) => name.startsWith(wanted[0] ?? ''));
    return [{ row, score: starts ? 0 : 1 }];
  });
  return scored.sort((a, b) => a.score - b.score).map((one) => one.row);
}
