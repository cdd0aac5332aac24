import type { Asked } from './asked.ts';

/** Not in the middle of a word or number. */
const opens = (text: string, at: number): boolean =>
  !/[\p{sc=Latin}\d#]$/u.test(text.slice(Math.max(0, at - 1), at)) ||
  !/^[\p{sc=Latin}\d]/u.test(text.slice(at, at + 1));

/** Not a part of a longer number, an amount or a share: 12.500, 299k, 20%. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 8)];
  if (!opens(text, start) || /^[\p{M}\s]/u.test(text.slice(start, start + 1))) return false;
  const words = text.slice(start, end);
  // a version, a size, a score, a pair of numbers, an address
  if (/^\d{1,2}-\d{1,2}$/.test(words) || /^\.\p{L}/u.test(after) || before.endsWith('@')) return false;
  if (/^\d+\.\d+$/.test(text.slice(start, end)) && !/^\d+\.\d\d$/.test(text.slice(start, end))) return false;
  // a fridge, calm, cold water
  if (text.startsWith('เย็น', start) && /(?:ตู้|ใจ|น้ำ)$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  // the year that is named, and not this one's end: ปลายปี 58
  if (/(?:ปี|năm|nam|year)$/.test(text.slice(start, end)) && /^ ?\d/.test(after)) return false;
  if (/\d ?น$/.test(text.slice(start, end)) && /^[\u0E00-\u0E7F]/.test(after)) return false;
  if (/คืน$/.test(text.slice(start, end)) && /^(?:เงิน|สินค้า|ให้|ของ|ได้|ยอด|ค่า)/.test(after)) return false;
  if (/^\d/.test(text.slice(start, start + 1)) && /(?:[\d][.,/:-]|#|\$|฿)$/.test(before)) return false;
  if (!/\d$/.test(text.slice(start, end)))
    return !(/[\p{sc=Latin}]$/u.test(text.slice(start, end)) && /^[\p{sc=Latin}\d]/u.test(after));
  return !/^(?:[\p{sc=Latin}\d%₫฿$]|[.,/:-]\d| ?(?:%|k\b|đồng|vnd|usd|baht|บาท))/u.test(after);
}

/** A number that is an hour only by the word before it, and has a noun after it: "mai 3 cái", "about 5 people". */
export const lonelyHour = (asked: Asked, text: string, start: number, end: number): boolean =>
  asked.clock !== undefined &&
  /(?:^|[^\d:.h])(?:\d{1,2}|an?|and a half)$/.test(text.slice(start, end)) &&
  /^ ?\p{L}/u.test(text.slice(end, end + 2));
