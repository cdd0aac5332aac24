import type { TimeFound } from '../when/find-times.ts';
import type { Placed } from '../when/placed.ts';
import { type Clause, clausesOf, cut, segmentOf } from './clauses.ts';
import { type PromiseSigns, placesOf, says } from './words.ts';

const QUESTION = /\?["”’)]*$/;
/** A part that goes on with what the part before undertakes. */
const GOES_ON = /^[,;]? ?(?:and|then|or|và|rồi|sau đó|แล้ว)(?![\p{L}\p{M}]*[^\s\p{L}])/u;

/** A clause with no more letters beside its time may leave it to the next what is undertaken. */
const FEW_LETTERS = 40;
/** With no more it only adds the time to what was said before: "so", "by", "then". */
const ADDED_LETTERS = 15;

/** Is this time of the sentence one that we promise, as the language's tables have it? */
export function isPromised(
  sentence: Placed,
  time: TimeFound,
  times: readonly TimeFound[],
  signs: PromiseSigns,
): boolean {
  if (says(signs.sentenceIsNone, untilTurns(sentence, time, signs)) || isQuoted(sentence.marked, time)) return false;
  if (isMovedAway(sentence, time, times, signs)) return false;
  if (isConditional(sentence, time, signs) || isAsked(sentence, time, signs)) return false;
  const [before, after] = [cut(sentence, 0, time.start), cut(sentence, time.end, sentence.marked.length)];
  if (says(signs.timeIsNoneAfter, tail(before)) || says(signs.timeIsNoneBefore, after)) return false;
  if (says(signs.isName, cut(sentence, Math.max(0, time.start - TAIL), time.end))) return false;
  if (!isMoment(time, tail(before), after, signs)) return false;
  const clauses = clausesOf(sentence, times, signs);
  const own = clauses.findIndex(({ start, end }) => start <= time.start && time.end <= end);
  const [clause, ...others] = evidence(sentence.marked, clauses, own, times);
  if (clause === undefined || says(signs.clauseIsNone, cut(sentence, clause.start, clause.end))) return false;
  if (says(signs.undertakes, cut(sentence, clause.start, clause.end))) return true;
  // what is past, denied or asked also is so for a time that is added to it: "it was due on Friday, at the latest"
  const added = letters(clause, times) <= ADDED_LETTERS;
  for (const { start, end } of others) {
    const words = cut(sentence, start, end);
    const none = says(signs.clauseIsNone, words);
    if (none && added && end === clause.start) return false;
    if (!none && says(signs.undertakes, words)) return true;
  }
  return false;
}

/** What stands around a time between two turns of its sentence. */
function untilTurns(sentence: Placed, { start, end }: Clause, { turns }: PromiseSigns): Placed {
  const found = placesOf(turns, sentence);
  return cut(
    sentence,
    found.findLast((at) => at < start) ?? 0,
    found.find((at) => at >= end) ?? sentence.marked.length,
  );
}

/** Does a later time of the sentence stand against this one: "today, but it is sent tomorrow"? */
export const turnsBetween = (sentence: Placed, from: Clause, to: Clause, { turns }: PromiseSigns): boolean =>
  says(turns, cut(sentence, from.end, to.start));

/** Another time takes its place: "from Friday to Monday", "Friday's visit has moved to Monday". */
function isMovedAway(sentence: Placed, time: TimeFound, times: readonly TimeFound[], signs: PromiseSigns): boolean {
  const next = times.find(({ start }) => start >= time.end);
  return next !== undefined && says(signs.movesTo, cut(sentence, time.end, next.start));
}

/** A condition before the time governs it, and so does one that follows without a mark between. */
function isConditional(sentence: Placed, time: TimeFound, signs: PromiseSigns): boolean {
  const { start, end } = segmentOf(sentence.marked, time);
  const before = cut(sentence, 0, time.start);
  return (
    [signs.conditions, signs.conditionsFirst].some((sign) => says(sign, before)) ||
    says(signs.conditions, cut(sentence, start, end))
  );
}

/** In the part that a question asks; "I'll come at five, are you in?" asks only whether one is in. */
function isAsked(sentence: Placed, time: TimeFound, signs: PromiseSigns): boolean {
  const { start, end } = segmentOf(sentence.marked, time);
  const own = cut(sentence, start, end);
  if (says(signs.asksAnywhere, own)) return true;
  if (!QUESTION.test(sentence.marked) && !says(signs.asksAtEnd, sentence)) return false;
  if (end === sentence.marked.length) return true;
  const last = segmentOf(sentence.marked, { start: sentence.marked.length, end: sentence.marked.length });
  return says(signs.asks, own) || says(signs.proposes, cut(sentence, last.start, last.end));
}

/** Where to look for what is undertaken: the time's clause; where that says little, those beside it without a time. */
function evidence(
  text: string,
  clauses: readonly Clause[],
  own: number,
  times: readonly TimeFound[],
): readonly Clause[] {
  const clause = clauses[own];
  if (clause === undefined) return [];
  const before = clauses.slice(Math.max(0, own - 2), own).reverse();
  if (GOES_ON.test(text.slice(clause.start, clause.end)))
    return [clause, ...before.map(({ start }) => ({ start, end: clause.end }))];
  if (letters(clause, times) > FEW_LETTERS) return [clause];
  const timeless = ({ start, end }: Clause): boolean => !times.some((time) => start <= time.start && time.end <= end);
  return [clause, ...[...clauses.slice(own + 1, own + 2), ...before].filter(timeless)];
}

/** Letters of a clause that belong to no time. */
function letters(clause: Clause, times: readonly TimeFound[]): number {
  const held = times.filter(({ start, end }) => clause.start <= start && end <= clause.end);
  return held.reduce((left, { start, end }) => left - (end - start), clause.end - clause.start);
}

/** A length alone lasts, and is no moment: "5 minutes"; a part of a day alone is half a word in Thai. */
function isMoment({ asked, words }: TimeFound, before: Placed, after: Placed, signs: PromiseSigns): boolean {
  const said = Object.keys(asked);
  if (said.length === 1 && asked.part !== undefined && /[\u0E00-\u0E7F]/.test(words)) return false;
  if (/^(?:morning|afternoon|evening|night)$/.test(words)) return false;
  if (asked.span === undefined) return true;
  const near = /[\u0E00-\u0E7F]/.test(words) ? TAIL : NEAR;
  const both = `${before.marked.slice(-near)}${words}¦${after.marked.slice(0, NEAR)}`;
  return signs.countsFromNow.marked.test(both) || signs.countsFromNow.plain.test(both);
}

/** Between quotes, or before one that closes and was opened in a sentence before. */
function isQuoted(text: string, time: TimeFound): boolean {
  return /^[^"“]*?[^\s"“]["”](?:[\s.,;:!?)]|$)/.test(text.slice(time.end));
}

const TAIL = 24;
/** As far as a word counts that says from when a length is counted; Thai has no blanks, and longer words. */
const NEAR = 16;
const tail = (text: Placed): Placed => cut(text, Math.max(0, text.marked.length - TAIL), text.marked.length);
