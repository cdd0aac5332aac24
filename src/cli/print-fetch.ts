import type { FetchOutcome } from '../actions/mailing/fetch-once.ts';
import { type Problem, type ProblemCode, problemText } from '../domain/problem.ts';
import type { Words } from '../i18n/index.ts';
import { sayProblem } from '../i18n/say-problem.ts';
import type { Session } from './command.ts';
import { EXIT } from './exit.ts';

/** What was fetched of one account, in numbers. */
export interface FetchResult {
  readonly address: string;
  readonly read: number;
  readonly added: number;
  readonly unchanged: number;
  readonly unfiled: number;
  readonly left: number;
  readonly cases: readonly number[];
  readonly problem: Problem | null;
}

export function resultOf({ account, fetched, problem }: FetchOutcome): FetchResult {
  const { read = 0, added = 0, unchanged = 0, unfiled = 0, left = 0, cases = [] } = fetched ?? {};
  return { address: account.address, read, added, unchanged, unfiled, left, cases: [...cases], problem };
}

interface FetchReport {
  readonly results: readonly FetchResult[];
  /** what became of those that could not be filed before; null: not asked for */
  readonly again: { readonly filed: number; readonly unfiled: number } | null;
  readonly dryRun: boolean;
  readonly interrupted: boolean;
}

/** What a fetch did: the closing line, or the report as JSON; problems on stderr. */
export function printFetch({ words, printer, globals }: Session, report: FetchReport): void {
  const { results, again, dryRun, interrupted } = report;
  const sum = (of: 'read' | 'added' | 'unchanged' | 'unfiled' | 'left'): number =>
    results.reduce((all, one) => all + one[of], 0);
  const cases = new Set(results.flatMap((one) => one.cases)).size;
  const counts = { read: sum('read'), added: sum('added'), unchanged: sum('unchanged'), unfiled: sum('unfiled') };
  if (globals.json) {
    const accounts = results.map(({ problem, cases: _, ...one }) => ({ ...one, problem: toldIn(words, problem) }));
    printer.json({ dryRun, ...counts, left: sum('left'), cases, interrupted, again, accounts });
    return;
  }
  for (const { address, problem } of results)
    if (problem !== null) printer.remark(`${address}: ${sayProblem(words, problem)}`);
  if (interrupted) printer.remark(words.cli.interrupted);
  if (again !== null) printer.tell(words.mail.triedAgain(again.filed, again.unfiled));
  if (results.length === 0 || results.every((one) => one.problem !== null && one.read === 0)) return;
  printer.tell(words.mail.fetched(dryRun ? counts.read : counts.added, cases, dryRun));
  const rest = words.mail.fetchedRest(counts.unchanged, counts.unfiled);
  if (rest !== '') printer.tell(rest);
}

const toldIn = (words: Words, problem: Problem | null) =>
  problem === null ? null : { code: problem.code, reason: sayProblem(words, problem) };

/** While it is watched: a line for each fetch that brought something, and one when a trouble begins or changes. */
export function tellWatched(
  { words, printer, globals }: Session,
  outcome: FetchOutcome,
  troubles: Map<number, string | null>,
): void {
  const { address, added, unfiled, unchanged, cases, problem } = resultOf(outcome);
  const trouble = problem === null ? null : problemText(problem);
  const before = troubles.get(outcome.account.id) ?? null;
  troubles.set(outcome.account.id, trouble);
  if (problem !== null && trouble !== before) printer.remark(`${address}: ${sayProblem(words, problem)}`);
  if (added + unfiled === 0) return;
  if (globals.json) printer.json({ address, added, unchanged, unfiled, cases: cases.length });
  else printer.tell(`${address}: ${words.mail.fetched(added, cases.length, false)}`);
}

/** What only an agent can mend, and what passes by itself; else the server is away. */
const SET_UP: ReadonlySet<ProblemCode> = new Set([
  'login-refused',
  'certificate-wrong',
  'tls-missing',
  'tls-failed',
  'secret-unread',
  'no-folder',
]);

/** The exit code: the one of the worst account. */
export function exitOfFetch(results: readonly FetchResult[]): number {
  const codes = results.flatMap(({ problem }) =>
    problem === null || problem.code === 'mail-too-large' ? [] : [problem.code],
  );
  if (codes.some((code) => SET_UP.has(code))) return EXIT.setUp;
  if (codes.some((code) => code !== 'server-busy')) return EXIT.serverAway;
  if (codes.length > 0) return EXIT.tryAgain;
  return results.some(({ unfiled, left }) => unfiled + left > 0) ? EXIT.someInputBad : EXIT.ok;
}
