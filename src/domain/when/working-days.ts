import type { Reading } from './sentence.ts';

const WORKING = /\b(?:working|business)\b/;
const WORKING_AFTER = /^ ?(?:ทำการ|làm việc|lam viec)/;

/** 24h in a sentence are hours, not a day until work ends; working days leave out Saturdays and Sundays. */
export function counted(reading: Reading, words: string, after: string, today: number): Reading {
  const { span } = reading.asked;
  if (span?.unit !== 'day') return reading;
  const as = (n: number, unit: 'day' | 'hour'): Reading => ({
    ...reading,
    asked: { ...reading.asked, span: { n, unit } },
  });
  if (/\dh$/.test(words)) return as(span.n * 24, 'hour');
  if (!WORKING.test(words) && !WORKING_AFTER.test(after)) return reading;
  const weeks = Math.floor(span.n / 5);
  let days = 7 * weeks;
  for (let left = span.n % 5; left > 0; ) {
    days += 1;
    if ((today + days) % 7 < 5) left -= 1;
  }
  while ((today + days) % 7 > 4) days += 1;
  return as(days, 'day');
}
