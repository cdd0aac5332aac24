/** Hours of the parts of a day; a day without any begins with work. */
export const HOURS = {
  morning: 8,
  noon: 12,
  afternoon: 14,
  evening: 18,
  night: 20,
  close: 17,
  bareDay: 9,
} as const;

export const PARTS = ['morning', 'noon', 'afternoon', 'evening', 'night', 'close'] as const;
export type Part = (typeof PARTS)[number];

export const UNITS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type Unit = (typeof UNITS)[number];

export const EDGES = ['start', 'middle', 'end'] as const;
export type Edge = (typeof EDGES)[number];

/** What a word can be in a sentence about time. */
export const KINDS = [
  'num', // a number in digits or as a word
  'digits', // a number in digits
  'ordinal', // 1st
  'clock', // minutes since midnight: 17:30, midnight
  'early', // a clock with one digit from 1 to 6, of which one can't say which half of the day is meant: 3:30
  'hour', // giờ, h, o'clock, นาฬิกา
  'mong', // โมง
  'thum', // ทุ่ม: hours since 18:00
  'ti', // ตี: hours since midnight
  'am',
  'pm',
  'past', // half past 3
  'quarter',
  'to', // quarter to 3
  'less', // 9 giờ kém 15
  'half', // nửa tiếng
  'more-half', // 3 rưỡi
  'short', // 2h, 3d: minutes that are meant, as a list writes them
  'unit',
  'in', // in 2 hours, sau 2 tiếng
  'more', // อีก: the number after it can be missing
  'later', // nữa: the number before it can be missing
  'hence', // from now
  'fortnight',
  'shift', // days from today
  'tonight',
  'part',
  'weekday', // 0 is Monday
  'thu', // Thursday in English, and "thứ" without its mark: a number after it is no hour
  'weekend',
  'this',
  'next',
  'coming', // tới: the next week, but the coming Friday
  'into', // sang tuần
  'edge',
  'period-end', // eow
  'month',
  'year-word',
  'day-word', // ngày 5, วันที่ 5
  'moon-day', // mùng 5: by the moon, or by the sun as in offices
  'date', // day, month and year in one number: see `packDate`
  'at',
  'filler',
] as const;
export type Kind = (typeof KINDS)[number];

/** A word in one of its meanings. */
export interface Lexeme {
  readonly kind: Kind;
  readonly n: number;
  /** where it ends in the text */
  readonly end: number;
}

/** Rows of a language: what it is, its number, and its spellings between bars; a blank may be left out. */
export type WordTable = readonly (readonly [kind: Kind, n: number, spellings: string])[];

export const part = (name: Part): number => PARTS.indexOf(name);
export const unit = (name: Unit): number => UNITS.indexOf(name);
export const edge = (name: Edge): number => EDGES.indexOf(name);

/** A date as one number; a year or month of 0 is not said. */
export const packDate = (year: number, month: number, day: number): number => (year * 100 + month) * 100 + day;
