import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { problemFromText } from '../domain/problem.ts';
import { checkStore } from '../store/check.ts';
import { halfForgotten } from '../store/forgetting/forgotten.ts';
import { openStore, rawName, type Store } from '../store/open.ts';
import { foldVersion, indexDrift } from '../store/search.ts';
import { type Unfiled, unfiledMails } from '../store/unfiled.ts';
import { FOLD_VERSION } from '../text/fold.ts';
import { examinePlace, type Machine } from './doctor-place.ts';
import { expected } from './expected.ts';

/** One thing that was looked at. `what` names the sentence in i18n, `facts` its values. */
export interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly facts: Readonly<Record<string, string | number>>;
}

/**
 * Looks over the machine, the folder and the store at `path`, which need not be one that opens: then that is the
 * finding, with the error that says why. `deep` also reads every raw mail again.
 */
export function examineAt(
  context: Context,
  path: string,
  machine: Machine,
  options: { readonly deep: boolean; readonly readOnly: boolean },
): { findings: Finding[]; error: DeskError | null } {
  const place = examinePlace(path, machine);
  if (place.some(({ what, ok }) => what === 'disk-local' && !ok)) return { findings: place, error: null };
  let store: Store | null = null;
  try {
    store = openStore(path, { readOnly: options.readOnly, now: context.now() });
    return { findings: [...place, ...examine({ ...context, store }, options.deep)], error: null };
  } catch (caught) {
    const error = expected(caught);
    if (!(error instanceof DeskError)) throw error;
    return { findings: place, error };
  } finally {
    store?.close();
  }
}

/** Looks an open store over and says what is wrong. */
function examine(context: Context, deep: boolean): Finding[] {
  const { store } = context;
  const checked = checkStore(store);
  const [damage] = checked.broken;
  const sound = { what: 'store-sound', ok: damage === undefined, facts: { problem: damage ?? '' } };
  if (!sound.ok) return [...modes(store.path), sound];
  const drift = indexDrift(store);
  const fold = foldVersion(store);
  const unfiled = unfiledMails(store);
  const rawProblems = store.raw().check(deep);
  const [half] = halfForgotten(store);
  return [
    ...modes(store.path),
    sound,
    { what: 'references-sound', ok: checked.danglingReferences === 0, facts: { rows: checked.danglingReferences } },
    { what: 'raw-sound', ok: rawProblems.length === 0, facts: { problem: rawProblems[0] ?? '' } },
    { what: 'raw-complete', ok: checked.missingRaw === 0, facts: { mails: checked.missingRaw } },
    { what: 'forgetting-done', ok: half === undefined, facts: { id: half ?? 0 } },
    { what: 'mail-filed', ok: unfiled.length === 0, facts: { mails: unfiled.length, problem: causeOf(unfiled[0]) } },
    {
      what: 'index-complete',
      ok: drift.missing + drift.stray === 0,
      facts: { missing: drift.missing, stray: drift.stray },
    },
    { what: 'fold-current', ok: fold === null || fold === FOLD_VERSION, facts: { version: fold ?? 0 } },
    {
      what: 'clock-sound',
      ok: checked.newestAction <= context.now(),
      facts: { newest: new Date(checked.newestAction).toISOString() },
    },
  ];
}

/** Why the first of them is in no case: a fault of ours, in its own words. */
function causeOf(first: Unfiled | undefined): string {
  return first === undefined ? '' : String(problemFromText(first.problem).facts['cause'] ?? '');
}

function modes(path: string): Finding[] {
  if (path === ':memory:') return [];
  const folder = dirname(path);
  const wanted = [
    ...(isOwnFolder(folder, path) ? [{ path: folder, mode: 0o700 }] : []),
    { path, mode: 0o600 },
    { path: join(folder, rawName(path)), mode: 0o600 },
  ];
  return wanted.map((one) => {
    const mode = statSync(one.path, { throwIfNoEntry: false })?.mode ?? one.mode;
    const others = mode & 0o077;
    return {
      what: 'mode-private',
      ok: others === 0,
      facts: { path: one.path, mode: (mode & 0o777).toString(8), wanted: one.mode.toString(8) },
    };
  });
}

/** A folder that holds nothing but desk's files: `--db /tmp/x.db` must not lead to advice about /tmp. */
function isOwnFolder(folder: string, path: string): boolean {
  const stem = basename(path).replace(/\.db$/, '');
  return readdirSync(folder).every((name) => name.startsWith(`${stem}.`) || name.startsWith('desk'));
}
