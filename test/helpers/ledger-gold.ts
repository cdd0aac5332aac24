import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOODS, STATUSES, TOPICS } from '../../src/domain/case.ts';
import type { CaseStory, CustomerFacts, OptionAnswer, PromiseFact, StoryWord } from '../../src/domain/ledger/facts.ts';
import type { Override } from '../../src/domain/ledger/ledger.ts';
import { SCORES } from '../../src/domain/rating.ts';
import { goldMoment } from './clocks-gold.ts';
import { SPOKEN, type Who } from './ledger-words.ts';

interface GoldCase {
  readonly number: number;
  readonly topic?: string;
  readonly words?: readonly (readonly [at: string | null, entry: number, who: Who])[];
  readonly statuses?: readonly (readonly [at: string, to: string])[];
  readonly moods?: readonly (readonly [at: string, to: string | null])[];
  readonly ratings?: readonly (readonly [at: string, score: number])[];
  readonly breaches?: readonly (readonly ['first' | 'next', at: string])[];
}

type Fate = { readonly done?: string; readonly dropped?: string; readonly missed?: string };

/** A scene of test/gold/ledger.json; its `about` says what each field means. */
export interface LedgerScene {
  readonly rule: string;
  readonly name: string;
  readonly why: string;
  readonly now: string;
  readonly rules?: string;
  readonly cases?: readonly GoldCase[];
  readonly promises?: readonly (readonly [id: number, case_: number | null, due: string, Fate])[];
  readonly options?: readonly (readonly [at: string, case_: number, option: string, OptionAnswer['answer']])[];
  readonly overrides?: readonly (readonly [key: string, reason: string, at: string])[];
  readonly marks: Readonly<Record<string, string>>;
  readonly entries?: Readonly<Record<string, number>>;
  readonly reasons?: Readonly<Record<string, string>>;
  readonly poor?: number;
  readonly good?: number;
  readonly balance?: number;
  readonly strikes?: number;
  readonly atRisk?: boolean;
  readonly oneMore?: boolean;
}

export const ledgerGold = (): readonly LedgerScene[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../gold/ledger.json'), 'utf8')).scenes;

/** ms of a moment as this gold writes it, in UTC+7. */
export const ledgerMoment = (written: string): number => goldMoment(`${written}+07:00`);

/** A key of the gold with its moment in ms. */
export const ledgerKey = (key: string): string => key.replace(/@(.*)$/, (_, moment) => `${ledgerMoment(moment)}`);

export function factsOfScene({ cases = [], promises = [], options = [] }: LedgerScene): CustomerFacts {
  return {
    cases: cases.map(storyOf),
    promises: promises.map(([id, number, due, fate]): PromiseFact => {
      const [doneAt, droppedAt, missedAt] = [momentOf(fate.done), momentOf(fate.dropped), momentOf(fate.missed)];
      return { id, case: number, at: ledgerMoment(due), doneAt, droppedAt, missedAt };
    }),
    options: options.map(([at, number, option, answer]) => ({ at: ledgerMoment(at), case: number, option, answer })),
  };
}

export const overridesOfScene = ({ overrides = [] }: LedgerScene): Override[] =>
  overrides.map(([key, reason, at]) => ({ key: ledgerKey(key), reason, at: ledgerMoment(at) }));

const momentOf = (written: string | undefined): number | null => (written === undefined ? null : ledgerMoment(written));

function storyOf({ number, topic, words = [], statuses = [], moods = [], ratings = [], breaches = [] }: GoldCase) {
  const story: CaseStory = {
    number,
    topic: topic === undefined ? null : named(TOPICS, topic),
    words: words.map(([at, id, who]): StoryWord => ({ ...SPOKEN[who], id, at: at === null ? null : ledgerMoment(at) })),
    statuses: statuses.map(([at, to]) => ({ at: ledgerMoment(at), to: named(STATUSES, to) })),
    moods: moods.map(([at, to]) => ({ at: ledgerMoment(at), to: to === null ? null : named(MOODS, to) })),
    ratings: ratings.map(([at, score]) => ({ at: ledgerMoment(at), score: named(SCORES, score) })),
    breaches: breaches.map(([clock, at]) => ({ clock, breachedAt: ledgerMoment(at) })),
  };
  return story;
}

function named<One>(all: readonly One[], wanted: unknown): One {
  const found = all.find((one) => one === wanted);
  if (found === undefined) throw new Error(`not one of ${all.join(', ')}: ${wanted}`);
  return found;
}
