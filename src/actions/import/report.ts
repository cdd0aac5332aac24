import type { Problem } from '../../domain/problem.ts';

export interface ProblemReport {
  readonly source: string;
  readonly problem: Problem;
}

/** What an import did. `read = added + updated + unchanged + skipped`, counted in messages. */
export interface ImportReport {
  readonly action: number | null;
  readonly format: string;
  readonly dryRun: boolean;
  readonly read: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly cases: { readonly added: number; readonly updated: number; readonly solved: number };
  readonly customers: { readonly added: number };
  readonly templates: number;
  /** of those that were skipped: messages of customers who were forgotten; and their records without a message */
  readonly forgotten: number;
  /** cases that wait for us now, and since when the oldest of them does (ms) */
  readonly waiting: number;
  readonly oldestWaiting: number | null;
  readonly me: readonly string[];
  readonly meGuessed: boolean;
  readonly interrupted: boolean;
  readonly problems: readonly ProblemReport[];
  /** files of folders that are no mail, and were left alone */
  readonly notMail: readonly string[];
}

/** The counts while they grow. */
export interface Tally {
  format: Set<string>;
  read: number;
  added: number;
  unchanged: number;
  casesAdded: Set<number>;
  casesUpdated: Set<number>;
  solved: number;
  customers: number;
  templates: number;
  settings: number;
  forgotten: number;
  problems: ProblemReport[];
  notMail: string[];
}

export const newTally = (): Tally => ({
  format: new Set(),
  read: 0,
  added: 0,
  unchanged: 0,
  casesAdded: new Set(),
  casesUpdated: new Set(),
  solved: 0,
  customers: 0,
  templates: 0,
  settings: 0,
  forgotten: 0,
  problems: [],
  notMail: [],
});

/** Adds what one transaction has done to what was done before. */
export function addTally(all: Tally, more: Tally): void {
  all.read += more.read;
  all.added += more.added;
  all.unchanged += more.unchanged;
  all.solved += more.solved;
  all.customers += more.customers;
  all.templates += more.templates;
  all.settings += more.settings;
  all.forgotten += more.forgotten;
  for (const number of more.casesAdded) all.casesAdded.add(number);
  for (const number of more.casesUpdated) if (!all.casesAdded.has(number)) all.casesUpdated.add(number);
  for (const name of more.format) all.format.add(name);
  all.problems.push(...more.problems);
}
