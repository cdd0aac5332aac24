/** Open from and until, in minutes of the local day: 0 ≤ from < to ≤ 1440. */
export interface Opening {
  readonly from: number;
  readonly to: number;
}

/** Opening hours of one desk or team; what lies between two openings of a day is its break. */
export interface Schedule {
  /** an IANA name; hours and holidays are local there */
  readonly zone: string;
  /** from Monday on, each in order and apart; an empty day is closed */
  readonly week: readonly [Openings, Openings, Openings, Openings, Openings, Openings, Openings];
  /** whole local days, as `2027-02-06` */
  readonly holidays: ReadonlySet<string>;
}

export type Openings = readonly Opening[];

const DAY_MINUTES = 1440;

/**
 * Reads the hours of one day, `08:00-12:00` each, in any order; `24:00` is the end of the day and empty a closed one.
 * Null where one is no time, ends before it begins or lies in another: a night shift is two, before and after midnight.
 */
export function readOpenings(written: readonly string[]): Openings | null {
  const read = written.map(readOpening).filter((one) => one !== null);
  const inOrder = read.toSorted((one, other) => one.from - other.from);
  const apart = inOrder.every(({ from }, index) => from >= (inOrder[index - 1]?.to ?? 0));
  return read.length === written.length && apart ? inOrder : null;
}

function readOpening(written: string): Opening | null {
  const [, hour, minute, toHour, toMinute] = /^(\d{1,2}):([0-5]\d)\s*[-–]\s*(\d{1,2}):([0-5]\d)$/.exec(written) ?? [];
  const from = Number(hour) * 60 + Number(minute);
  const to = Number(toHour) * 60 + Number(toMinute);
  return from < to && to <= DAY_MINUTES ? { from, to } : null;
}

/** Do hours end on the day after: `22:00-06:00`, `22:00-25:00`? As they are kept no day goes over its midnight. */
export function goesOverMidnight(written: string): boolean {
  const [, hour, minute, toHour, toMinute] = /^(\d{1,2}):([0-5]\d)\s*[-–]\s*(\d{1,2}):([0-5]\d)$/.exec(written) ?? [];
  if (hour === undefined) return false;
  const to = Number(toHour) * 60 + Number(toMinute);
  return Number(hour) < 24 && Number(toHour) < 48 && (to > DAY_MINUTES || to < Number(hour) * 60 + Number(minute));
}

/** Is there such a zone? */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
