import { actorOf, type Context } from '../../context.ts';
import { ownAddresses } from '../../domain/settings.ts';
import { guessOwnAddresses } from '../../mail/own-address.ts';
import { groupThreads } from '../../mail/thread.ts';
import { queueCounts } from '../../store/lists.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import { openStaging } from '../../store/staging.ts';
import { putTemplate } from '../../store/templates.ts';
import { describeAction, type Writing, write } from '../../store/writing.ts';
import { type Filing, fileThread } from './file-mail.ts';
import { fileRecord } from './file-record.ts';
import type { ImportOptions } from './options.ts';
import { type ImportReport, newTally, type Tally } from './report.ts';
import { type LightMail, type Staged, stageSources } from './stage.ts';

/** A writer holds the lock at most this long (ms); a single thread that takes longer is written whole all the same. */
const SLICE_MS = 20;

/**
 * Takes in mails and records: everything is read, kept and parsed first, threads are worked out over the whole import,
 * and then cases are filed oldest first, in short transactions. One undo takes all of it back.
 */
export async function importSources(context: Context, options: ImportOptions): Promise<ImportReport> {
  const staging = openStaging();
  const tally = newTally();
  try {
    const staged = await stageSources(context, options, staging, tally);
    const me = await ownAddressesFor(context, options, staged.mails);
    const filing: Filing = { context, staging, tally, own: new Set(me.addresses), solvedBefore: options.solvedBefore };
    const jobs = jobsOf(staged, staging);
    const outcome =
      options.dryRun === true
        ? rehearse(context, filing, staged, me, jobs)
        : await file(context, options, filing, staged, me, jobs);
    return report(context, options, tally, me, outcome);
  } finally {
    staging.close();
  }
}

interface Me {
  readonly addresses: readonly string[];
  readonly guessed: boolean;
}

async function ownAddressesFor(context: Context, options: ImportOptions, mails: readonly LightMail[]): Promise<Me> {
  if (options.me !== undefined && options.me.length > 0)
    return { addresses: options.me.map((one) => one.toLowerCase()), guessed: false };
  const known = [...ownAddresses(readSetting(context.store, 'me') ?? '')];
  if (known.length > 0 || mails.length === 0) return { addresses: known, guessed: false };
  const guess = guessOwnAddresses(mails).map((one) => one.address);
  if (guess.length === 0 || options.confirmMe === undefined) return { addresses: guess, guessed: guess.length > 0 };
  return { addresses: (await options.confirmMe(guess)).map((one) => one.toLowerCase()), guessed: true };
}

type Job = (writing: Writing, filing: Filing) => void;

/** What is to be filed, oldest case first, so that numbers rise with time. */
function jobsOf(staged: Staged, staging: Filing['staging']): Job[] {
  const byKey = new Map(staged.mails.map((mail) => [mail.seq, mail]));
  const threads = groupThreads(
    staged.mails.map((mail) => ({ key: mail.seq, messageId: mail.messageId, parents: mail.parents })),
  );
  const firstAt = (seqs: readonly number[]): number =>
    Math.min(...seqs.map((seq) => byKey.get(seq)?.at ?? Number.POSITIVE_INFINITY));
  const mailJobs = threads
    .map((seqs) => ({ seqs, at: firstAt(seqs) }))
    .sort((a, b) => (a.at === b.at ? (a.seqs[0] ?? 0) - (b.seqs[0] ?? 0) : a.at - b.at))
    .map(
      ({ seqs }): Job =>
        (writing, filing) =>
          fileThread(writing, filing, seqs),
    );
  const records = staged.records.map((seq) => ({
    seq,
    at: Math.min(...staging.record(seq).entries.map((entry) => entry.at ?? Number.POSITIVE_INFINITY)),
  }));
  const recordJobs = records
    .sort((a, b) => (a.at === b.at ? a.seq - b.seq : a.at - b.at))
    .map(
      ({ seq }): Job =>
        (writing, filing) =>
          fileRecord(writing, filing, staging.record(seq)),
    );
  return [...mailJobs, ...recordJobs];
}

interface Outcome {
  readonly action: number | null;
  readonly interrupted: boolean;
}

/** The first slice: what belongs to the import as a whole. */
function begin(writing: Writing, filing: Filing, staged: Staged, me: Me): void {
  if (me.addresses.length > 0) writeSetting(writing, 'me', me.addresses.join(','));
  for (const template of staged.templates) if (putTemplate(writing, template)) filing.tally.templates += 1;
}

async function file(
  context: Context,
  options: ImportOptions,
  filing: Filing,
  staged: Staged,
  me: Me,
  jobs: readonly Job[],
): Promise<Outcome> {
  const { store } = context;
  const { action } = write(store, actorOf(context), 'import', (writing) => begin(writing, filing, staged, me));
  let next = 0;
  let interrupted = staged.interrupted;
  while (next < jobs.length && !interrupted) {
    write(
      store,
      actorOf(context),
      'import',
      (writing) => {
        const until = performance.now() + SLICE_MS;
        do {
          jobs[next]?.(writing, filing);
          next += 1;
        } while (next < jobs.length && performance.now() < until);
      },
      { parent: action },
    );
    options.onProgress?.({ phase: 'file', done: next, of: jobs.length });
    // gives a key press, another process and Ctrl-C their turn
    await new Promise((resolve) => setImmediate(resolve));
    interrupted = options.signal?.aborted === true && next < jobs.length;
  }
  write(store, actorOf(context), 'import', (writing) => describeAction({ ...writing, action }, factsOf(filing.tally)), {
    parent: action,
  });
  return { action, interrupted };
}

const factsOf = (tally: Tally): Record<string, number> => ({
  cases: tally.casesAdded.size + tally.casesUpdated.size,
  messages: tally.added,
});

/** The same work in one transaction that is rolled back. */
function rehearse(context: Context, filing: Filing, staged: Staged, me: Me, jobs: readonly Job[]): Outcome {
  write(
    context.store,
    actorOf(context),
    'import',
    (writing) => {
      begin(writing, filing, staged, me);
      for (const job of jobs) job(writing, filing);
    },
    { dryRun: true },
  );
  return { action: null, interrupted: staged.interrupted };
}

function report(context: Context, options: ImportOptions, tally: Tally, me: Me, outcome: Outcome): ImportReport {
  const { waiting, oldestWaiting } = queueCounts(context.store, context.now());
  return {
    action: outcome.action,
    format: options.format ?? ([...tally.format].join(',') || 'none'),
    dryRun: options.dryRun === true,
    read: tally.read,
    added: tally.added,
    updated: 0,
    unchanged: tally.unchanged,
    skipped: tally.read - tally.added - tally.unchanged,
    cases: { added: tally.casesAdded.size, updated: tally.casesUpdated.size, solved: tally.solved },
    customers: { added: tally.customers },
    templates: tally.templates,
    waiting,
    oldestWaiting,
    me: me.addresses,
    meGuessed: me.guessed,
    interrupted: outcome.interrupted,
    problems: tally.problems,
  };
}
