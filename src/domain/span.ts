const UNITS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Reads `30m`, `4h`, `2d`, `1w` as ms; null for anything else. */
export function parseSpan(text: string): number | null {
  const match = /^(\d{1,6})(m|h|d|w)$/.exec(text);
  const unit = UNITS[match?.[2] ?? ''];
  return match === null || unit === undefined ? null : Number(match[1]) * unit;
}

/** A span of whole local days: [from, to) in ms. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const DAY_WORDS: Readonly<Record<string, number>> = {
  today: 0,
  'hôm-nay': 0,
  วันนี้: 0,
  yesterday: -1,
  'hôm-qua': -1,
  เมื่อวาน: -1,
  tomorrow: 1,
  mai: 1,
  พรุ่งนี้: 1,
};

/** Reads `2026-11-01`, `2026-11`, `2026`, `today` and its like as local days; null for anything else. */
export function parseDay(text: string, now: number): DayRange | null {
  const shift = DAY_WORDS[text.toLowerCase().normalize('NFC')];
  if (shift !== undefined) {
    const day = new Date(now);
    return days(day.getFullYear(), day.getMonth(), day.getDate() + shift, 'day');
  }
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (match === null) return null;
  const [, year, month, date] = match;
  if (month === undefined) return days(Number(year), 0, 1, 'year');
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (date === undefined) return days(Number(year), Number(month) - 1, 1, 'month');
  const real = new Date(Number(year), Number(month) - 1, Number(date));
  return real.getMonth() === Number(month) - 1 ? days(Number(year), Number(month) - 1, Number(date), 'day') : null;
}

function days(year: number, month: number, date: number, unit: 'day' | 'month' | 'year'): DayRange {
  const end = { day: [year, month, date + 1], month: [year, month + 1, 1], year: [year + 1, 0, 1] } as const;
  const [toYear, toMonth, toDate] = end[unit];
  return { from: new Date(year, month, date).getTime(), to: new Date(toYear, toMonth, toDate).getTime() };
}
