import { byCountry, type Home, NUMBERING, numberingOf, renumbered } from './phone-numbering.ts';

export type { Home } from './phone-numbering.ts';

/** What follows an extension's name up to the end is not dialled from outside. */
const EXTENSION =
  /[\s,;(/–-]*(?:;\s*ext=|(?<!\p{L})ext(?:ension)?\b\.?|x(?=\s*\d)|#(?=\d)|máy lẻ|may le|số nội bộ|so noi bo|nội bộ|ต่อ|ภายใน)[\s.:]*\d.*$/iu;
/** "Tel.: ", "ĐT: " or "Chị Lan:" before the number. */
const LABEL = /^(?:tel:|[\p{L}\p{M}][\p{L}\p{M}\s.-]{0,20}[:.]\s*)(?=[\s+(\d])/iu;
/** "(Zalo)" beside it. */
const REMARK = /\(\s*\p{L}[^()\d]*\)/gu;
/** One more line of the same switchboard: 02-222-2222-3, 02 222 2222 to 5. */
const MORE_LINES = /\s*[-–~]\s*\d{1,2}$/;
const WRITTEN = /^[+(]?[\d\s().\-–—/]*$/;

/** With label, remark and extension; what is longer is a text. */
const MOST_LETTERS = 120;
/** E.164 6.1: fifteen digits with the country code at most. */
const MOST_DIGITS = 15;
/** No country has shorter numbers that others can dial, but a few islands. */
const FEWEST_DIGITS = 7;
/** Countries that dial the 0 of a number from abroad too: Italy and its neighbours, the Ivory Coast, both Congos, Gabon. */
const KEEP_ZERO: ReadonlySet<string> = new Set(['39', '378', '225', '242', '241']);

/**
 * The one form of a telephone number, `+` and digits as in E.164, however it is written; the extension is left out. A
 * number without country code is one of `home`, also where a spreadsheet has lost its 0. Null: no telephone number that
 * others could dial (a short code, a hotline within the country, a word, two numbers).
 */
export function normalPhone(text: string, home: Home): string | null {
  if (text.length > MOST_LETTERS) return null;
  const bare = asciiDigits(text)
    .replace(REMARK, ' ')
    .trim()
    .replace(LABEL, '')
    .replace(EXTENSION, '')
    .replace(/[\s.,;]+$/, '')
    .trim();
  return read(bare, home) ?? (MORE_LINES.test(bare) ? read(bare.replace(MORE_LINES, ''), home) : null);
}

/** Thai, full-width and invisible signs as plain ones; the length may change. */
export const asciiDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0E50-\u0E59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));

function read(written: string, home: Home): string | null {
  if (!WRITTEN.test(written)) return null;
  const abroad = /^\(?\+/.test(written);
  // (0) between country code and number is only said at home
  const digits = (abroad || /^\(?00/.test(written) ? written.replace(/\(\s*0\s*\)/, '') : written).replace(/\D/g, '');
  if (abroad) return withCountry(digits);
  if (digits.startsWith('00')) return withCountry(digits.slice(2));
  return atHome(digits, home);
}

function withCountry(digits: string): string | null {
  const parts = byCountry(digits);
  if (parts === null || digits.length > MOST_DIGITS) return null;
  const { code, rest } = parts;
  const numbering = numberingOf(code);
  if (numbering === null) {
    const number = KEEP_ZERO.has(code) ? rest : rest.replace(/^0/, '');
    return /^0{2}/.test(rest) || code.length + number.length < FEWEST_DIGITS ? null : `+${code}${number}`;
  }
  const { trunk, national } = numbering;
  const number = renumbered(code, trunk === '0' ? rest.replace(/^0/, '') : rest);
  return national.test(number) ? `+${code}${number}` : null;
}

function atHome(digits: string, home: Home): string | null {
  const { trunk, national } = NUMBERING[home];
  const within = trunk !== '' && digits.startsWith(trunk) ? digits.slice(trunk.length) : null;
  for (const candidate of [within, trunk === '0' && digits.startsWith('0') ? null : digits]) {
    if (candidate === null) continue;
    const number = renumbered(home, candidate);
    if (national.test(number)) return `+${home}${number}`;
  }
  return digits.startsWith(home) ? withCountry(digits) : null;
}
