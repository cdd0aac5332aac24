const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ZONES: Readonly<Record<string, number>> = {
  ...{ EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420 },
  ...{ AKST: -540, HST: -600, WET: 0, WEST: 60, BST: 60, CET: 60, CEST: 120, MET: 60, MEST: 120, MEZ: 60, MESZ: 120 },
  ...{
    EET: 120,
    EEST: 180,
    MSK: 180,
    ICT: 420,
    WIB: 420,
    SGT: 480,
    HKT: 480,
    JST: 540,
    KST: 540,
    AEST: 600,
    NZST: 720,
  },
};

// [weekday,] 7 Nov 2013 17:54:55 +0000 · Thu Nov  7 17:54:55 [EST] 2013 [+0000] · 2013-11-07T17:54:55Z
const MAIL =
  /^(?:[a-z]{2,9}\.?,?\s*)?(\d{1,2})[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{2,4}),?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(.*)$/i;
const UNIX =
  /^(?:[a-z]{2,9}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:([a-z]{1,5}|[+-]\d{4})\s+)?(\d{4})(.*)$/i;
const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(.*)$/i;

/**
 * Reads a date of a mail header (RFC 5322, 3.3 and 4.3; also the C and ISO forms) as ms since 1970 UTC.
 * Strict where it counts (day 31, hour 29 are not rounded), forgiving about what follows; null when it is no date.
 * A zone nobody knows counts as UTC, as RFC 5322 4.3 says.
 */
export function readDate(text: string): number | null {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  const mail = MAIL.exec(line);
  if (mail) return moment(mail[3], monthOf(mail[2]), mail[1], [mail[4], mail[5], mail[6]], mail[7]);
  const unix = UNIX.exec(line);
  if (unix) return moment(unix[7], monthOf(unix[1]), unix[2], [unix[3], unix[4], unix[5]], unix[6] ?? unix[8]);
  const iso = ISO.exec(line);
  if (iso) return moment(iso[1], Number(iso[2]) - 1, iso[3], [iso[4], iso[5], iso[6]], iso[7]);
  return null;
}

const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase());

type Clock = readonly (string | undefined)[];

function moment(years: string | undefined, month: number, days: string | undefined, clock: Clock, rest = '') {
  const [hour = 0, minute = 0, second = 0] = clock.map((piece) => Number(piece ?? 0));
  const day = Number(days);
  const year = fullYear(years ?? '');
  if (month < 0 || month > 11 || year < 1970 || year > 2100 || hour > 23 || minute > 59 || second > 60) return null;
  const date = new Date(Date.UTC(year, month, day));
  if (day < 1 || date.getUTCMonth() !== month) return null;
  const at = date.getTime() + ((hour * 60 + minute - zoneMinutes(rest)) * 60 + Math.min(second, 59)) * 1000;
  return at < 0 ? null : at;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return digits.length === 3 ? 1900 + year : year;
}

/** Minutes east of UTC named at the beginning of what follows the time; 0 when nothing readable is there. */
function zoneMinutes(rest: string): number {
  const numeric = /^(?:\.\d+)?\s*\(?(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})(?!\d)/i.exec(rest);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
    return minutes > 15 * 60 ? 0 : numeric[1] === '-' ? -minutes : minutes;
  }
  const name = /^(?:\.\d+)?\s*\(?([a-z]{2,5})\b/i.exec(rest)?.[1]?.toUpperCase() ?? '';
  return Object.hasOwn(ZONES, name) ? (ZONES[name] ?? 0) : 0;
}
