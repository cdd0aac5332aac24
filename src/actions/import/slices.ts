import { actorOf, type Context } from '../../context.ts';
import { DeskError } from '../../domain/errors.ts';
import { problemOf } from '../../domain/problem.ts';
import { type Writing, write } from '../../store/writing.ts';
import { createPace, type Pace } from '../pace.ts';
import type { Filing } from './filing.ts';
import type { Job } from './jobs.ts';
import { addTally, newTally, type Tally } from './report.ts';

/**
 * Files jobs in short transactions, all of them slices of `action`. A job that fails is told of and left out; the others
 * go on. Returns how many jobs are done: fewer than there are when `stop` said so.
 */
export async function fileInSlices(
  filing: Filing,
  jobs: readonly Job[],
  action: number,
  stop: () => boolean,
  onSlice: (done: number) => void,
): Promise<number> {
  const pace = createPace();
  let next = 0;
  while (next < jobs.length && !stop()) {
    next = slice(filing, jobs, next, action, pace);
    onSlice(next);
    // gives a key press, another process and Ctrl-C their turn
    await new Promise((resolve) => setImmediate(resolve));
  }
  return next;
}

function slice(filing: Filing, jobs: readonly Job[], from: number, action: number, pace: Pace): number {
  try {
    const { next, tally } = pace.slice((goesOn) =>
      writeSome(filing, action, (run) => {
        let at = from;
        do {
          run(jobs[at]);
          at += 1;
        } while (goesOn() && at < jobs.length);
        return at;
      }),
    );
    addTally(filing.tally, tally);
    return next;
  } catch (error) {
    if (error instanceof DeskError) throw error;
    return alone(filing, jobs[from], from, action);
  }
}

/** One of the jobs has a fault that nobody thought of: the first is tried by itself, and told of if it was the one. */
function alone(filing: Filing, job: Job | undefined, at: number, action: number): number {
  try {
    const { tally } = writeSome(filing, action, (run) => {
      run(job);
      return at + 1;
    });
    addTally(filing.tally, tally);
  } catch (error) {
    if (error instanceof DeskError) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    filing.tally.problems.push({ source: job?.source(filing) ?? '', problem: problemOf('not-filed', { cause }) });
  }
  return at + 1;
}

/** Counts grow in a tally of the transaction's own, so that what is rolled back is not counted. */
function writeSome(
  filing: Filing,
  action: number,
  work: (run: (job: Job | undefined) => void) => number,
): { next: number; tally: Tally } {
  const { context } = filing;
  const tally = newTally();
  const inside: Filing = { ...filing, tally };
  const { result } = write(
    context.store,
    actorOf(context),
    'import',
    (writing: Writing) => work((job) => job?.run(writing, inside)),
    { parent: action, relaxed: true },
  );
  return { next: result, tally };
}

/** The first transaction of an import, which the others are slices of. */
export const beginImport = (context: Context, work: (writing: Writing) => void): number =>
  write(context.store, actorOf(context), 'import', work).action;
