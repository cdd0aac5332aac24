/** How numbers are written in one country. */
export interface Numbering {
  /** the digit before a number that is dialled within the country, or none */
  readonly trunk: '0' | '1' | '';
  /** a number without country code and trunk */
  readonly national: RegExp;
}

/** By country code: where a desk may be at home. Numbers of all others are only read with their country code. */
export const NUMBERING = {
  // 2 and nine digits: fixed lines since 2017; mobiles since 2018-09-15
  84: { trunk: '0', national: /^(?:2\d{9}|[35789]\d{8})$/ },
  // mobiles 06, 08, 09; fixed lines have eight digits
  66: { trunk: '0', national: /^(?:[689]\d{8}|[2-57]\d{7})$/ },
  1: { trunk: '1', national: /^[2-9]\d\d[2-9]\d{6}$/ },
  33: { trunk: '0', national: /^[1-79]\d{8}$/ },
  44: { trunk: '0', national: /^(?:[1-357]\d{9}|1\d{8})$/ },
  49: { trunk: '0', national: /^[1-9]\d{5,10}$/ },
  60: { trunk: '0', national: /^(?:1\d{8,9}|[3-9]\d{7,8})$/ },
  61: { trunk: '0', national: /^[23478]\d{8}$/ },
  65: { trunk: '', national: /^[3689]\d{7}$/ },
  81: { trunk: '0', national: /^(?:[1-9]\d{8}|[5789]0\d{8})$/ },
  82: { trunk: '0', national: /^(?:1\d{8,9}|2\d{7,8}|[3-6]\d{8,9})$/ },
  86: { trunk: '0', national: /^(?:1[3-9]\d{9}|[2-9]\d{8,10}|10\d{8})$/ },
  855: { trunk: '0', national: /^[1-9]\d{7,8}$/ },
  856: { trunk: '0', national: /^(?:20\d{8}|[2-8]\d{7})$/ },
} as const satisfies Record<number, Numbering>;

/** The country code of where the shop is. */
export type Home = `${keyof typeof NUMBERING}`;

const HOMES: ReadonlyMap<string, Numbering> = new Map(Object.entries(NUMBERING));

export const isHome = (code: string): code is Home => HOMES.has(code);

/** Country codes as E.164 assigns them (ITU list of 2016); a code is never the beginning of another. */
const COUNTRY =
  /^(?:1|7|2(?:[07]|[1-46-9]\d|5[0-8])|3(?:[0-469]|[578]\d)|4(?:[013-9]|2[013])|5(?:[1-8]|0\d|9\d)|6(?:[0-6]|7[02-9]|8[0-35-9]|9[0-2])|8(?:[1246]|5[02356]|8[06])|9(?:[0-58]|6[0-8]|7[0-79]|9[2-68]))/;

/** Parts digits that begin with a country code; null where there is none. */
export function byCountry(digits: string): { readonly code: string; readonly rest: string } | null {
  const code = COUNTRY.exec(digits)?.[0];
  return code === undefined ? null : { code, rest: digits.slice(code.length) };
}

export const numberingOf = (code: string): Numbering | null => HOMES.get(code) ?? null;

/**
 * Vietnamese mobile prefixes of before 2018-09-15 (decision 798 of the Ministry of Information and Communications of
 * 2018-05-24): with eleven digits, 0120 and so on, and what they became.
 */
const OLD_VIETNAMESE: Readonly<Record<string, string>> = {
  120: '70',
  121: '79',
  122: '77',
  123: '83',
  124: '84',
  125: '85',
  126: '76',
  127: '81',
  128: '78',
  129: '82',
  162: '32',
  163: '33',
  164: '34',
  165: '35',
  166: '36',
  167: '37',
  168: '38',
  169: '39',
  186: '56',
  188: '58',
  199: '59',
};

/** A national number in its form of today. */
export function renumbered(code: string, national: string): string {
  const prefix = code === '84' && national.length === 10 ? OLD_VIETNAMESE[national.slice(0, 3)] : undefined;
  return prefix === undefined ? national : prefix + national.slice(3);
}
