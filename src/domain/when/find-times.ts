import type { Asked } from './asked.ts';
import { weekdayOf } from './calendar.ts';
import { lonelyHour, standsAlone } from './in-text.ts';
import { HOURS } from './lexeme.ts';
import { meant, type Reckoning, type When } from './parse-when.ts';
import type { Placed } from './placed.ts';
import { joined, type Pieces, piecesOf, type Reading } from './sentence.ts';
import { counted } from './working-days.ts';
import { localOf } from './zone.ts';

/** A time that stands in a sentence, from `start` to before `end` of its letters made ready. */
export interface TimeFound extends When {
  readonly start: number;
  readonly end: number;
  readonly asked: Asked;
  /** the words as they were made ready */
  readonly words: string;
}

interface Prefix {
  readonly reading: Reading;
  readonly end: number;
}

/** 17h after these words, or first in its clause, is an hour of the day and no length. */
const CLOCK_AFTER = /(?:^|[,;:.!] ?|(?<!\p{L})(?:trước|từ|đến|tới|truoc|tu|den|toi|by|before|dạ|da|vâng|thì|là) ?)$/u;

/** "khoảng 2 tuần nữa" is one length, and not two o'clock in a week. */
const LENGTH = /^\p{L}+ \d{1,2} ?(?:ngày|tuần|tháng|ngay|tuan|thang|days?|weeks?|months?|วัน|สัปดาห์|อาทิตย์|เดือน)/u;

/** No time is read in more steps than this; keeps nonsense cheap. */
const MOST_STEPS = 64;

/** Between the ends of a range: the times on both sides are one. */
const UNTIL = / ?(?:-|–|~|\/|to|and|or|until|đến|tới|den|toi|hoặc|hoac|hay|ถึง|หรือ|กับ) ?/y;
/** The number before the last of a range: the 3 of "3-5 days". */
const FROM_NUMBER = /\d{1,3} ?(?:-|–|~|to|or|đến|tới|den|toi|hoặc|hoac|ถึง|หรือ) ?(?=\d{1,3} ?[\p{L}/])/uy;

/**
 * The times in a sentence from left to right, none in another; of a range ("3-5 days", "Monday or Tuesday") the last,
 * of hours ("8 to 10 am") the first. Reads every word of `parseWhen`. Throws RangeError for a zone that is none.
 */
export function findTimes(text: Placed, now: number, { zone, bareDay = 9 }: Reckoning): readonly TimeFound[] {
  const pieces = piecesOf(text, 'running');
  const today = weekdayOf(localOf(now, zone));
  const found: TimeFound[] = [];
  const first = (at: number, start = at): TimeFound | null => {
    const isClock = CLOCK_AFTER.test(text.marked.slice(Math.max(0, start - 12), start));
    for (const { reading: read, end } of prefixes(pieces, at).map(thisPeriod)) {
      if (isClock && read.unclear.includes('span-or-clock')) continue;
      if (read.asked.clock !== undefined && read.asked.span !== undefined && LENGTH.test(text.marked.slice(at, end)))
        continue;
      const reading = counted(read, text.marked.slice(at, end), text.marked.slice(end, end + 10), today);
      if (!standsAlone(text.marked, start, end) || lonelyHour(reading.asked, text.marked, at, end)) continue;
      const when = meant(reading, now, zone, bareDay);
      if (when !== null) return { ...when, start, end, asked: reading.asked, words: text.marked.slice(start, end) };
    }
    return null;
  };
  let at = 0;
  while (at < text.marked.length) {
    const number = match(FROM_NUMBER, text.marked, at);
    const span = number === 0 ? null : first(at + number, at);
    const ends = span?.asked.span !== undefined || span?.asked.date !== undefined || span?.asked.clock !== undefined;
    const time = span !== null && ends ? span : first(at);
    if (time === null) {
      at += 1;
      continue;
    }
    const whole = ranged(time, text.marked, first, (asked) =>
      meant({ asked, unclear: [], ends: [] }, now, zone, bareDay),
    );
    const day = found.at(-1);
    const between = text.marked.slice(day?.end ?? 0, whole.start);
    const hourOfDay =
      day === undefined ? null : (together(day, whole, now, zone) ?? dayAfter(day, whole, between, now, zone));
    if (hourOfDay === null) found.push(whole);
    else found[found.length - 1] = { ...hourOfDay, words: text.marked.slice(hourOfDay.start, hourOfDay.end) };
    at = whole.end;
  }
  return found;
}

const MOST_BETWEEN = 60;

/** An hour that follows a day in its sentence is that day's: "Thursday we have a slot, so we come at nine". */
function together(day: TimeFound, hour: TimeFound, now: number, zone: string): TimeFound | null {
  if (day.precision !== 'day' || hour.start - day.end > MOST_BETWEEN || day.asked.span !== undefined) return null;
  if (!isHour(hour.asked)) return null;
  const both = { ...day.asked, ...hour.asked };
  const when = meant({ asked: both, unclear: day.unclear, ends: [] }, now, zone, HOURS.bareDay);
  return when === null ? null : { ...when, asked: both, start: day.start, end: hour.end, words: day.words };
}

/** A day that follows an hour closely is the hour's: "the 1pm flight on Thursday". */
function dayAfter(hour: TimeFound, day: TimeFound, between: string, now: number, zone: string): TimeFound | null {
  if (!isHour(hour.asked) || hour.asked.clock === undefined || between.length > MOST_TO_DAY || PARTS.test(between))
    return null;
  return together({ ...day, start: hour.start, end: hour.end }, { ...hour, end: day.end }, now, zone);
}

const MOST_TO_DAY = 20;
const PARTS = /[,;:.()]|(?<!\p{L})(?:and|or|but|so|then|và|hay|hoặc|rồi|nhưng|còn)(?!\p{L})/u;

/** "This week" inside a sentence ends with it. */
function thisPeriod({ reading, end }: Prefix): Prefix {
  const { period, weekday, date } = reading.asked;
  if (period?.shift !== 0 || period.edge !== null || weekday !== undefined || date !== undefined)
    return { reading, end };
  return { reading: { ...reading, asked: { ...reading.asked, period: { ...period, edge: 'end' } } }, end };
}

/** Only an hour or a part of a day is said. */
const isHour = (asked: Asked): boolean => Object.keys(asked).every((said) => said === 'clock' || said === 'part');

/** With the times that follow as the other end of a range; its day is that of both: "9 to 11 tomorrow". */
function ranged(
  time: TimeFound,
  text: string,
  first: (at: number) => TimeFound | null,
  meaning: (asked: Asked) => When | null,
): TimeFound {
  const until = match(UNTIL, text, time.end);
  const other = until === 0 ? null : first(time.end + until);
  if (other === null) return time;
  const { start } = time;
  const words = text.slice(start, other.end);
  const hours = other.precision === 'minute' || other.precision === 'part';
  if (hours && isHour(time.asked) && !isHour(other.asked)) {
    const { clock: _, part: __, ...day } = other.asked;
    const asked = { ...day, ...time.asked };
    const when = meaning(asked);
    if (when !== null) return { ...when, asked, start, end: other.end, words };
  }
  // both ends have a day of their own: "Friday to Tuesday morning"
  const days = !isHour(time.asked) && !isHour(other.asked);
  return (hours && !days) || other.at < time.at ? { ...time, end: other.end, words } : { ...other, start, words };
}

/** Everything that can be read from here on, the longest first. */
function prefixes({ wordsAt, piecesAt, blank }: Pieces, from: number): readonly Prefix[] {
  const found: Prefix[] = [];
  let steps = 0;
  const read = (at: number, reading: Reading): void => {
    steps += 1;
    if (steps > MOST_STEPS) return;
    for (const { piece, ends, end } of [...piecesAt(at)].sort((a, b) => b.end - a.end)) {
      const both = joined(reading, piece, ends);
      if (both === null) continue;
      found.push({ reading: both, end });
      read(blank(end), both);
    }
    if (reading.ends.length === 0) return;
    for (const word of wordsAt(at)) if (word.kind === 'filler' || word.kind === 'at') read(blank(word.end), reading);
  };
  const nothing = { asked: {}, unclear: [], ends: [] };
  // "khoảng tám" may go on: tám rưỡi
  for (const word of wordsAt(from)) if (word.kind === 'at') read(blank(word.end), nothing);
  found.splice(0, found.length, ...found.filter(({ reading }) => reading.asked.span === undefined));
  read(from, nothing);
  return found.sort((a, b) => b.end - a.end);
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
