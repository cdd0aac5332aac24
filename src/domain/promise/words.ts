import { plainLetter, type Typed } from '../when/lexer.ts';

/**
 * Rows of patterns over lower-case words, and what each is for: letters stand for themselves, `(a|b)?` and `.{0,9}` as
 * in regular expressions, `_` for one word that may be any, `{NAME}` for a list of the table's own.
 */
export type Patterns = readonly string[];

/** How a language promises, and what only looks so. */
export interface PromiseWords {
  readonly lists: Readonly<Record<string, string>>;
  /** somebody of ours does something, or something reaches the customer */
  readonly undertakes: Patterns;
  /** these words make all of a sentence up to a turn of it no promise: hours, prices, policies, habits, events */
  readonly sentenceIsNone: Patterns;
  /** where a sentence turns against what it said: usually it takes a week, but yours leaves tomorrow */
  readonly turns: Patterns;
  /** all that stands between a time and the one that takes its place: from Friday *to* Monday */
  readonly movesTo: Patterns;
  /** what follows is no promise, nor what stands with it between two marks */
  readonly conditions: Patterns;
  /** the same only before the time */
  readonly conditionsFirst: Patterns;
  /** what stands with these words between two marks is asked, whatever its mark */
  readonly asksAnywhere: Patterns;
  /** the same in a sentence that ends as a question */
  readonly asks: Patterns;
  /** a sentence that ends so is a question without its mark */
  readonly asksAtEnd: Patterns;
  /** a question that ends so asks about all that stands before: is that all right? */
  readonly proposes: Patterns;
  /** these make the words around the time no promise, whatever else they say */
  readonly clauseIsNone: ClauseIsNone;
  /** directly before a time: it is none of ours, or no time at all */
  readonly timeIsNoneAfter: Patterns;
  /** directly after it */
  readonly timeIsNoneBefore: Patterns;
  /** a time with the word before it: somebody's name */
  readonly isName: Patterns;
  /** directly before or in a length of time: it is counted from now */
  readonly countsFromNow: Patterns;
  /** where a clause ends, besides at its marks */
  readonly parts: Patterns;
}

/** The classes of what makes a clause no promise. */
export interface ClauseIsNone {
  /** what was done or happened */
  readonly past: Patterns;
  readonly denied: Patterns;
  /** what the customer is asked for, needs, wants, plans or does */
  readonly theirs: Patterns;
  /** who of us is not there: in a meeting, on leave; what is shut */
  readonly away: Patterns;
  /** what is on in the world: exams, holidays, flights */
  readonly world: Patterns;
}

/** A language's tables ready to be asked: is it said in these words? */
export type PromiseSigns = Readonly<Record<keyof Omit<PromiseWords, 'lists'>, Sign>>;
export interface Sign {
  readonly marked: RegExp;
  readonly plain: RegExp;
}

const everywhere = new WeakMap<RegExp, RegExp>();

/** Where these words begin in a text, each place of it. */
export function placesOf({ marked, plain }: Sign, text: Typed): readonly number[] {
  const words = text.marked === text.plain ? plain : marked;
  const all = everywhere.get(words) ?? new RegExp(words.source, 'gu');
  everywhere.set(words, all);
  return [...text.marked.matchAll(all)].map(({ index }) => index);
}

const ANY_WORD = "[\\p{L}\\p{M}\\d'’]+";

/** Makes a language's tables ready; words of Latin letters stand between others, Thai ones anywhere. */
export function signsOf(words: PromiseWords): PromiseSigns {
  const sign = (patterns: Patterns, before = '', after = ''): Sign => {
    const whole = patterns.map((pattern) => bounded(expanded(pattern, words.lists))).join('|') || '(?!)';
    const source = `${before}(?:${whole})${after}`;
    return { marked: new RegExp(source, 'u'), plain: new RegExp([...source].map(plainLetter).join(''), 'u') };
  };
  return {
    undertakes: sign(words.undertakes),
    sentenceIsNone: sign(words.sentenceIsNone),
    conditions: sign(words.conditions),
    conditionsFirst: sign(words.conditionsFirst),
    asksAnywhere: sign(words.asksAnywhere),
    asks: sign(words.asks),
    asksAtEnd: sign(words.asksAtEnd, '', '[\\s\\p{P}\\p{S}]*$'),
    proposes: sign(words.proposes),
    turns: sign(words.turns),
    movesTo: sign(words.movesTo, '^ ?', ' ?$'),
    clauseIsNone: sign(Object.values(words.clauseIsNone).flat()),
    timeIsNoneAfter: sign(words.timeIsNoneAfter, '', ' ?$'),
    timeIsNoneBefore: sign(words.timeIsNoneBefore, '^ ?'),
    isName: sign(words.isName, '', '$'),
    countsFromNow: sign(words.countsFromNow),
    parts: sign(words.parts),
  };
}

const expanded = (pattern: string, lists: PromiseWords['lists']): string =>
  pattern
    .replace(/\{([A-Z]+)\}/g, (_, name: string) => `(?:${expanded(lists[name] ?? '(?!)', lists)})`)
    .replace(/(?<!\[)'(?!’)/g, "['’]")
    .replace(/_/g, ANY_WORD);

const bounded = (pattern: string): string => {
  const thai = /[\u0E00-\u0E7F]/.test(pattern);
  return thai ? `(?:${pattern})` : `(?<![\\p{L}\\p{M}\\d])(?:${pattern})(?![\\p{L}\\p{M}\\d])`;
};

/** Who types marks is held to them; "đã" is not "da" there. */
export const says = ({ marked, plain }: Sign, text: Typed): boolean =>
  text.marked === text.plain ? plain.test(text.plain) : marked.test(text.marked);
