import { createHash } from 'node:crypto';
import { findPromises, type PromiseFound } from '../../src/domain/promise/find-promises.ts';
import { localOf, momentOf } from '../../src/domain/when/zone.ts';
import type { PromiseGold } from './promises-gold.ts';

/** A pattern of the gold with all its variants: right only if each of them is. */
export interface PatternScore {
  readonly lang: 'en' | 'vi' | 'th';
  readonly corpus: boolean;
  readonly promise: boolean;
  readonly missed: boolean;
  readonly false: boolean;
  /** what was wrong, for a reader */
  readonly told: readonly string[];
}

export interface Figures {
  readonly precision: number;
  readonly recall: number;
}

const two = (n: number): string => String(n).padStart(2, '0');

function wall(at: number, zone: string): string {
  const { year, month, day, minutes } = localOf(at, zone);
  return `${year}-${two(month)}-${two(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function nowOf({ now, zone }: PromiseGold): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = now.split(/[- :]/).map(Number);
  return momentOf({ year, month, day, minutes: hour * 60 + minute }, zone);
}

const languageOf = (lang: string): PatternScore['lang'] => (lang === 'vi' || lang === 'th' ? lang : 'en');

/** What is read in each pattern of the gold; `textOf` gives the whole sentence. */
export function scored(gold: readonly PromiseGold[], textOf: (one: PromiseGold) => string): readonly PatternScore[] {
  return [...Map.groupBy(gold, ({ pattern }) => pattern).values()].flatMap((variants) => {
    const [first] = variants;
    if (first === undefined) return [];
    const told = variants.map((one) => judged(one, textOf(one)));
    return {
      lang: languageOf(first.lang),
      corpus: first.source !== null,
      promise: first.promised !== null,
      missed: told.some(({ missed }) => missed),
      false: told.some(({ wrong }) => wrong.length > 0),
      told: told.flatMap(({ line }) => line ?? []),
    };
  });
}

function judged(one: PromiseGold, text: string): { missed: boolean; wrong: readonly PromiseFound[]; line?: string } {
  const { promised, zone, lang, pattern, doubtful } = one;
  const found = findPromises(text, nowOf(one), { zone, locale: languageOf(lang) });
  const isRight = ({ at }: PromiseFound): boolean =>
    promised !== null && wall(at, zone) >= promised.from && wall(at, zone) <= promised.to;
  const wrong = found.filter((promise) => !isRight(promise));
  const missed = promised !== null && !found.some(isRight);
  if (!missed && wrong.length === 0) return { missed, wrong };
  const read = wrong.map(({ start, end, at }) => `"${text.slice(start, end)}" as ${wall(at, zone)}`).join(', ');
  const what = `${missed ? 'missed' : 'false'}${doubtful ? ' (doubtful)' : ''} ${pattern}`;
  const label = promised === null ? 'none' : `${promised.from}..${promised.to}`;
  return { missed, wrong, line: `${what}: ${text.slice(0, 160)} — is ${label}${read === '' ? '' : `, read ${read}`}` };
}

/** Shares from 0 to 1; a promise with a wrong moment is both missed and false. */
export function figures(scores: readonly PatternScore[]): Figures {
  const count = (holds: (one: PatternScore) => boolean): number => scores.filter(holds).length;
  const right = count((one) => one.promise && !one.missed);
  return { precision: right / (right + count((one) => one.false)), recall: right / count((one) => one.promise) };
}

/** The figures of these patterns for a reader. */
export function shares(scores: readonly PatternScore[]): string {
  const { precision, recall } = figures(scores);
  const share = (part: number): string => `${(part * 100).toFixed(1)} %`;
  const promises = scores.filter(({ promise }) => promise).length;
  return `precision ${share(precision)}, recall ${share(recall)} of ${promises} promises among ${scores.length} patterns`;
}

/** The half of the patterns that was looked at while the rules were written. */
export const wasLookedAt = (pattern: string): boolean =>
  Number.parseInt(createHash('sha256').update(pattern).digest('hex').slice(0, 8), 16) % 2 === 0;
