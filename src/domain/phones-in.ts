import { asciiDigits, type Home, normalPhone } from './phone.ts';

export interface PhoneFound {
  readonly written: string;
  /** as `normalPhone` gives it */
  readonly normal: string;
}

/** Who has more numbers in a signature has listed a company's. */
const MOST = 5;
/** A signature is no longer; of a longer text only the beginning is read. */
const MOST_LETTERS = 20_000;
/** Groups of digits in one number: +49 (0) 30 60 98 54 18 0. */
const MOST_GROUPS = 9;
/** Letters in one number, with what parts its digits; the fewest digits of one that can be called without being named. */
const MOST_WRITTEN = 30;
const FEWEST_DIGITS = 7;
/** Letters before a number in which to look for what it is. */
const BEFORE = 40;

/** Digits and what parts them, on one line; no part of a word, a serial number or an address. */
const RUN = /(?<![\p{sc=Latin}\p{N}]-?)(?<![@_=#&$€£฿₫])(?:\(?\+ ?)?\(?\d[\d ().\-–—/\t]*/gu;

const words = (latin: string, thai: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${latin})(?!\\p{L})|${thai}`, 'giu');

/** What says that the next digits are a number to call … */
const PHONE = words(
  'tel|telephone|telefon|tel ?[/&] ?fax|phone|ph|mobile|mob|cell|call|hotline|zalo|viber|whatsapp|sđt|sdt|đt|đtdđ|dđ|dd|điện thoại|dien thoai|di động|gọi|liên hệ|lh|[mtp](?= ?[:.])',
  'โทรศัพท์|โทร(?!สาร)|เบอร์|มือถือ|ติดต่อ',
);
/** … and what says that they are something else. */
const OTHER = words(
  'đơn|don hang|đơn hàng|mã|ma|vận đơn|hóa đơn|hoá đơn|mst|stk|tk|tài khoản|tai khoan|cccd|cmnd|giá|tiền|order|invoice|ticket|case|tracking|parcel|serial|s/n|sn|imei|tax|vat|account|iban|passport|ref|id|code|pin|price|total|fax|telefax|facs',
  'เลขที่|คำสั่งซื้อ|ออเดอร์|บัญชี|ราคา|พัสดุ|โทรสาร|แฟกซ์|แฟ็กซ์',
);
const LINK_TO_PHONE = /(?:zalo|wa)\.me\/\+?$/i;
const LINK = /:\/\/|\.\p{L}{2,}\//u;
const NO_NUMBER_AFTER = /^ ?(?:@|%|:\d|[$€£฿₫]|(?:đ|k|vn[dđ]|usd|thb|baht)(?!\p{L})|บาท)|^(?![xX])[\p{sc=Latin}_]/iu;
const DATE = /(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?![./-]?\d)|(?<!\d)\d{4}-\d\d-\d\d(?!\d)/;

/**
 * The telephone numbers to reach the author of a signature or a short text, at most five, each once, in their order. No
 * fax, and nothing that looks or is called like an order, a price, a date, an account; a number without country code
 * must be written as one dials it in `home`, or be called a telephone number. In time linear in the text.
 */
export function phonesIn(text: string, home: Home): readonly PhoneFound[] {
  const plain = asciiDigits(text.slice(0, MOST_LETTERS));
  const found = new Map<string, PhoneFound>();
  let last = 0;
  for (const match of plain.matchAll(RUN)) {
    const run = trimmed(match[0]);
    const end = match.index + run.length;
    const before = plain.slice(Math.max(last, match.index - BEFORE), match.index).replace(/^.*\n/s, '');
    last = end;
    const called = calledBefore(before);
    if (called === 'other') continue;
    for (const one of inRun(run, called === 'phone', NO_NUMBER_AFTER.test(plain.slice(end, end + 8)), home))
      if (found.size < MOST && !found.has(one.normal)) found.set(one.normal, one);
    if (found.size === MOST) break;
  }
  return [...found.values()];
}

/** Up to the last digit or bracket. */
function trimmed(run: string): string {
  let end = run.length;
  while (end > 0 && !/[\d)]/.test(run.charAt(end - 1))) end--;
  return run.slice(0, end);
}

function calledBefore(before: string): 'phone' | 'other' | null {
  const token = /\S*$/.exec(before)?.[0] ?? '';
  if (LINK_TO_PHONE.test(token)) return 'phone';
  if (LINK.test(token)) return 'other';
  const [phone, other] = [PHONE, OTHER].map((kind) =>
    [...before.matchAll(kind)].reduce((end, { 0: word, index }) => Math.max(end, index + word.length), -1),
  );
  if (phone === undefined || other === undefined || phone === other) return null;
  return phone > other ? 'phone' : 'other';
}

/** The numbers in a run of groups: of those that begin with a group the longest. */
function inRun(run: string, called: boolean, endIsNone: boolean, home: Home): readonly PhoneFound[] {
  const groups = [...run.matchAll(/(?:\(?\+ ?)?\(?\d+\)?/g)].map(({ 0: group, index }) => ({
    start: index,
    end: index + group.length,
  }));
  const found: PhoneFound[] = [];
  for (let first = 0; first < groups.length; first++) {
    for (let after = Math.min(groups.length, first + MOST_GROUPS); after > first; after--) {
      const written = run.slice(groups[first]?.start, groups[after - 1]?.end).replace(/^\((?![^(]*\))/, '');
      if ((endIsNone && after === groups.length) || !isDialled(written, called, home)) continue;
      const normal = normalPhone(written, home);
      if (normal === null) continue;
      found.push({ written, normal });
      first = after - 1;
      break;
    }
  }
  return found;
}

/** North American numbers in their groups need no name. */
const GROUPED = /^(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}$/;

function isDialled(written: string, called: boolean, home: Home): boolean {
  const digits = written.length > MOST_WRITTEN ? 0 : written.replace(/\D/g, '').length;
  if (digits < FEWEST_DIGITS || DATE.test(written)) return false;
  if (/^\(?(?:\+|0)/.test(written)) return true;
  if (home === '1' && GROUPED.test(written)) return true;
  // a national number that has lost its 0 is only believed in a field for numbers
  return called && (home === '1' || home === '65' || written.startsWith(home));
}
