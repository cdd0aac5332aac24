import type { InputMethod } from '../domain/settings.ts';
import type { Key } from './keys.ts';

/**
 * What an input method believes to stand in a text field while keys are commands: letters that came, and letters it
 * took back (`''`: one that we have not seen) and has not yet written again.
 */
export interface Composing {
  readonly word: readonly string[];
  readonly taken: readonly string[];
  /** the key that was pressed is known: what is still to come of this burst has been pressed before */
  readonly known: boolean;
}

export const NOT_COMPOSING: Composing = { word: [], taken: [], known: false };

/** `key`: what was pressed; null: nothing new. `alone`: a letter that only an input method makes, without its keys. */
export interface ReadKey {
  readonly key: Key | null;
  readonly alone: boolean;
  readonly composing: Composing;
}

/** No syllable is longer than 7 letters, and none is taken back further. */
const LONGEST_WORD = 16;

/** acute, grave, hook, tilde, dot below, circumflex, horn, breve: the key that adds each */
const MODIFIERS: Readonly<Record<InputMethod, Readonly<Record<string, string>>>> = {
  telex: modifiers('sfrxj', null, 'w', 'w', 'd'),
  vni: modifiers('12345', '6', '7', '8', '9'),
  viqr: modifiers("'`?~.", '^', '+', '(', 'd'),
};

/** `circumflex` null: the letter itself, typed twice. */
function modifiers(tones: string, circumflex: string | null, horn: string, breve: string, stroke: string) {
  const marks = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'].map((mark, n) => [mark, tones[n] ?? ''] as const);
  return Object.fromEntries([
    ...marks,
    ['\u0302', circumflex ?? ''],
    ['\u031B', horn],
    ['\u0306', breve],
    ['đ', stroke],
  ]);
}

/** The order in which marks are looked at: a tone is typed last. */
const MARKS = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323', '\u0302', '\u031B', '\u0306'];

/** Is it a letter that only an input method makes? */
export const isComposed = (name: string): boolean =>
  /^[\p{Ll}\p{Lu}]$/u.test(name) && (name.normalize('NFD').length > 1 || name === 'đ' || name === 'Đ');

const isNamed = (key: Key): boolean => key.text === null;

/** A letter as base and marks; đ is d with a mark of its own. */
function parts(sign: string): { base: string; marks: string[] } {
  if (sign === 'đ' || sign === 'Đ') return { base: 'd', marks: ['đ'] };
  const [base = '', ...marks] = sign.normalize('NFD');
  return MARKS.includes(base) ? { base: '', marks: [base, ...marks] } : { base: base.toLowerCase(), marks };
}

/** The key that made `after` out of `before`; null where no mark was added. `before` '' is a letter we did not see. */
export function pressedModifier(method: InputMethod, before: string, after: string): string | null {
  const { base, marks } = parts(after);
  const was = parts(before);
  const had = was.base === base ? was.marks : [];
  const added = ['đ', ...MARKS].find((mark) => marks.includes(mark) && !had.includes(mark));
  if (added === undefined) return null;
  return MODIFIERS[method][added] || base || null;
}

/**
 * Which key was meant in command mode. Backspace bytes are bound to nothing: they are an input method at work, which
 * takes letters back from the first one that changes and writes them anew with the mark of the modifier just pressed.
 * The modifier is the key, the rest of the letters are not pressed again, in however many pieces they come.
 * A composed letter that no backspace announced (a pre-edit engine's) is no key. Source: how UniKey, ibus-bamboo and
 * OpenKey write into programs without pre-edit.
 */
export function readComposed(composing: Composing, key: Key, method: InputMethod): ReadKey {
  const { word, taken } = composing;
  if (key.name === 'Backspace')
    return {
      key: null,
      alone: false,
      composing: { word: word.slice(0, -1), taken: [word.at(-1) ?? '', ...taken], known: false },
    };
  if (isNamed(key)) return { key, alone: false, composing: NOT_COMPOSING };
  const sign = key.name;
  if (MARKS.includes(sign) && sign !== taken[0]) return markAlone(composing, key, method);
  const [before, ...rest] = taken;
  if (before !== undefined && writesAgain(composing, before, sign)) {
    const pressed = pressedModifier(method, withMarks(before, rest), sign);
    return {
      key: pressed === null ? null : { name: pressed, text: pressed },
      alone: false,
      composing: settled([...word, sign], withoutMarks(rest, sign), before !== sign),
    };
  }
  const alone = isComposed(sign);
  return { key: alone ? null : key, alone, composing: settled([...word, sign], [], false) };
}

/** An engine that writes decomposed letters adds the mark alone, before the letters that it took back for it. */
function markAlone({ word, taken }: Composing, key: Key, method: InputMethod): ReadKey {
  const carrier = word.findLast((one) => !MARKS.includes(one)) ?? '';
  const pressed = pressedModifier(method, carrier, `${carrier}${key.name}`);
  return {
    key: pressed === null ? key : { name: pressed, text: pressed },
    alone: false,
    composing: settled([...word, key.name], taken, true),
  };
}

const settled = (word: readonly string[], taken: readonly string[], known: boolean): Composing => ({
  word: word.slice(-LONGEST_WORD),
  taken,
  known: known && taken.length > 0,
});

/**
 * Does this letter stand in the place of the one that was taken back? A single letter that comes again unchanged was
 * pressed: no engine takes back what it need not change, but an agent may press Backspace and then a key.
 */
function writesAgain({ taken }: Composing, before: string, sign: string): boolean {
  if (isComposed(sign)) return true;
  if (sign === before) return taken.length > 1;
  return before !== '' && parts(before).base === parts(sign).base;
}

/** What of a key is new: letters of a burst whose key is known are dropped, wherever the keys go by now. */
export function withoutKnown(composing: Composing, key: Key): { key: Key | null; composing: Composing } {
  if (!composing.known || key.text === null) return { key, composing };
  let { word, taken } = composing;
  const signs = [...key.text];
  for (let sign = signs.shift(); sign !== undefined; sign = signs.shift()) {
    const isMark = MARKS.includes(sign);
    // marks that were taken back for good do not come again
    if (!isMark) taken = taken.slice(marksAhead(taken));
    if (taken.length === 0) {
      signs.unshift(sign);
      break;
    }
    word = [...word, sign];
    if (!isMark || marksAhead(taken) > 0) taken = withoutMarks(taken.slice(1), sign);
  }
  const text = signs.join('');
  return { key: text === '' ? null : { name: text, text }, composing: settled(word, taken, true) };
}

/** A letter and the marks that were taken back with it: engines that write decomposed letters take them one by one. */
const withMarks = (letter: string, rest: readonly string[]): string =>
  letter + rest.slice(0, marksAhead(rest)).join('');

/** The marks that a composed letter brought back in one piece are no longer waited for. */
const withoutMarks = (rest: readonly string[], sign: string): readonly string[] => {
  const { marks } = parts(sign);
  const ahead = marksAhead(rest);
  return [...rest.slice(0, ahead).filter((mark) => !marks.includes(mark)), ...rest.slice(ahead)];
};

function marksAhead(rest: readonly string[]): number {
  const end = rest.findIndex((one) => !MARKS.includes(one));
  return end < 0 ? rest.length : end;
}
