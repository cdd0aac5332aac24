import type { TimeFound } from '../when/find-times.ts';
import type { Placed } from '../when/placed.ts';
import { type PromiseSigns, placesOf } from './words.ts';

/** A part of a sentence, from `start` to before `end` of its letters made ready. */
export interface Clause {
  readonly start: number;
  readonly end: number;
}

/** Marks that part a sentence; a colon within an hour and a comma within a number are none. */
const MARK = /[;()\u2013\u2014]|[,:](?!\d)| - |\.{2,}|[.!?…](?=\s)/g;

/** The parts of a sentence, as its marks and words part it; none inside of a time. */
export function clausesOf(sentence: Placed, times: readonly TimeFound[], signs: PromiseSigns): readonly Clause[] {
  const { marked } = sentence;
  const starts = [...[...marked.matchAll(MARK)].map(({ index }) => index), ...placesOf(signs.parts, sentence)]
    .filter((at) => !times.some(({ start, end }) => start <= at && at < end))
    .sort((a, b) => a - b);
  return [0, ...starts].map((start, index) => ({ start, end: starts[index] ?? marked.length }));
}

/** What stands around a part of a text between two marks. */
export function segmentOf(marked: string, { start, end }: Clause): Clause {
  const marks = [...marked.matchAll(MARK)].map(({ index }) => index).filter((at) => at > 0);
  return {
    start: marks.findLast((at) => at < start) ?? 0,
    end: marks.find((at) => at >= end) ?? marked.length,
  };
}

/** A piece of a text made ready. */
export const cut = ({ marked, plain, places }: Placed, start: number, end: number): Placed => ({
  marked: marked.slice(start, end),
  plain: plain.slice(start, end),
  places: places.slice(start, end),
});
