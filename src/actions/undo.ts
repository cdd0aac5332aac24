import { actorOf, type Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import {
  changedAnything,
  type DoneAction,
  familyOf,
  getAction,
  inForce,
  isPartlyForgotten,
  lastRedoable,
  lastUndoable,
  onlyCaseOf,
} from '../store/history.ts';
import { touchedSince } from '../store/linked-cases.ts';
import { replayBack } from '../store/undo.ts';
import { describeAction, type Writing, write } from '../store/writing.ts';
import { rehearsed } from './rehearsal.ts';
import { takeBackInSlices } from './undo-slices.ts';
import { finish, inOneStep, type Undoing, type Undone, whatStays } from './undoing.ts';

export { isPartlyForgotten } from '../store/history.ts';
export { finish, type Undoing, type Undone } from './undoing.ts';

/** The one case that was taken back or brought back; null where there are several. */
export const caseOfUndone = (context: Context, { action }: Undone): number | null => onlyCaseOf(context.store, action);

type Verb = 'undo' | 'redo';

export interface UndoOptions {
  /** says what would be taken back, and rolls back; of a bulk action it says which cases would stay */
  readonly dryRun?: boolean;
}

/** Begins to take back the last action of this session. Throws `nothing-to-undo`; its steps throw `undo-blocked`. */
export function beginUndo(context: Context, options: UndoOptions = {}): Undoing {
  const target = lastUndoable(context.store, context.session);
  if (target === null) throw new DeskError('nothing-to-undo', 'nothing-to-undo');
  return takeBack(context, target, 'undo', options);
}

/** Begins to take back the action with this id, whoever did it, when and where. Throws as `beginUndo`. */
export function beginUndoOf(context: Context, id: number, options: UndoOptions = {}): Undoing {
  const target = meant(context, getAction(context.store, id));
  if (target.undoneBy !== null) throw new DeskError('nothing-to-undo', 'already-undone', { id: target.id });
  return takeBack(context, target, target.undoes === null ? 'undo' : 'redo', options);
}

/** Begins to bring back what the session's last undo took. Throws as `beginUndo`. */
export function beginRedo(context: Context, options: UndoOptions = {}): Undoing {
  const undo = lastRedoable(context.store, context.session);
  if (undo === null) throw new DeskError('nothing-to-undo', 'nothing-to-redo');
  const begun = takeBack(context, undo, 'redo', options);
  const target = undo.undoes === null ? undo : getAction(context.store, undo.undoes);
  return {
    ...begun,
    target,
    step: () => {
      const done = begun.step();
      return done === null ? null : { ...done, target };
    },
  };
}

/** `beginUndo`, and all of it. */
export const undoLast = (context: Context, options: UndoOptions = {}): Undone => finish(beginUndo(context, options));

/** `beginUndoOf`, and all of it. */
export const undoAction = (context: Context, id: number, options: UndoOptions = {}): Undone =>
  finish(beginUndoOf(context, id, options));

/** `beginRedo`, and all of it. */
export const redoLast = (context: Context, options: UndoOptions = {}): Undone => finish(beginRedo(context, options));

/** A slice stands for its whole; to take back a redo is to take back, once more, what it brought back. */
function meant(context: Context, action: DoneAction): DoneAction {
  if (action.parent !== null) return meant(context, getAction(context.store, action.parent));
  if (action.undoes === null) return action;
  const undone = getAction(context.store, action.undoes);
  return undone.undoes === null ? action : meant(context, getAction(context.store, undone.undoes));
}

/** Verbs that do many things which have nothing to do with each other. */
const CASE_BY_CASE: ReadonlySet<string> = new Set(['import', 'follow-up-run']);

/** A single action goes back whole or not at all; an import or a bulk edit case by case. */
function takeBack(context: Context, target: DoneAction, verb: Verb, { dryRun = false }: UndoOptions): Undoing {
  const { store } = context;
  const family = inForce(store, familyOf(store, target.id));
  if (target.verb === 'customer-forget') throw new DeskError('nothing-to-undo', 'forget-stays');
  if (!changedAnything(store, family)) {
    if (isPartlyForgotten(target)) throw new DeskError('nothing-to-undo', 'undo-forgotten', { id: target.id });
    throw new DeskError('nothing-to-undo', 'changed-nothing', { id: target.id });
  }
  const facts: DoneAction['facts'] = { ...target.facts, of: target.facts['of'] ?? target.verb };
  const bulk = family.length > 1 || Number(facts['cases'] ?? 1) > 1 || CASE_BY_CASE.has(String(facts['of']));
  if (bulk && dryRun)
    return inOneStep(target, () => ({ target, ...whatStays(store, family, touchedSince(store, family)), action: 0 }));
  if (bulk) return takeBackInSlices(context, target, verb, family, facts);
  const work = (writing: Writing): void => {
    replayBack(writing, target.id);
    describeAction(writing, facts);
  };
  return inOneStep(target, () => {
    const { action } = rehearsed(context, dryRun, (where) =>
      write(where.store, actorOf(where), verb, work, { undoes: target.id, dryRun }),
    );
    return { target, kept: [], tied: [], action };
  });
}
