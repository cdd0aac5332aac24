import * as z from 'zod';
import { actorOf, type Context } from '../context.ts';
import { type ContactPoint, normalPoint } from '../domain/customer.ts';
import { DeskError } from '../domain/errors.ts';
import { wrongField } from '../intake/expected.ts';
import { customersAt, customerWithUid, insertCustomer, isCalled, wholeCustomer } from '../store/customers.ts';
import type { Store } from '../store/open.ts';
import { isRemoved } from '../store/tombstones.ts';
import { describeAction, type Writing, write } from '../store/writing.ts';
import { brokenOff } from './broken-off.ts';
import { changeCustomer, customerChange } from './customers.ts';
import { isForgottenPoint } from './import/people.ts';
import { createPace } from './pace.ts';
import { rehearsed } from './rehearsal.ts';

const tableRow = z.strictObject({ uid: z.string().nullable(), change: customerChange });
export type CustomerRow = z.infer<typeof tableRow>;

interface Counts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** rows of customers who were forgotten: they are left out */
  readonly forgotten: number;
}

export interface CustomersImported extends Counts {
  /** the id that `undo` takes; null: nothing was written */
  readonly action: number | null;
  /** it was stopped before its end; what is done stays */
  readonly interrupted: boolean;
}

export interface CustomersImportOptions {
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  /** told after each slice how many rows are done */
  readonly onSlice?: (done: number) => void;
}

const VERB = 'customer-import';

/**
 * Takes in a table of customers, in short transactions with room for others between. One who is known, by uid or by name and a
 * shared address, gets what her row says and keeps what it does not say. Throws `bad-value`; a failure of the disk ends it
 * half-way (`customers-broken-off`), and what is done stays, for undo too.
 */
export async function importCustomers(
  context: Context,
  rows: readonly CustomerRow[],
  { dryRun = false, signal, onSlice = () => undefined }: CustomersImportOptions = {},
): Promise<CustomersImported> {
  const wrong = z.array(tableRow).safeParse(rows).error?.issues[0];
  if (wrong !== undefined) throw new DeskError('bad-value', 'bad-value', wrongField(wrong));
  if (dryRun) return rehearsed(context, true, (where) => ({ ...tried(where, rows), action: null, interrupted: false }));
  const { action } = write(context.store, actorOf(context), VERB, () => undefined);
  const tell = (counts: Counts): void => {
    write(context.store, actorOf(context), VERB, (writing) => describe({ ...writing, action }, counts), {
      parent: action,
    });
  };
  const pace = createPace();
  let counts: Counts = NONE;
  let at = 0;
  try {
    while (at < rows.length && signal?.aborted !== true) {
      const from = at;
      const done = pace.slice((goesOn) =>
        write(
          context.store,
          actorOf(context),
          VERB,
          (writing) => {
            let next = from;
            let sum = NONE;
            do {
              sum = withOne(sum, takeIn(writing, context, rows[next]));
              next += 1;
            } while (next < rows.length && goesOn());
            return { next, sum };
          },
          { parent: action, relaxed: true },
        ),
      ).result;
      at = done.next;
      counts = sumOf(counts, done.sum);
      onSlice(at);
      // another program, and Ctrl-C, have their turn
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    if (at > 0) tell(counts);
    throw at > 0 ? brokenOff(error, 'customers-broken-off', { done: at, of: rows.length }) : error;
  }
  tell(counts);
  return { ...counts, action, interrupted: at < rows.length };
}

/** A dry run rolls back row by row, so that nobody waits for it; who stands twice in the table is met the second time. */
function tried(context: Context, rows: readonly CustomerRow[]): Counts {
  const met = new Set<string>();
  return rows.reduce((sum, row) => {
    const names = [row.change.fields.name ?? '', ...(row.uid === null ? [] : [row.uid])];
    const keys = [
      ...(row.uid === null ? [] : [row.uid]),
      ...row.change.addPoints.map((one) => `${names[0]}\n${one.kind} ${normalPoint(one)}`),
    ];
    const { result } = write(context.store, actorOf(context), VERB, (writing) => takeIn(writing, context, row), {
      dryRun: true,
    });
    const again = result === 'added' && keys.some((key) => met.has(key));
    for (const key of keys) met.add(key);
    return withOne(sum, again ? 'updated' : result);
  }, NONE);
}

const NONE: Counts = { added: 0, updated: 0, unchanged: 0, forgotten: 0 };
const withOne = (sum: Counts, one: keyof Counts): Counts => ({ ...sum, [one]: sum[one] + 1 });
const sumOf = (one: Counts, other: Counts): Counts => ({
  added: one.added + other.added,
  updated: one.updated + other.updated,
  unchanged: one.unchanged + other.unchanged,
  forgotten: one.forgotten + other.forgotten,
});

const describe = (writing: Writing, { added, updated }: Counts): void =>
  describeAction(writing, { case: null, cases: 0, customers: added + updated });

function takeIn(writing: Writing, context: Context, row: CustomerRow | undefined): keyof Counts {
  if (row === undefined) return 'unchanged';
  const { uid, change } = row;
  const known = knownAs(writing.store, uid, change.fields.name ?? '', change.addPoints);
  if (known === null && isForgotten(writing.store, uid, change.addPoints)) return 'forgotten';
  const customer = known ?? insertCustomer(writing, { ...NOBODY, uid: uid ?? context.newId(), name: nameOf(change) });
  const changed = changeCustomer(writing, customer, change);
  if (known === null) return 'added';
  return changed.length > 0 ? 'updated' : 'unchanged';
}

const isForgotten = (store: Store, uid: string | null, points: readonly ContactPoint[]): boolean =>
  (uid !== null && isRemoved(store, 'customer', uid)) || points.some((point) => isForgottenPoint(store, point));

const NOBODY = {
  ...{ givenName: null, honorific: null, language: null, segment: null, company: null, internal: false, points: [] },
};

const nameOf = ({ fields, addPoints }: CustomerRow['change']): string => fields.name ?? addPoints[0]?.value ?? '';

function knownAs(store: Store, uid: string | null, name: string, points: readonly ContactPoint[]): number | null {
  const same = uid === null ? null : customerWithUid(store, uid);
  if (same !== null) return wholeCustomer(store, same);
  if (uid !== null) return null;
  return (
    points.flatMap((one) => customersAt(store, one)).find((id) => name === '' || isCalled(store, id, name)) ?? null
  );
}
