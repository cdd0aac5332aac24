import fc from 'fast-check';
import type { InputMethod } from '../../src/domain/settings.ts';

/**
 * A small model of a Vietnamese input method that writes into a terminal with "fake backspaces", as UniKey,
 * ibus-bamboo, OpenKey and xim engines do: each key changes the word that is shown, and the engine takes back the
 * letters from the first one that differs (one backspace for each code point) and writes the rest anew. Marks are
 * typed behind their vowel, the tone behind its vowel or at the end of the word. Text is what an agent means; words
 * that an engine would have to be told to leave alone (`class`, `3G`) do not belong in it.
 */
export interface Engine {
  readonly method: InputMethod;
  /** what the terminal sends for the engine's backspace */
  readonly erase: '\x7f' | '\b';
  readonly form: 'NFC' | 'NFD';
  readonly tone: 'end' | 'vowel';
}

/** What was pressed, and what arrives for each key. */
export interface Typed {
  readonly keys: readonly string[];
  readonly bursts: readonly string[];
}

const KEYS: Readonly<Record<InputMethod, Readonly<Record<string, string>>>> = {
  telex: { '́': 's', '̀': 'f', '̉': 'r', '̃': 'x', '̣': 'j', '̂': '', '̛': 'w', '̆': 'w', đ: 'd' },
  vni: { '́': '1', '̀': '2', '̉': '3', '̃': '4', '̣': '5', '̂': '6', '̛': '7', '̆': '8', đ: '9' },
  viqr: { '́': "'", '̀': '`', '̉': '?', '̃': '~', '̣': '.', '̂': '^', '̛': '+', '̆': '(', đ: 'd' },
};

const TONE = /[\u0301\u0300\u0309\u0303\u0323]/u;

export function typeVietnamese(text: string, engine: Engine): Typed {
  const keys: string[] = [];
  const bursts: string[] = [];
  for (const piece of text.normalize('NFC').match(/[\p{L}\p{M}]+|[^\p{L}\p{M}]/gu) ?? []) {
    let before = '';
    for (const { key, shown } of wordSteps(piece, engine)) {
      keys.push(key);
      bursts.push(change(before.normalize(engine.form), shown.normalize(engine.form), engine.erase));
      before = shown;
    }
  }
  return { keys, bursts };
}

interface Step {
  readonly key: string;
  /** the word as it stands on the screen after the key */
  readonly shown: string;
}

function wordSteps(word: string, { method, tone }: Engine): Step[] {
  const steps: Step[] = [];
  const shown: string[] = [];
  let late: { at: number; mark: string } | null = null;
  const press = (key: string): void => void steps.push({ key, shown: shown.join('') });
  const put = (at: number, mark: string): void => {
    shown[at] = `${shown[at]}${mark}`.normalize('NFC');
    press(KEYS[method][mark] || (shown[at] ?? '').normalize('NFD').charAt(0).toLowerCase());
  };
  for (const letter of word) {
    const stroke = letter === 'đ' || letter === 'Đ';
    const [base = '', ...marks] = stroke ? [letter === 'đ' ? 'd' : 'D'] : letter.normalize('NFD');
    const at = shown.push(base) - 1;
    press(base);
    if (stroke) {
      shown[at] = letter;
      press(KEYS[method]['đ'] ?? '');
    }
    for (const mark of marks.filter((one) => !TONE.test(one))) put(at, mark);
    const own = marks.find((one) => TONE.test(one));
    if (own !== undefined && tone === 'vowel') put(at, own);
    else if (own !== undefined) late = { at, mark: own };
  }
  if (late !== null) put(late.at, late.mark);
  return steps;
}

/** Back to the first code point that differs, then the rest. */
function change(before: string, after: string, erase: string): string {
  const [old, now] = [[...before], [...after]];
  let same = 0;
  while (same < old.length && old[same] === now[same]) same += 1;
  return erase.repeat(old.length - same) + now.slice(same).join('');
}

/** Every kind of engine of one method. */
export const engines = (method: InputMethod): Engine[] =>
  (['\x7f', '\b'] as const).flatMap((erase) =>
    (['NFC', 'NFD'] as const).flatMap((form) =>
      (['end', 'vowel'] as const).map((tone) => ({ method, erase, form, tone })),
    ),
  );

export const METHODS: readonly InputMethod[] = ['telex', 'vni', 'viqr'];

const NUCLEI = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y', 'iê', 'uô', 'ươ', 'oa', 'uyê', 'ưa'];
const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

/** Any syllable of the shape initial, vowels with a tone on the last marked one, final. */
export const syllable: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', 'b', 'ch', 'd', 'đ', 'Đ', 'gh', 'kh', 'l', 'ng', 'nh', 'ph', 'qu', 't', 'tr', 'v', 'X', 'H'),
    fc.constantFrom(...NUCLEI),
    fc.constantFrom(...TONES),
    fc.constantFrom('', 'c', 'ch', 'i', 'm', 'n', 'ng', 'nh', 'p', 't', 'u', 'y'),
  )
  .map(([initial, nucleus, tone, final]) => `${initial}${nucleus}${tone}${final}`.normalize('NFC'));
