import { type CaseCourse, isOver } from './case-states.ts';
import type { ClockKind } from './targets.ts';

/** From when on a clock counts, and the event that ended it; `ended` null: still open. */
export interface ClockSpan {
  readonly started: number;
  readonly ended: { readonly at: number; readonly index: number } | null;
}

/**
 * help-desks.md 4, "First reply time": creation → first public agent message; where we wrote first the second one, and null
 * until it happens, never a live counter [ZD-met].
 */
function firstReply({ words }: CaseCourse): ClockSpan | null {
  const [created] = words;
  const ours = words.filter(({ by }) => by === 'agent');
  if (created === undefined) return null;
  if (created.by === 'customer') return { started: created.at, ended: ours[0] ?? null };
  return ours[1] === undefined ? null : { started: created.at, ended: ours[1] };
}

/**
 * help-desks.md 4, "Next reply time": oldest unanswered public customer message → next public agent message; several in a
 * row are one clock from the first [GL-met]. From our first reply on; with nobody waiting, the last round.
 */
function nextReply({ words }: CaseCourse): ClockSpan | null {
  const firstAnswer = words.findIndex(({ by }) => by === 'agent');
  const later = firstAnswer < 0 ? [] : words.slice(firstAnswer + 1);
  const lastAsked = later.findLastIndex(({ by }) => by === 'customer');
  const answerBefore = later.slice(0, Math.max(lastAsked, 0)).findLastIndex(({ by }) => by === 'agent');
  const oldest = later[answerBefore + 1];
  return lastAsked < 0 || oldest === undefined ? null : { started: oldest.at, ended: later[lastAsked + 1] ?? null };
}

/**
 * help-desks.md 4, "First / full resolution": creation → last solved, closed without solved counts at closing [ZD-met];
 * open again after a reopening.
 */
function resolution({ words, history, before, after }: CaseCourse): ClockSpan | null {
  const [created] = words;
  if (created === undefined) return null;
  const states = [before, ...after];
  const open = states.findLastIndex((state) => !isOver(state));
  if (open === states.length - 1) return { started: created.at, ended: null };
  // states[i + 1] is the state after history[i]
  const at = history[open]?.at ?? created.at;
  return { started: created.at, ended: { at: Math.max(at, created.at), index: Math.max(open, 0) } };
}

const SPANS: Readonly<Record<ClockKind, (course: CaseCourse) => ClockSpan | null>> = {
  first: firstReply,
  next: nextReply,
  resolution,
};

/** When that clock counted; null where nobody waits for it, and in a case that was merged away (part 4, "excluded"). */
export const spanOf = (kind: ClockKind, course: CaseCourse): ClockSpan | null =>
  course.history.some(({ type }) => type === 'merged-away') ? null : SPANS[kind](course);

/** The customer's words in a row, from the first of them until our answer: measured by `first` until we have answered once. */
export interface RoundSpan extends ClockSpan {
  readonly clock: Exclude<ClockKind, 'resolution'>;
}

/** Every round in which the customer waited. Where we wrote first nobody waits for a first answer. */
export function roundSpans({ words, history }: CaseCourse): RoundSpan[] {
  if (history.some(({ type }) => type === 'merged-away')) return [];
  const spans: RoundSpan[] = [];
  let started: number | null = null;
  let clock: RoundSpan['clock'] = 'first';
  for (const word of words) {
    if (word.by === 'customer') started ??= word.at;
    else {
      if (started !== null) spans.push({ clock, started, ended: word });
      started = null;
      clock = 'next';
    }
  }
  return started === null ? spans : [...spans, { clock, started, ended: null }];
}
