import { actorOf, type Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import {
  changedAnything,
  type DoneAction,
  familyOf,
  getAction,
  inForce,
  lastOn,
  lastRedoable,
  lastUndoable,
} from '../store/history.ts';
import { touchedSince } from '../store/linked-cases.ts';
import { markHead, markNotUndone, replayBack, replayBackExcept } from '../store/undo.ts';
import { describeAction, write, writeQuietly } from '../store/writing.ts';

export interface Undone {
  /** the action that was taken back (or brought back) */
  readonly target: DoneAction;
  /** cases that stay as they are because somebody has worked on them since */
  readonly kept: number[];
  /** the action that this was: undoing it is redo */
  readonly action: number;
}

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
function takeBack(
  context: Context,
  target: DoneAction,
  verb: 'undo' | 'redo',
  { dryRun = false }: UndoOptions,
): Undone {
  const { store } = context;
  const family = inForce(store, familyOf(store, target.id));
  if (!changedAnything(store, family)) throw new DeskError('nothing-to-undo', 'changed-nothing', { id: target.id });
  const bulk = family.length > 1 || Number(target.facts['cases'] ?? 1) > 1 || wasImport(target);
  const facts = { ...target.facts, of: target.facts['of'] ?? target.verb };
  if (!bulk) {
    const { action } = write(
      store,
      actorOf(context),
      verb,
      (writing) => {
        replayBack(writing, target.id);
        describeAction(writing, facts);
      },
      { undoes: target.id, dryRun },
    );
    return { target, kept: [], action };
  }
  const keep = touchedSince(store, family);
  if (dryRun) return { target, kept: [...keep], action: 0 };
  const parent = write(store, actorOf(context), verb, (writing) => describeAction(writing, facts), {
    undoes: target.id,
  });
  // newest slice first, each in its own short transaction: a kill in between leaves a part that undo can go on with
  for (const slice of family.toReversed()) {
    write(store, actorOf(context), verb, (writing) => replayBackExcept(writing, slice, family, keep), {
      undoes: slice,
      parent: parent.action,
    });
  }
  const kept = [...keep].sort((a, b) => a - b);
  if (!changedAnything(store, familyOf(store, parent.action))) {
    writeQuietly(store, () => markNotUndone(store, family));
    const [number = 0] = kept;
    const { id, verb } = lastOn(store, number) ?? target;
    throw new DeskError('undo-blocked', 'undo-blocked', { verb, id, case: number });
  }
  writeQuietly(store, () => markHead(store, target.id, parent.action, kept));
  return { target, kept, action: parent.action };
}

const wasImport = (target: DoneAction): boolean => (target.facts['of'] ?? target.verb) === 'import';
