import * as z from 'zod';
import type { Context } from '../context.ts';
import { type Commitment, type CommitmentKind, isToDo, promiseStands } from '../domain/commitment.ts';
import { DeskError } from '../domain/errors.ts';
import { HOURS } from '../domain/when/lexeme.ts';
import { workingCase } from '../store/cases.ts';
import { changeCommitment, getCommitment, insertCommitment } from '../store/commitments.ts';
import { findCustomer } from '../store/customers.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';
import { getTemplate } from './templates.ts';

/** The hour of a day that is named alone: what we do begins with work, what a customer was told holds until it ends. */
export const BARE_DAY: Readonly<Record<CommitmentKind, number>> = { 'follow-up': HOURS.morning, promise: HOURS.close };

/** A line of what to do; what is longer is a note of the case. */
const MOST_LETTERS = 2000;

const id = z.int().positive();
const made = z.strictObject({
  /** in each of these cases; none where it is for the customer */
  cases: z.array(id),
  customer: id.nullable(),
  /** ms, to come */
  at: id,
  text: z.string().max(MOST_LETTERS),
  template: z.string().nullable(),
});
export type CommitmentMade = z.infer<typeof made>;

interface CommitmentVerbs {
  readonly add: Action<CommitmentMade, { readonly ids: readonly number[]; readonly cases: readonly number[] }>;
  readonly done: Action<{ id: number }, Commitment>;
  readonly drop: Action<{ id: number }, Commitment>;
  readonly move: Action<{ id: number; at: number }, Commitment>;
}

/** Follow-ups and promises are one thing with two names. Throws `commitment-past`, `commitment-over`, `not-found`. */
function verbsOf(kind: CommitmentKind): CommitmentVerbs {
  const ended = (verb: 'done' | 'drop', field: 'doneAt' | 'droppedAt'): CommitmentVerbs['done'] => ({
    id: `${kind}-${verb}`,
    input: z.strictObject({ id }),
    run: (writing, _context, wanted) => {
      const before = open(writing, kind, wanted.id);
      changeCommitment(writing, before, { [field]: writing.now });
      describe(writing, before);
      return getCommitment(writing.store, before.id);
    },
  });
  return {
    add: { id: `${kind}-add`, input: made, run: (writing, context, wanted) => add(writing, context, kind, wanted) },
    done: ended('done', 'doneAt'),
    drop: ended('drop', 'droppedAt'),
    move: {
      id: `${kind}-move`,
      input: z.strictObject({ id, at: id }),
      run: (writing, _context, { id: which, at }) => {
        const before = open(writing, kind, which);
        toCome(at, writing.now);
        const missed = promiseStands(before, writing.now) === 'broken' ? before.at : null;
        changeCommitment(writing, before, { at, missedAt: before.missedAt ?? missed });
        describe(writing, before);
        return getCommitment(writing.store, before.id);
      },
    },
  };
}

export const COMMITMENT_VERBS: Readonly<Record<CommitmentKind, CommitmentVerbs>> = {
  'follow-up': verbsOf('follow-up'),
  promise: verbsOf('promise'),
};

function add(
  writing: Writing,
  context: Context,
  kind: CommitmentKind,
  wanted: CommitmentMade,
): { ids: number[]; cases: number[] } {
  const { store } = writing;
  const { at, customer } = wanted;
  toCome(at, writing.now);
  const text = wanted.text.trim();
  const template = wanted.template === null ? null : getTemplate(context, wanted.template).name;
  const cases = [...new Set(wanted.cases.map((number) => workingCase(store, number).number))];
  if (customer !== null && findCustomer(store, customer) === null)
    throw new DeskError('not-found', 'no-such-customer', { id: customer });
  const fresh = { kind, at, text, template };
  const ids = cases.map((number) => insertCommitment(writing, { ...fresh, case: number, customer: null }));
  if (customer !== null) ids.push(insertCommitment(writing, { ...fresh, case: null, customer }));
  if (ids.length === 0) throw new DeskError('usage', 'commitment-for-nobody');
  describeAction(writing, { case: cases.length === 1 ? (cases[0] ?? null) : null, cases: cases.length, what: text });
  return { ids, cases };
}

/** What an answer promises goes down with it, as one action; the moment may have gone by since it was written. */
export function keepPromise(writing: Writing, number: number, { at, text }: Pick<CommitmentMade, 'at' | 'text'>): void {
  const said = text.slice(0, MOST_LETTERS);
  insertCommitment(writing, { kind: 'promise', case: number, customer: null, at, text: said, template: null });
}

function toCome(at: number, now: number): void {
  if (at <= now) throw new DeskError('bad-value', 'commitment-past', { value: new Date(at).toISOString() });
}

/** One of that kind that is still to be done. */
function open({ store }: Writing, kind: CommitmentKind, which: number): Commitment {
  const found = getCommitment(store, which);
  if (found.kind !== kind) throw new DeskError('not-found', 'other-commitment', { id: which, kind: found.kind });
  if (!isToDo(found)) throw new DeskError('bad-value', 'commitment-over', { id: which });
  return found;
}

const describe = (writing: Writing, { case: number, text }: Commitment): void =>
  describeAction(writing, { case: number, cases: number === null ? 0 : 1, what: text });
