import { findTimes, type TimeFound } from '../when/find-times.ts';
import { HOURS } from '../when/lexeme.ts';
import type { Precision, When } from '../when/parse-when.ts';
import { placed } from '../when/placed.ts';
import { localOf } from '../when/zone.ts';
import { isPromised, turnsBetween } from './promised.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type PromiseSigns, signsOf } from './words.ts';
import { ENGLISH_PROMISES } from './words-en.ts';
import { THAI_PROMISES } from './words-th.ts';
import { VIETNAMESE_PROMISES } from './words-vi.ts';

type Language = 'en' | 'vi' | 'th';

/** A moment that a reply promises to the customer; `start` to before `end` are the words that name it. */
export interface PromiseFound {
  /** ms; a day without an hour is due when work ends */
  readonly at: number;
  readonly precision: Precision;
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
}

export interface PromiseReckoning {
  /** an IANA name */
  readonly zone: string;
  /** the language of a sentence that has no marks to tell */
  readonly locale: Language;
}

/** A reply is no longer; what is pasted into it promises nothing. */
const MOST_LETTERS = 20_000;
const DAY = 86_400_000;
/** A day further away is a past one written without its year. */
const FURTHEST = 183 * DAY;

/**
 * The promises in a reply, by rules, in the order of the text: sentences in which we undertake something, or something
 * will reach the customer, at a time that can be counted. In time linear in the text; reads the first 20,000 letters.
 * Throws RangeError for a zone that is none.
 */
export function findPromises(text: string, now: number, { zone, locale }: PromiseReckoning): readonly PromiseFound[] {
  const sentences = sentencesOf(text.slice(0, MOST_LETTERS));
  return sentences.flatMap((sentence, index) => {
    const found = inSentence(sentence, now, zone, locale);
    const previous = sentences[index - 1];
    if (found.length === 0 && previous !== undefined && isAdded(previous, sentence, now, zone)) {
      const both = { start: previous.start, end: sentence.end, text: text.slice(previous.start, sentence.end) };
      return inSentence(both, now, zone, locale).filter(({ start }) => start >= sentence.start);
    }
    const next = sentences[index + 1];
    if (found.length > 0 || next === undefined || !goesOn(sentence, next)) return found;
    const both = { start: sentence.start, end: next.end, text: text.slice(sentence.start, next.end) };
    return inSentence(both, now, zone, locale).filter(({ end }) => end <= sentence.end);
  });
}

/** Letters that a time may have with it and still say nothing of its own. */
const MOST_ADDED = 6;

/** With fewer letters a sentence undertakes nothing. */
const FEWEST_SAID = 10;

/** Is it a time alone that the sentence before lacks: "a technician is booked for you. Friday at three"? */
function isAdded(previous: Sentence, { text, start }: Sentence, now: number, zone: string): boolean {
  if (
    text.length > MOST_SHORT ||
    previous.text.length < FEWEST_SAID ||
    start - previous.end > 1 ||
    previous.text.endsWith('?')
  )
    return false;
  const [time, ...others] = findTimes(placed(text), now, { zone, bareDay: HOURS.close });
  if (time === undefined || others.length > 0 || text.length - (time.end - time.start) > MOST_ADDED) return false;
  return findTimes(placed(previous.text), now, { zone, bareDay: HOURS.close }).length === 0;
}

const MOST_SHORT = 40;

/** A polite word ends less in Thai than a full stop: "today, really ค่ะ we'll send it". */
const goesOn = (sentence: Sentence, next: Sentence): boolean =>
  /(?:ค่ะ|คะ|ครับ|คับ|ค่า|จ้า|จ้ะ|จ๊ะ)$/.test(sentence.text) &&
  sentence.text.length <= MOST_SHORT &&
  next.start - sentence.end <= 1;

/** A sentence that names more times is a list of hours or dates, and promises none. */
const MOST_TIMES = 12;

function inSentence({ text, start }: Sentence, now: number, zone: string, locale: Language): readonly PromiseFound[] {
  // a full stop is no part of a date: 30/11.
  const ready = placed(text.replace(/[.…]+$/, ''));
  const times = findTimes(ready, now, { zone, bareDay: HOURS.close });
  if (times.length > MOST_TIMES) return [];
  const languages = times.length === 0 ? [] : languagesOf(ready.marked, locale);
  const found = times
    .filter((time) => isAhead(time, now, zone) && !isOver(time, now))
    .filter((time) => languages.some((language) => isPromised(ready, time, times, signs(language))));
  const exact = found.filter(({ asked }) => asked.period === undefined || asked.weekday !== undefined);
  const said = exact.length === 0 ? found : exact;
  const last = said.findLastIndex((one, index) => {
    const before = said[index - 1];
    return before !== undefined && languages.some((language) => turnsBetween(ready, before, one, signs(language)));
  });
  // what a later time stands against is no longer so: "today, but it is sent tomorrow"
  const kept = said.slice(Math.max(0, last));
  const held = kept.filter(({ at }, index) => kept.findIndex((other) => other.at === at) === index);
  const place = (at: number): number => start + (ready.places[at] ?? text.length);
  return held.map((time) => ({
    at: time.at,
    precision: time.precision,
    start: place(time.start),
    end: place(time.end),
    sentence: text,
  }));
}

/** Hours after which a part of a day is over. */
const PART = 4 * 3_600_000;

/** Still to come; today and a part of it count until they end. */
function isAhead({ at, precision }: When, now: number, zone: string): boolean {
  if (at > now) return at - now <= FURTHEST;
  if (precision === 'part') return at + PART > now;
  const [day, today] = [localOf(at, zone), localOf(now, zone)];
  return precision !== 'minute' && day.year === today.year && day.month === today.month && day.day === today.day;
}

const LONG_AHEAD = 16 * 3_600_000;

/** Only an hour is named, and it has been today: who means tomorrow's says so. */
const isOver = ({ asked, at }: TimeFound, now: number): boolean =>
  asked.clock !== undefined && Object.keys(asked).length === 1 && at - now > LONG_AHEAD;

/** The languages whose rules are asked, by the letters. */
function languagesOf(text: string, locale: Language): readonly Language[] {
  if (/[\u0E00-\u0E7F]/.test(text)) return ['th'];
  // a name or place may have marks in an English reply
  if (/[ăâđêôơư\u1EA0-\u1EF9]/.test(text)) return locale === 'en' ? ['en', 'vi'] : ['vi'];
  return locale === 'vi' && (text.match(ENGLISH_WORDS)?.length ?? 0) < 2 ? ['vi', 'en'] : ['en'];
}

/** Words that no Vietnamese without marks has. */
const ENGLISH_WORDS = /\b(?:the|will|you|your|we|our|is|are|i'll|we'll|you'll|and|of|for|by|it|at|within)\b/g;

const WORDS = { en: ENGLISH_PROMISES, vi: VIETNAMESE_PROMISES, th: THAI_PROMISES };
const made = new Map<Language, PromiseSigns>();

function signs(language: Language): PromiseSigns {
  const ready = made.get(language) ?? signsOf(WORDS[language]);
  made.set(language, ready);
  return ready;
}
