import type { LedgerMark } from '../ledger/ledger.ts';
import { DAY } from '../ledger/rules.ts';
import type { JourneyFacts } from './facts.ts';
import { happenings } from './happenings.ts';
import type { JourneyLine } from './line.ts';
import { silences } from './silences.ts';

/**
 * A customer's whole story, the newest first: an agent who opens it wants what is ahead, what happened last, and then how it
 * came to that. Each mark of the ledger stands exactly once: beside the line that it comes from, or on one of its own.
 * What nobody knows the time of comes last. `now` in ms.
 */
export function journeyOf(facts: JourneyFacts, marks: readonly LedgerMark[], now: number): JourneyLine[] {
  const told = happenings(facts, now);
  const given = new Map<JourneyLine, LedgerMark[]>();
  const alone: JourneyLine[] = [];
  const homes = homesIn(told);
  for (const mark of marks) {
    const home = homes(mark);
    if (home === null) alone.push({ kind: 'mark', at: mark.at, case: mark.case, marks: [mark] });
    else given.set(home, [...(given.get(home) ?? []), mark]);
  }
  const lines = [...told.map((line) => ({ ...line, marks: given.get(line) ?? [] })), ...alone];
  // of one moment: a silence ends with what follows it, so it stands below; else what was told later stands above
  return [...lines.toReversed(), ...silences(facts, now)].toSorted(
    (one, other) => (other.at ?? Number.NEGATIVE_INFINITY) - (one.at ?? Number.NEGATIVE_INFINITY) || 0,
  );
}

/** Is a line told right by what happened since then (ms; null: nothing is)? Of a silence that is where it began. */
export const isSince = (line: JourneyLine, since: number | null): boolean =>
  since !== null && line.at !== null && line.at - (line.kind === 'silence' ? (line.days + 1) * DAY : 0) > since;

/** Finds the line that a mark comes from; null: no other line says it. */
function homesIn(told: readonly JourneyLine[]): (mark: LedgerMark) => JourneyLine | null {
  const promises = new Map(told.flatMap((line) => (line.kind === 'promise' ? [[line.id, line] as const] : [])));
  const byCase = Map.groupBy(told, (line) => line.case);
  return (mark) => {
    if (mark.commitment !== null) return promises.get(mark.commitment) ?? null;
    const here = mark.case === null ? [] : (byCase.get(mark.case) ?? []);
    const nearest = (fits: (line: JourneyLine) => boolean): JourneyLine | null =>
      here.filter(fits).toSorted((one, other) => distance(one, mark) - distance(other, mark))[0] ?? null;
    switch (mark.rule) {
      case 'rating-low':
      case 'rating-4':
      case 'rating-5':
        return nearest(({ kind }) => kind === 'rating');
      case 'complaint':
        return nearest((line) => line.kind === 'case' && line.what === 'opened');
      case 'reopened':
        return nearest((line) => line.kind === 'case' && line.what === 'reopened');
      case 'option-taken':
        return nearest((line) => line.kind === 'option' && line.answer === 'yes' && mark.key.endsWith(`:${line.step}`));
      default:
        return null;
    }
  };
}

const distance = ({ at }: JourneyLine, mark: LedgerMark): number =>
  at === null ? Number.MAX_SAFE_INTEGER : Math.abs(at - mark.at);
