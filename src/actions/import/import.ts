import { actorOf, type Context } from '../../context.ts';
import { DeskError } from '../../domain/errors.ts';
import { PARSER_VERSION } from '../../domain/incoming.ts';
import { problemOf } from '../../domain/problem.ts';
import { bringCommitments } from '../../store/commitment-records.ts';
import { copyStore } from '../../store/copy.ts';
import { mergeAsRecorded } from '../../store/customer-merge-records.ts';
import { removeAgain } from '../../store/forgetting/raw-mails.ts';
import { forgetIfEmpty } from '../../store/history.ts';
import { queueCounts } from '../../store/lists.ts';
import { entryFromRaw } from '../../store/messages.ts';
import type { Filed } from '../../store/raw.ts';
import { openStaging, type Staging } from '../../store/staging.ts';
import { putTemplate, rememberUses } from '../../store/templates.ts';
import { describeAction, write, writeQuietly } from '../../store/writing.ts';
import { brokenOff } from '../broken-off.ts';
import { checkedTemplate } from './checked-template.ts';
import type { Filing } from './filing.ts';
import { jobsOf } from './jobs.ts';
import type { ImportOptions } from './options.ts';
import { expectAddresses, type Me, ownAddressesFor, rememberMe, takeOver } from './own.ts';
import { customerOfRecord, isForgottenPerson } from './people.ts';
import { type ImportReport, newTally, type Tally } from './report.ts';
import { beginImport, fileInSlices } from './slices.ts';
import { type Staged, stageSources } from './stage.ts';

/** Of an import that ends while it reads nothing is filed, so nobody needs to know who we are. */
const NOBODY_ASKED: Me = { addresses: [], guessed: false };

/**
 * Takes in mails and records: everything is read, kept and parsed first, threads are worked out over the whole import,
 * and then cases are filed oldest first, in short transactions. One undo takes all of it back. A dry run does the same
 * on a copy of the store, so that it counts the same and holds nobody up.
 */
export async function importSources(context: Context, options: ImportOptions): Promise<ImportReport> {
  expectAddresses(options.me);
  if (context.store.readOnly && options.dryRun !== true)
    throw new DeskError('read-only', 'read-only', { verb: 'import' });
  const staging = openStaging();
  const tally = newTally();
  try {
    const staged = await stageSources(context, options, staging, tally);
    if (staged.interrupted) {
      if (options.dryRun !== true) noteFates(context, staging, true);
      return report(context, options, tally, NOBODY_ASKED, { action: null, interrupted: true });
    }
    const me = await ownAddressesFor(context, options, staged);
    if (options.dryRun !== true) return await file(context, options, staging, tally, staged, me);
    const copy = copyStore(context.store, context.now());
    try {
      return { ...(await file({ ...context, store: copy }, options, staging, tally, staged, me)), action: null };
    } finally {
      copy.close();
    }
  } finally {
    staging.close();
  }
}

async function file(
  context: Context,
  options: ImportOptions,
  staging: Staging,
  tally: Tally,
  staged: Staged,
  me: Me,
): Promise<ImportReport> {
  const own = new Set(me.addresses);
  const filing: Filing = { context, staging, tally, own, solvedBefore: options.solvedBefore, brought: new Set() };
  const jobs = jobsOf(staged);
  let action: number | null = null;
  let done = 0;
  const more = staged.templates.length + staged.people.length + staged.settings.length;
  try {
    if (jobs.length + more > 0) {
      action = begin(filing, staged, me);
      done = await fileInSlices(
        filing,
        jobs,
        action,
        () => options.signal?.aborted === true,
        (filed) => options.onProgress?.({ phase: 'file', done: filed, of: jobs.length }),
      );
      describe(context, action, tally);
      writeQuietly(context.store, () => {
        if (forgetIfEmpty(context.store, action ?? 0)) action = null;
      });
    }
    const interrupted = done < jobs.length;
    if (options.dryRun !== true) {
      noteFates(context, staging, interrupted);
      removeAgain(context.store, staged.cameAgain);
    }
    return report(context, options, tally, me, { action, interrupted });
  } catch (error) {
    const nothingYet = options.dryRun === true || tally.added === 0;
    throw nothingYet ? error : brokenOff(error, 'import-broken-off', { messages: tally.added });
  }
}

/** The head of the import: what belongs to it as a whole. */
function begin(filing: Filing, staged: Staged, me: Me): number {
  const { context, tally } = filing;
  return beginImport(context, (writing) => {
    if (rememberMe(writing, context, me)) tally.settings += 1;
    tally.settings += takeOver(writing, staged.settings);
    const merged: (() => void)[] = [];
    for (const { customer, commitments, merged: as } of staged.people) {
      if (isForgottenPerson(context.store, customer)) {
        tally.forgotten += 1;
        continue;
      }
      const before = tally.customers;
      const id = customerOfRecord(writing, filing, customer, as !== undefined);
      if (id === null) continue;
      bringCommitments(writing, { case: null, customer: id }, commitments);
      // one who was here already stays as she is
      if (as !== undefined && tally.customers > before) merged.push(() => mergeAsRecorded(writing, id, as));
    }
    for (const merge of merged) merge();
    for (const { type: _, used = 0, ...template } of staged.templates) {
      const { ready, wrong } = checkedTemplate(template);
      if (ready === null) {
        tally.problems.push({ source: template.name, problem: problemOf('template-wrong', wrong) });
        continue;
      }
      if (putTemplate(writing, ready)) tally.templates += 1;
      rememberUses(writing, ready.name, used);
    }
  });
}

/** Customers and settings come along with cases; by themselves they are what the import did. */
function describe(context: Context, action: number, tally: Tally): void {
  const { customers, settings, templates, added: messages } = tally;
  const cases = tally.casesAdded.size + tally.casesUpdated.size;
  const facts = { cases, messages, templates, ...(cases === 0 ? { customers, settings } : {}) };
  write(context.store, actorOf(context), 'import', (writing) => describeAction({ ...writing, action }, facts), {
    parent: action,
  });
}

/** Notes beside the raw mails what became of them. Of an interrupted import, what is not filed stays as new. */
function noteFates(context: Context, staging: Staging, interrupted: boolean): void {
  for (const some of staging.received()) {
    const fates = some.flatMap(({ sha256, failed }): Filed[] => {
      if (entryFromRaw(context.store, sha256)) return [{ sha256, state: failed ? 'failed' : 'filed' }];
      return interrupted ? [] : [{ sha256, state: 'same' }];
    });
    context.store.raw().settle(fates, PARSER_VERSION);
  }
}

function report(
  context: Context,
  options: ImportOptions,
  tally: Tally,
  me: Me,
  outcome: { action: number | null; interrupted: boolean },
): ImportReport {
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
    forgotten: tally.forgotten,
    waiting,
    oldestWaiting,
    me: me.addresses,
    meGuessed: me.guessed,
    interrupted: outcome.interrupted,
    problems: tally.problems,
    notMail: tally.notMail,
  };
}
