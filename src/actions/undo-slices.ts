import { actorOf, type Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { draftedSince } from '../store/drafted.ts';
import {
  casesOf,
  changedAnything,
  type DoneAction,
  familyOf,
  lastOn,
  takenBackSoFar,
  untouchedSince,
} from '../store/history.ts';
import { touchedSince } from '../store/linked-cases.ts';
import { markHead, markNotUndone } from '../store/undo.ts';
import { type SliceBack, sliceBack, takeGroupsBack } from '../store/undo-slices.ts';
import { describeAction, type WriteOptions, type Writing, write, writeQuietly } from '../store/writing.ts';
import { brokenOff } from './broken-off.ts';
import { createPace } from './pace.ts';
import { type Undoing, type Undone, whatStays } from './undoing.ts';

/**
 * Takes back an import or a bulk edit case by case, newest slice first, each step in a short transaction of its own. All
 * of them are one undo, which redo brings back. Broken off at any place it leaves whole cases, some taken back and some
 * not; an undo of the same goes on from there.
 */
export function takeBackInSlices(
  context: Context,
  target: DoneAction,
  verb: 'undo' | 'redo',
  family: readonly number[],
  facts: DoneAction['facts'],
): Undoing {
  const { store } = context;
  const keep = touchedSince(store, family);
  const gone = takenBackSoFar(store, family);
  const of = casesOf(store, family);
  const seen = new Set([...gone.values()].flatMap((numbers) => [...numbers]));
  const ahead = [...family];
  const pace = createPace();
  let head: number | null = null;
  let slice: SliceBack | null = null;
  let done = 0;
  /** the number of our next action as long as nobody else acts: actions are numbered without gaps */
  let next = keep.size > 0 ? Number.NaN : (untouchedSince(store, target.id) ?? Number.NaN) + 1;

  function act(work: (writing: Writing) => void, options: WriteOptions): number {
    const counted = (writing: Writing): void => {
      next = writing.action === next ? next + 1 : Number.NaN;
      work(writing);
    };
    return write(store, actorOf(context), verb, counted, options).action;
  }

  function takeSome(parent: number, some: SliceBack): void {
    const from = done;
    pace.slice((goesOn) =>
      act(
        (writing) => {
          const rules = { head: target.id, keep, asks: Number.isNaN(next), goesOn };
          done = takeGroupsBack(writing, some, from, rules);
        },
        { undoes: some.action, parent, relaxed: true },
      ),
    );
    for (const group of some.groups.slice(from, done)) for (const number of group.cases) seen.add(number);
    if (done < some.groups.length) return;
    slice = null;
    done = 0;
  }

  function end(by: number): Undone {
    const stays = whatStays(store, family, keep);
    const { kept } = stays;
    if (!changedAnything(store, familyOf(store, by))) refuse(context, target, family, kept[0] ?? 0);
    writeQuietly(store, () => markHead(store, target.id, by, kept));
    return { target, ...stays, action: by };
  }

  function step(): Undone | null {
    if (head === null) {
      head = act((writing) => describeAction(writing, facts), { undoes: target.id });
      return null;
    }
    const member = slice === null ? ahead.pop() : undefined;
    if (member !== undefined) slice = sliceBack(store, member, gone.get(member) ?? new Set());
    if (slice === null) return end(head);
    takeSome(head, slice);
    return null;
  }

  return {
    target,
    progress: () => ({ done: seen.size, of }),
    step: () => {
      try {
        return step();
      } catch (error) {
        throw done > 0 || seen.size > 0 ? stopped(error) : error;
      }
    },
  };
}

/** A busy store is waited for and the step done again; any other failure of the disk ends the undo half-way. */
const stopped = (error: unknown): unknown =>
  error instanceof DeskError && error.code === 'busy' ? error : brokenOff(error, 'undo-broken-off', {});

/** Every case had to stay, so nothing was undone: names who has worked on the first of them. */
function refuse(context: Context, target: DoneAction, family: readonly number[], number: number): never {
  writeQuietly(context.store, () => markNotUndone(context.store, family));
  if (draftedSince(context.store, family).includes(number))
    throw new DeskError('undo-blocked', 'undo-drafted', { verb: '', id: 0, case: number });
  const { id, verb } = lastOn(context.store, number) ?? target;
  throw new DeskError('undo-blocked', 'undo-blocked', { verb, id, case: number });
}
