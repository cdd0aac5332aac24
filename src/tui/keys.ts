import type { Key as InkKey } from 'ink';

/** A key as the table names it (`j`, `Enter`, `C-s`), or a run of text as it was typed. */
export interface Key {
  readonly name: string;
  /** what a text field would insert; null for keys that are no text */
  readonly text: string | null;
}

const named = (name: string): Key => ({ name, text: null });

const FLAGS: readonly (readonly [keyof InkKey, string])[] = [
  ['upArrow', 'Up'],
  ['downArrow', 'Down'],
  ['leftArrow', 'Left'],
  ['rightArrow', 'Right'],
  ['pageUp', 'PageUp'],
  ['pageDown', 'PageDown'],
  ['home', 'Home'],
  ['end', 'End'],
  ['return', 'Enter'],
  ['tab', 'Tab'],
  ['backspace', 'Backspace'],
  ['delete', 'Delete'],
];

/**
 * One event of Ink holds one key, or everything that arrived in one chunk: `jjj`, text with its Enter. It is cut at
 * every control byte; the runs between stay whole, for the text fields. Esc and a key within 20 ms come as Alt+key: no
 * Alt chord is bound, so it is Esc and then the key.
 */
export function keysFrom(input: string, key: InkKey): Key[] {
  if (key.eventType === 'release') return [];
  if (key.escape && input === '') return [named('Esc')];
  if (key.meta && !key.ctrl)
    return key.escape ? [named('Esc')] : [named('Esc'), ...keysFrom(input, { ...key, meta: false })];
  const flag = FLAGS.find(([name]) => key[name] === true);
  if (flag !== undefined) {
    const [, name] = flag;
    if (key.ctrl && (name === 'Left' || name === 'Right')) return [named(`C-${name}`)];
    if (name === 'Tab' && key.shift) return [named('S-Tab')];
    return [named(name)];
  }
  if (key.ctrl) return input === '' ? [] : [named(`C-${input.toLowerCase()}`)];
  return cut(input);
}

/** Nobody types so many letters with a line end among them between two reads. */
const PASTED_FROM = 40;

/** Is it a paste from a terminal that does not bracket pastes? Then none of it is a key. */
export const isPasted = (input: string): boolean => input.length >= PASTED_FROM && /[\r\n]/.test(input);

function cut(input: string): Key[] {
  const keys: Key[] = [];
  let run = '';
  const flush = (): void => {
    if (run !== '') keys.push({ name: run, text: run });
    run = '';
  };
  const signs = [...input];
  for (const [at, sign] of signs.entries()) {
    const control = CONTROL[sign] ?? (at === 0 || at === signs.length - 1 ? chordOf(sign) : undefined);
    if (control !== undefined) {
      flush();
      keys.push(named(control));
    } else if (sign >= ' ' && sign !== '\x7f') run += sign;
  }
  flush();
  return keys;
}

/** Ctrl with a letter, before or behind what was typed in the same moment; in the midst of a text it is no key of hers. */
const chordOf = (sign: string): string | undefined =>
  sign >= '\x01' && sign <= '\x1a' ? `C-${String.fromCharCode(sign.charCodeAt(0) + 96)}` : undefined;

const CONTROL: Readonly<Record<string, string>> = {
  '\r': 'Enter',
  '\n': 'Enter',
  '\t': 'Tab',
  '\x7f': 'Backspace',
  '\b': 'Backspace',
  '\x1b': 'Esc',
};

/** In command mode every character is a key of its own, cut by code point: a Thai vowel sign must not swallow its base. */
export const commandKeys = (key: Key): Key[] =>
  key.text === null ? [key] : [...key.text.normalize('NFC')].map((sign) => ({ name: sign, text: sign }));

/**
 * The Latin key in the place of a Thai letter on a Kedmanee keyboard, plain and shifted rows. Source: TIS 820 as the
 * `th` layout of xkeyboard-config has it (fixtures/keys/kedmanee.tsv).
 */
const KEDMANEE_PLACES = [
  ['ๅ/-ภถุึคตจขช', '1234567890-='],
  ['ๆไำพะัีรนยบล', 'qwertyuiop[]'],
  ['ฟหกดเ้่าสวงฃ', "asdfghjkl;'\\"],
  ['ผปแอิืทมใฝ', 'zxcvbnm,./'],
  ['+๑๒๓๔ู฿๕๖๗๘๙', '!@#$%^&*()_+'],
  ['๐"ฎฑธํ๊ณฯญฐ,', 'QWERTYUIOP{}'],
  ['ฤฆฏโฌ็๋ษศซ.ฅ', 'ASDFGHJKL:"|'],
  ['()ฉฮฺ์?ฒฬฦ', 'ZXCVBNM<>?'],
] as const;

const KEDMANEE = new Map<string, string>();
for (const [thai, latin] of KEDMANEE_PLACES) {
  const letters = [...thai];
  [...latin].forEach((key, index) => {
    const letter = letters[index];
    if (letter !== undefined && /[\u0E00-\u0E7F]/.test(letter)) KEDMANEE.set(letter, key);
  });
}

/** The key meant by a letter of a keyboard that is set to Thai; any other key is itself. */
export const latinKey = (key: Key): Key => {
  const latin = KEDMANEE.get(key.name);
  return latin === undefined ? key : { name: latin, text: latin };
};
