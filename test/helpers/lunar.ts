/**
 * The Vietnamese lunar calendar from the moon and the sun: Hồ Ngọc Đức, "Thuật toán tính âm lịch", after Meeus. Good to
 * some minutes.
 */

const RADIAN = Math.PI / 180;
const MONTH = 29.530588853;
const sin = (degrees: number): number => Math.sin(degrees * RADIAN);

/** Julian date of the kth new moon since 1 January 1900. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const [t2, t3] = [t * t, t * t * t];
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
  const m = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const f = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const shift =
    (0.1734 - 0.000393 * t) * sin(m) +
    0.0021 * sin(2 * m) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * f) -
    0.0051 * sin(m + moon) -
    0.0074 * sin(m - moon) +
    0.0004 * sin(2 * f + m) -
    0.0004 * sin(2 * f - m) -
    0.0006 * sin(2 * f + moon) +
    0.001 * sin(2 * f - moon) +
    0.0005 * sin(2 * moon + m);
  return mean + shift - (-0.000278 + 0.000265 * t + 0.000262 * t2);
}

/** Longitude of the sun in degrees at a Julian date. */
function sun(at: number): number {
  const t = (at - 2451545) / 36525;
  const m = 357.5291 + 35999.0503 * t - 0.0001559 * t * t;
  const centre = (1.9146 - 0.004817 * t) * sin(m) + (0.019993 - 0.000101 * t) * sin(2 * m) + 0.00029 * sin(3 * m);
  const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t + centre;
  return ((longitude % 360) + 360) % 360;
}

/** Julian day number of a date, of the kth new moon there, and the twelfth of the sun's way at the start of a day. */
const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + 2440588;
const newMoonDay = (k: number, hours: number): number => Math.floor(newMoon(k) + 0.5 + hours / 24);
const sign = (day: number, hours: number): number => Math.floor(sun(day - 0.5 - hours / 24) / 30);

/** Which new moon begins the eleventh month, that of the winter solstice. */
function eleventh(year: number, hours: number): number {
  const k = Math.floor((dayNumber(year, 12, 31) - 2415021) / MONTH);
  return sign(newMoonDay(k, hours), hours) >= 9 ? k - 1 : k;
}

/** The first day of the lunar year, as `2027-02-06`, in a zone so many hours ahead of UTC. */
export function lunarNewYear(year: number, hours: number): string {
  const [from, to] = [eleventh(year - 1, hours), eleventh(year, hours)];
  const signs = Array.from({ length: 4 }, (_, i) => sign(newMoonDay(from + i, hours), hours));
  // of thirteen months the first without a sign of its own is the leap month; here only those before the new year matter
  const leap = to - from > 12 && [1, 2].some((month) => signs[month] === signs[month + 1]);
  const day = newMoonDay(from + (leap ? 3 : 2), hours);
  return new Date((day - 2440588) * 86_400_000).toISOString().slice(0, 10);
}
