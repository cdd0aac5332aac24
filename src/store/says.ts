import type Database from 'better-sqlite3';
import { fold } from '../text/fold.ts';

/**
 * Gives SQL the function `says(text, wanted)`: 1 when the text holds what was typed, by the rule of every search here:
 * letters typed without marks stand for all spellings, letters typed with marks for themselves.
 */
export function teachSays(db: Database.Database): void {
  let last = { wanted: '', folded: '', marked: '' };
  db.function('says', { deterministic: true }, (text: unknown, wanted: unknown) => {
    if (typeof text !== 'string' || typeof wanted !== 'string') return 0;
    if (last.wanted !== wanted) {
      const written = lower(wanted);
      const folded = fold(wanted);
      last = { wanted, folded, marked: written === folded ? '' : written };
    }
    return fold(text).includes(last.folded) && (last.marked === '' || lower(text).includes(last.marked)) ? 1 : 0;
  });
}

const lower = (text: string): string => text.toLowerCase().normalize('NFC');
