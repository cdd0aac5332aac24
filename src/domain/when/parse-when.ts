import type { Asked, Unclear } from './asked.ts';
import { weekdayOf } from './calendar.ts';
import { daysOf, MOST_TURNS } from './days.ts';
import { hourOf } from './hour.ts';
import { HOURS } from './lexeme.ts';
import { typed } from './lexer.ts';
import { type Reading, readings } from './sentence.ts';
import { localOf, momentOf } from './zone.ts';

export type { Unclear } from './asked.ts';

/** How exactly the moment was named; what was not said comes from `HOURS`. */
export type Precision = 'minute' | 'part' | 'day' | 'week' | 'month' | 'year';

export interface When {
  /** ms */
  readonly at: number;
  readonly precision: Precision;
  readonly unclear: readonly Unclear[];
}

export interface Reckoning {
  /** an IANA name */
  readonly zone: string;
  /** the hour at which a day without one begins; 9 when left out */
  readonly bareDay?: number;
}

/** Longer than anyone says when; keeps what is pasted by mistake cheap. */
const MOST_LETTERS = 80;

/**
 * Reads a time as an agent types it in Vietnamese (with or without marks), Thai or English: "T6 17h", "พรุ่งนี้ 9 โมง",
 * "in 2 weeks", "20/11", "2026-12-01 14:30". Days are written first, weeks begin on Monday; what is past means the next
 * one unless only that one can be meant (`past`). Null when the text, as a whole, is no time. Throws RangeError for a
 * zone that is none.
 */
export function parseWhen(text: string, now: number, { zone, bareDay = HOURS.bareDay }: Reckoning): When | null {
  if (text.length > MOST_LETTERS) return null;
  const [first, ...others] = readings(typed(text)).flatMap((reading) => {
    const when = meant(reading, now, zone, bareDay);
    return when === null ? [] : [{ ...when, ends: reading.ends.join(' ') }];
  });
  if (first === undefined) return null;
  const { ends, ...when } = first;
  const doubtful = others.some((other) => other.ends === ends && other.at !== when.at);
  return doubtful ? { ...when, unclear: [...when.unclear, 'two-meanings'] } : when;
}

/** The moment a reading means as seen from now, or null when its pieces contradict each other. */
export function meant({ asked, unclear }: Reading, now: number, zone: string, bareDay: number): When | null {
  const { span } = asked;
  if (span?.unit === 'minute' || span?.unit === 'hour') {
    if (Object.keys(asked).length > 1) return null;
    return { at: now + span.n * (span.unit === 'hour' ? 3_600_000 : 60_000), precision: 'minute', unclear };
  }
  const today = localOf(now, zone);
  const closing = asked.period?.unit === 'week' && asked.period.edge === 'end' && asked.weekday === undefined;
  const hour = hourOf(asked, closing ? HOURS.close : bareDay);
  const days = daysOf(asked, today);
  if (hour === null || days === null) return null;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const day = days.nth(turn);
    if (day === null) continue;
    const at = momentOf({ ...day, minutes: hour.minutes }, zone);
    if (at <= now && !days.fixed) continue;
    const doubts: Unclear[] = [...unclear, ...(hour.guessed ? (['half-of-day'] as const) : [])];
    if (asked.date !== undefined && asked.weekday !== undefined && weekdayOf(day) !== asked.weekday.day)
      doubts.push('weekday');
    if (at <= now) doubts.push('past');
    return { at, precision: precisionOf(asked), unclear: doubts };
  }
  return null;
}

function precisionOf({ clock, part, weekday, date, period }: Asked): Precision {
  if (clock !== undefined) return 'minute';
  if (part !== undefined) return 'part';
  return period === undefined || period.edge !== null || weekday !== undefined || date !== undefined
    ? 'day'
    : period.unit;
}
