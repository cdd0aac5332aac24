import { actorOf, type Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import type { Counts } from '../domain/forgetting.ts';
import { getCase } from '../store/cases.ts';
import { getCustomer, wholeCustomer } from '../store/customers.ts';
import { clocksAt } from '../store/due.ts';
import { type Copy, knownCopies, removeCopies } from '../store/forgetting/copies.ts';
import { countsOf } from '../store/forgetting/counts.ts';
import { type Elsewhere, foundElsewhere } from '../store/forgetting/elsewhere.ts';
import { beginForgetting, endForgetting, forgottenCustomer } from '../store/forgetting/forgotten.ts';
import { actionsNaming, goneRows } from '../store/forgetting/journal.ts';
import { everyUid, mixedMerge, nextCase, type Person, personOf, uidsOf } from '../store/forgetting/person.ts';
import { leftovers, rememberToRemove, removeRaw } from '../store/forgetting/raw-mails.ts';
import { removeCase, removeCustomers, removeGone, removeTold } from '../store/forgetting/remove.ts';
import { tiesOf } from '../store/forgetting/ties.ts';
import { overwrite, wipe } from '../store/forgetting/wipe.ts';
import type { Store } from '../store/open.ts';
import { isRemoved } from '../store/tombstones.ts';
import { describeAction, write, writeQuietly } from '../store/writing.ts';
import { perform } from './action.ts';
import { brokenOff } from './broken-off.ts';
import { unmerge } from './unmerge.ts';

export type { Copy } from '../store/forgetting/copies.ts';

/** What would go with a customer, and what would stay. */
export interface ForgetPlan {
  readonly customer: number;
  /** '' where only the rest of her is to be removed */
  readonly name: string;
  /** customers who were merged into her: they are she */
  readonly parts: readonly { readonly id: number; readonly name: string }[];
  readonly counts: Counts;
  readonly elsewhere: Elsewhere;
  /** copies that hold her, or that nobody can read */
  readonly copies: readonly Copy[];
  /** an earlier try was broken off */
  readonly begun: boolean;
}

/** What is left of a customer whose removal was broken off after she herself had gone; null: this means nobody like that. */
export function planRest({ store }: Context, typed: string): ForgetPlan | null {
  const id = Number(/^#?(\d{1,9})$/.exec(typed.trim())?.[1] ?? 0);
  if (forgottenCustomer(store, id)?.doneAt !== null || !isGone(store, id)) return null;
  // who she was is known by no row any more, only by the mark that she left
  const copies = knownCopies(store, (uid) => isRemoved(store, 'customer', uid));
  return { customer: id, name: '', parts: [], ...nothingLeft(store), copies, begun: true };
}

/** Looks what forgetting this customer means, and changes nothing. Throws `no-such-customer`, `customer-forgotten`. */
export function planForgetting({ store }: Context, id: number): ForgetPlan {
  const customer = wholeCustomer(store, getCustomer(store, id).id);
  const person = personOf(store, customer);
  const uids = new Set(everyUid(store, person));
  return {
    customer,
    name: person.name,
    parts: [...person.customers].flatMap((one) =>
      one === customer || isGone(store, one) ? [] : [{ id: one, name: getCustomer(store, one).name }],
    ),
    counts: countsOf(store, person),
    elsewhere: foundElsewhere(store, person),
    copies: knownCopies(store, (uid) => uids.has(uid)),
    begun: forgottenCustomer(store, customer) !== null,
  };
}

const isGone = (store: Store, id: number): boolean => uidsOf(store, { customers: new Set([id]) }).length === 0;

const NOBODY: Person = { id: 0, name: '', customers: new Set(), cases: new Set(), points: [], names: new Set() };

const nothingLeft = (store: Store): Pick<ForgetPlan, 'counts' | 'elsewhere'> => ({
  counts: countsOf(store, NOBODY),
  elsewhere: { cases: [], customers: [] },
});

/** Has whoever asks said once more whom they mean: by number or by name? Throws `forget-unsure`. */
export function expectSure({ customer, name }: ForgetPlan, said: string): void {
  const typed = said.trim().normalize('NFC');
  if (typed.replace(/^#/, '') === String(customer) || (name !== '' && typed === name.trim().normalize('NFC'))) return;
  throw new DeskError('usage', 'forget-unsure', { id: customer, name, said });
}

/** How far it is: cases are removed, then mails and files, then the files of the store are written anew. */
export interface ForgetProgress {
  readonly step: 'cases' | 'mails' | 'wipe';
  readonly done: number;
  readonly of: number;
}

export interface Forgotten {
  /** raw mails and files that are gone, and such as others need as well */
  readonly mails: { readonly removed: number; readonly kept: number };
}

/**
 * Removes a customer for good, in short steps, so that keys and other programs have their turn. Broken off at any place, it
 * is gone on with by the same again. `copies`: of those that lie beside the store, these go as well. Throws `read-only`,
 * `busy` (`forget-sending`, `forget-unwiped`); once it has begun, `forget-broken-off` for whatever the disk or another
 * writer ends it with.
 */
export function* forgetCustomer(
  context: Context,
  plan: ForgetPlan,
  copies: readonly Copy[] = [],
): Generator<ForgetProgress, Forgotten> {
  const { store } = context;
  const { customer } = plan;
  if (store.readOnly) throw new DeskError('read-only', 'read-only', { verb: 'customers forget' });
  overwrite(store, true);
  let begun = plan.begun;
  try {
    if (!isGone(store, customer))
      yield* removeRows(context, plan, () => {
        begun = true;
      });
    const mails = yield* inSteps(removeRaw(store, context.now()), plan.counts.raw);
    removeCopies(copies);
    for (const _ of wipe(store)) yield { step: 'wipe', done: 0, of: 1 };
    writeQuietly(store, () => endForgetting(store, customer, context.now()));
    return { mails };
  } catch (error) {
    const told = error instanceof DeskError && error.what.startsWith('forget-');
    throw begun && !told ? brokenOff(error, 'forget-broken-off', { id: customer }) : error;
  } finally {
    overwrite(store, false);
  }
}

function* inSteps<Result>(steps: Generator<number, Result>, of: number): Generator<ForgetProgress, Result> {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    yield { step: 'mails', done: next.value, of: Math.max(of, next.value) };
  }
}

/** Everything of her in desk.db. She herself goes last: until then the same again finds what is left. */
function* removeRows(
  context: Context,
  { customer, counts, begun }: ForgetPlan,
  onBegun: () => void,
): Generator<ForgetProgress> {
  const { store } = context;
  const ties = tiesOf(store);
  // what was merged over the border of two customers belongs to each of them again
  for (let one = mixedMerge(store, personOf(store, customer)); one !== null; ) {
    perform(context, unmerge, { case: one });
    one = mixedMerge(store, personOf(store, customer));
  }
  if (!begun)
    write(store, actorOf(context), 'customer-forget', (writing) => {
      beginForgetting(store, customer, writing.now);
      describeAction(writing, { case: null, cases: 0, what: `#${customer}` });
    });
  onBegun();
  const person = personOf(store, customer);
  const naming = actionsNaming(store, person);
  writeQuietly(store, () => removeTold(store, person, naming, context.now()));
  for (const [table, keys] of goneRows(store, ties, person))
    for (const some of inPieces([...keys]))
      writeQuietly(store, () => removeGone(store, person, table, some, context.now()));
  const loose = leftovers(store, person);
  writeQuietly(store, () => rememberToRemove(store, loose, context.now()));
  let done = 0;
  for (;;) {
    const number = nextCase(store, person);
    if (number === null) break;
    const now = context.now();
    const found = getCase(store, number);
    const targets = clocksAt(store, found, now)?.policy.name ?? null;
    writeQuietly(store, () => removeCase(store, ties, person, number, { targets, now }));
    done += 1;
    yield { step: 'cases', done, of: Math.max(counts.cases, done) };
  }
  const last = personOf(store, customer);
  writeQuietly(store, () => {
    if (nextCase(store, last) === null) removeCustomers(store, ties, last, context.now());
  });
  // a mail of hers came in just now
  if (!isGone(store, customer))
    yield* removeRows(context, { ...planForgetting(context, customer), begun: true }, onBegun);
}

const TOGETHER = 200;

function* inPieces(keys: readonly string[]): Generator<string[]> {
  for (let at = 0; at < keys.length; at += TOGETHER) yield keys.slice(at, at + TOGETHER);
}
