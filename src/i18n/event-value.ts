import type { Locale } from '../context.ts';
import type { Words } from './index.ts';
import { dateTime } from './time.ts';
import { valueName } from './value-words.ts';

/** What a field was or became, as an event tells it: moments by the clock of the agent, choices by their names. */
export function eventValue(words: Words, field: string, raw: string | null, locale: Locale, now: number): string {
  if (raw === null) return words.none;
  if (field === 'follow-up' || field === 'promise') {
    if (raw === 'done' || raw === 'dropped') return words.due.stands[raw === 'done' ? 'kept' : 'dropped'];
    return dateTime(locale, Date.parse(raw), now);
  }
  if (field !== 'snooze') return valueName(words, field, raw);
  const [mode, until] = raw.split(' ');
  return mode === 'reply' || until === undefined ? words.snoozeModes.reply : dateTime(locale, Date.parse(until), now);
}
