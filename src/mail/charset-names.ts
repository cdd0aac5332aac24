/** How bytes are decoded: by iconv-lite, or by the platform's TextDecoder where iconv-lite has no table. */
export interface Charset {
  readonly by: 'iconv' | 'platform';
  readonly name: string;
}

/** Labels found in real mails that neither library knows or that mean a larger set than they say. */
const ALIASES: Readonly<Record<string, string>> = {
  ...{ 'unicode-1-1-utf-7': 'utf-7', 'x-unicode-2-0-utf-7': 'utf-7', utf7: 'utf-7', 'unicode-1-1-utf-8': 'utf-8' },
  ...{ utf8: 'utf-8', 'utf-8-': 'utf-8', utf8mb4: 'utf-8', 'x-utf-8': 'utf-8', cp65001: 'utf-8' },
  ...{
    gb2312: 'gb18030',
    gbk: 'gb18030',
    'x-gbk': 'gb18030',
    cp936: 'gb18030',
    'gb_2312-80': 'gb18030',
    gb: 'gb18030',
  },
  ...{
    'euc-cn': 'gb18030',
    'chinese-gb': 'gb18030',
    ms936: 'gb18030',
    'iso-ir-58': 'gb18030',
  },
  ...{
    big5: 'big5-hkscs',
    'big-5': 'big5-hkscs',
    cp950: 'big5-hkscs',
    'x-x-big5': 'big5-hkscs',
    'cn-big5': 'big5-hkscs',
  },
  ...{
    'shift-jis': 'shift_jis',
    sjis: 'shift_jis',
    'x-sjis': 'shift_jis',
    cp932: 'shift_jis',
    'windows-31j': 'shift_jis',
  },
  ...{ ms_kanji: 'shift_jis', 'x-euc-jp': 'euc-jp', jis: 'iso-2022-jp', 'iso-2022-jp-1': 'iso-2022-jp' },
  ...{
    'iso-2022-jp-2': 'iso-2022-jp',
    'iso-2022-jp-3': 'iso-2022-jp',
    'iso-2022-jp-ms': 'iso-2022-jp',
    cp50220: 'iso-2022-jp',
  },
  ...{ 'ks_c_5601-1987': 'cp949', ks_c_5601: 'cp949', 'euc-kr': 'cp949', korean: 'cp949', ksc5601: 'cp949' },
  ...{ 'tis-620': 'windows-874', tis620: 'windows-874', 'tis-62': 'windows-874', 'iso-8859-11': 'windows-874' },
  ...{ 'x-windows-874': 'windows-874', cp874: 'windows-874', thai: 'windows-874' },
  ...{ 'x-viet-tcvn': 'tcvn', tcvn: 'tcvn', 'tcvn-5712': 'tcvn', 'tcvn5712-1': 'tcvn', 'x-viet-viscii': 'viscii' },
  ...{ 'x-viet-vni': 'windows-1252', 'iso-8859-1': 'windows-1252', latin1: 'windows-1252', 'iso-8859': 'windows-1252' },
  ...{
    'iso-8859-9': 'windows-1254',
    'iso-8859-8-i': 'iso-8859-8',
    'iso-8859-8-e': 'iso-8859-8',
    'iso-8859-6-i': 'iso-8859-6',
  },
  ...{ 'x-mac-roman': 'macintosh', 'x-mac-ce': 'maccenteuro', 'x-mac-cyrillic': 'maccyrillic', macroman: 'macintosh' },
};

/** Labels that say nothing about bytes over 0x7F. */
const SILENT = new Set(['', 'us-ascii', 'ascii', 'usascii', 'iso646-us', 'ansi_x3.4-1968', '7bit', '8bit', 'binary']);
const MORE_SILENT = new Set([
  'unknown-8bit',
  'x-unknown',
  'unknown',
  'default',
  'x-user-defined',
  'default_charset',
  'none',
]);

/** Labels only the platform's TextDecoder reads well (stateful or large east Asian sets). */
const PLATFORM = new Set(['iso-2022-jp', 'shift_jis', 'euc-jp', 'gb18030']);

/**
 * What a charset label of a mail means; null for none, for us-ascii, and for names nobody knows: then the bytes
 * must speak for themselves. `known` asks whether iconv-lite has a table.
 */
export function charsetFor(label: string | null, known: (name: string) => boolean): Charset | null {
  const cleaned = (label ?? '')
    .toLowerCase()
    .replace(/^["'\s]+|["'\s;]+$/g, '')
    .replace(/\*.*$/, '');
  if (cleaned.length > 60 || SILENT.has(cleaned) || MORE_SILENT.has(cleaned)) return null;
  const spelled = cleaned
    .replace(/^(?:win|cp|windows)[-_]?(125\d|874)$/, 'windows-$1')
    .replace(/^iso[-_]?8859[-_]?(\d+)$/, 'iso-8859-$1');
  const name = Object.hasOwn(ALIASES, spelled) ? (ALIASES[spelled] ?? spelled) : spelled;
  if (PLATFORM.has(name)) return { by: 'platform', name };
  return known(name) ? { by: 'iconv', name } : null;
}
