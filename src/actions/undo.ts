import { actorOf, type Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { draftedSince } from '../store/drafted.ts';
import {
  changedAnything,
  type DoneAction,
  familyOf,
  getAction,
  inForce,
  lastOn,
  lastRedoable,
  lastUndoable,
  untouchedSince,
} from '../store/history.ts';
import { touchedSince } from '../store/linked-cases.ts';
import { markHead, markNotUndone, replayBack, replayBackExcept, replayBackUnasked } from '../store/undo.ts';
import { describeAction, type Writing, write, writeQuietly } from '../store/writing.ts';

export interface Undone {
  /** the action that was taken back (or brought back) */
  readonly target: DoneAction;
  /** cases that stay as they are because somebody has worked on them since */
  readonly kept: number[];
  /** the action that this was: undoing it is redo */
  readonly action: number;
}

type Verb = 'undo' | 'redo';

export interface UndoOptions {
  /** says what would be taken back, and rolls back; of a bulk action it says which cases would stay */
  readonly dryRun?: boolean;
}

/** Takes back the last action of this session. Throws `nothing-to-undo`, `undo-blocked`. */
export function undoLast(context: Context, options: UndoOptions = {}): Undone {
  const target = lastUndoable(context.store, context.session);
  if (target === null) throw new DeskError('nothing-to-undo', 'nothing-to-undo');
  return takeBack(context, target, 'undo', options);
}

/** Takes back the action with this id, whoever did it, when and where. Throws `nothing-to-undo`, `undo-blocked`. */
export function undoAction(context: Context, id: number, options: UndoOptions = {}): Undone {
  const target = meant(context, getAction(context.store, id));
  if (target.undoneBy !== null) throw new DeskError('nothing-to-undo', 'already-undone', { id: target.id });
  return takeBack(context, target, target.undoes === null ? 'undo' : 'redo', options);
}

/** A slice stands for its whole; to take back a redo is to take back, once more, what it brought back. */
function meant(context: Context, action: DoneAction): DoneAction {
  if (action.parent !== null) return meant(context, getAction(context.store, action.parent));
  if (action.undoes === null) return action;
  const undone = getAction(context.store, action.undoes);
  return undone.undoes === null ? action : meant(context, getAction(context.store, undone.undoes));
}

/** Brings back what the session's last undo took. Throws `nothing-to-undo`, `undo-blocked`. */
export function redoLast(context: Context, options: UndoOptions = {}): Undone {
  const undo = lastRedoable(context.store, context.session);
  if (undo === null) throw new DeskError('nothing-to-undo', 'nothing-to-redo');
  const done = takeBack(context, undo, 'redo', options);
  return { ...done, target: undo.undoes === null ? undo : getAction(context.store, undo.undoes) };
}

/** A single action goes back whole or not at all; an import or a bulk edit case by case. */
function takeBack(context: Context, target: DoneAction, verb: Verb, { dryRun = false }: UndoOptions): Undone {
  const { store } = context;
  const family = inForce(store, familyOf(store, target.id));
  if (!changedAnything(store, family)) throw new DeskError('nothing-to-undo', 'changed-nothing', { id: target.id });
  const facts: DoneAction['facts'] = { ...target.facts, of: target.facts['of'] ?? target.verb };
  const bulk = family.length > 1 || Number(facts['cases'] ?? 1) > 1 || facts['of'] === 'import';
  if (bulk && dryRun) return { target, kept: [...touchedSince(store, family)], action: 0 };
  if (bulk) return takeBackByCase(context, target, verb, family, facts);
  const work = (writing: Writing): void => {
    replayBack(writing, target.id);
    describeAction(writing, facts);
  };
  const { action } = write(store, actorOf(context), verb, work, { undoes: target.id, dryRun });
  return { target, kept: [], action };
}

/** Newest slice first, each in its own short transaction: a kill in between leaves a part that undo can go on with. */
function takeBackByCase(
  context: Context,
  target: DoneAction,
  verb: Verb,
  family: readonly number[],
  facts: DoneAction['facts'],
): Undone {
  const { store } = context;
  const keep = touchedSince(store, family);
  let next = (untouchedSince(store, target.id) ?? Number.NaN) + 1;
  const describe = (writing: Writing): void => describeAction(writing, facts);
  const { action } = write(store, actorOf(context), verb, describe, { undoes: target.id });
  if (action !== next || keep.size > 0) next = Number.NaN;
  for (const slice of family.toReversed()) {
    const work = (writing: Writing): void => {
      // actions are numbered without gaps: any other number than the next tells that somebody else has acted
      next = writing.action === next + 1 ? writing.action : Number.NaN;
      if (Number.isNaN(next) || !replayBackUnasked(writing, slice)) replayBackExcept(writing, slice, target.id, keep);
    };
    write(store, actorOf(context), verb, work, { undoes: slice, parent: action, relaxed: true });
  }
  const kept = [...keep].sort((a, b) => a - b);
  if (!changedAnything(store, familyOf(store, action))) refuse(context, target, family, kept[0] ?? 0);
  writeQuietly(store, () => markHead(store, target.id, action, kept));
  return { target, kept, action };
}

/** Every case had to stay, so nothing was undone: names who has worked on the first of them. */
function refuse(context: Context, target: DoneAction, family: readonly number[], number: number): never {
  writeQuietly(context.store, () => markNotUndone(context.store, family));
  if (draftedSince(context.store, family).includes(number))
    throw new DeskError('undo-blocked', 'undo-drafted', { verb: '', id: 0, case: number });
  const { id, verb } = lastOn(context.store, number) ?? target;
  throw new DeskError('undo-blocked', 'undo-blocked', { verb, id, case: number });
}
