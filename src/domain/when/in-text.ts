import type { Asked } from './asked.ts';

/** Not in the middle of a word or number. */
const opens = (text: string, at: number): boolean =>
  !/[\p{sc=Latin}\d#]$/u.test(text.slice(Math.max(0, at - 1), at)) ||
  !/^[\p{sc=Latin}\d]/u.test(text.slice(at, at + 1));

/** พน. is tomorrow where no word goes on: not พนักงาน. */
const WHOLE_TOMORROW = /^(?:[^\u0E00-\u0E7F]?)พน(?:[.\s]|$|เช้า|บ่าย|เย็น|เที่ยง|นะ|ค่ะ|ครับ|จ้า|แอด|จะ|ส่ง|ของ|ช่าง|ก่อน)/;

/** Not a part of a longer number, an amount or a share: 12.500, 299k, 20%. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 8)];
  if (!opens(text, start) || /^[\p{M}\s]/u.test(text.slice(start, start + 1))) return false;
  const words = text.slice(start, end);
  // a version, a size, a score, a pair of numbers, an address
  if (
    /^(?:[\p{L}\p{M}]{2,8} ?){0,3}(?<!ngày |ngay |ที่ ?)\d{1,2}-\d{1,2}$/u.test(words) ||
    /^\.\p{L}/u.test(after) ||
    before.endsWith('@')
  )
    return false;
  // "buổi này, chiều nay": this is the word's before it
  if (/^(?:này|นี้)/.test(words)) return false;
  if (/^\d+\.\d+$/.test(text.slice(start, end)) && !/^\d+\.\d\d$/.test(text.slice(start, end))) return false;
  // always on the line, somebody of the staff
  if (/^24 ?\/ ?(?:7|24)$/.test(words)) return false;
  if (words.startsWith('พน') && !WHOLE_TOMORROW.test(text.slice(Math.max(0, start - 1), start + 12))) return false;
  // a fridge, calm, cold water
  if (text.startsWith('เย็น', start) && /(?:ตู้|ใจ|น้ำ)$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  // the year that is named, and not this one's end: ปลายปี 58
  if (/(?:ปี|năm|nam|year)$/.test(text.slice(start, end)) && /^ ?\d/.test(after)) return false;
  // รพ. is a hospital, พ.ค. a month
  if (/^(?:จ|อ|พ|พฤ|ศ|ส|อา)\./.test(words) && /[\u0E00-\u0E7F]$/.test(before)) return false;
  if (/(?:^|\s)(?:จ|อ|พ|พฤ|ศ|ส|อา)\.$/.test(words) && /^[ก-ฮ]{1,2}\./.test(after)) return false;
  // คืน is also to give back: night is what stands before this, a day, or nothing
  if (/(?<!เที่ยง|กลาง)คืน$/.test(words) && /^(?!นี้|วัน(?!ที่)|พรุ่ง|เดียว)[\u0E00-\u0E7F]/.test(after)) return false;
  if (/^\d/.test(text.slice(start, start + 1)) && /(?:[\d][.,/:-]|#|\$|฿)$/.test(before)) return false;
  // the first hour of two: 13.00-15.00
  if (/(?:^|\D)\d{1,2}[:.h]\d{2}$/.test(words) && /^[-–]\d{1,2}[:.h]\d{2}(?!\d)/.test(after)) return true;
  if (!/\d$/.test(text.slice(start, end)))
    return !(/[\p{sc=Latin}]$/u.test(text.slice(start, end)) && /^[\p{sc=Latin}\d]/u.test(after));
  return !/^(?:[\p{sc=Latin}\d%₫฿$]|[.,/:-]\d| ?(?:%|k(?![\p{L}\p{M}])|đồng|vnd|usd|baht|บาท))/u.test(after);
}

/** A number that is an hour only by the word before it, and has a noun after it: "mai 3 cái", "about 5 people". */
export const lonelyHour = (asked: Asked, text: string, start: number, end: number): boolean =>
  asked.clock !== undefined &&
  LONELY.test(text.slice(start, end)) &&
  /^ ?\p{L}/u.test(text.slice(end, end + 2)) &&
  !OTHER_END.test(text.slice(end, end + 12));

const LONELY =
  /(?:^|[^\p{L}\p{M}\d:.h])(?<!th[ứu] )(?:\d{1,2}|an?|and a half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)$/u;
/** The hour that ends what this one begins: "between 1 and 3". */
const OTHER_END =
  /^ ?(?:and|to|đến|tới|-|–) ?\d{1,2}(?: ?[ap]\.?m\b|(?! ?[\p{L}\d]))|^ (?:and|so|but|then|at the|latest|sharp|on|today|tomorrow|this|uk|est|pst|cet|gmt|local|your|our)(?![\p{L}\d])(?! ?\d)/u;
