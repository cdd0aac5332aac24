import type { MissingWhy } from '../domain/handoff/filled.ts';
import type { Say } from './say.ts';

/** What to do about what a department still lacks: how it is typed, and what a date, a sum and evidence must be. */
export function missingHint(
  how: string,
  whys: Readonly<Record<MissingWhy, string>>,
  { typed, dates, sums, evidence }: Parameters<Say>[0],
): string {
  const about = (names: unknown, why: string): string[] => (names ? [`${names}: ${why}`] : []);
  return [
    ...(typed ? [how] : []),
    ...about(dates, whys['not-a-date']),
    ...about(sums, whys['not-money']),
    ...about(evidence, whys['no-evidence']),
  ].join('; ');
}
