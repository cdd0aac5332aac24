import { beginRedo, beginUndo, beginUndoOf, caseOfUndone, type Undoing, type Undone } from '../actions/undo.ts';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { wordsFor } from '../i18n/index.ts';
import { actionText } from '../i18n/say-action.ts';
import type { Effect } from './effects.ts';
import type { Message } from './messages.ts';
import type { Terminal } from './perform.ts';
import type { Notice } from './state.ts';
import { RETRY_MS } from './timing.ts';

type UndoEffect = Extract<Effect, { do: 'undo' | 'redo' }>;
type Send = (message: Message) => void;

/** So many cases are taken back before the key returns; more go in slices, with time for keys between them. */
const AT_ONCE = 20;

/** Undo and redo: begins them, and lets what takes long go on between the keys. Throws DeskError as their first step does. */
export function createUndoer(context: Context, after: Terminal['after']): (effect: UndoEffect, send: Send) => void {
  const words = wordsFor(context.locale);
  const { tui } = words;
  let running: { readonly undoing: Undoing; readonly redo: boolean } | null = null;

  const howFar = (undoing: Undoing, redo: boolean): string => {
    const { done, of } = undoing.progress();
    return (redo ? tui.bringingBack : tui.takingBack)(done, of);
  };

  function begin(effect: UndoEffect, send: Send): void {
    if (running !== null) {
      const text = tui.undoGoesOn(howFar(running.undoing, running.redo));
      send({ type: 'told', notice: { text, tone: 'info' } });
      return;
    }
    const redo = effect.do === 'redo';
    const undoing = redo
      ? beginRedo(context)
      : effect.action === null
        ? beginUndo(context)
        : beginUndoOf(context, effect.action);
    const undone = undoing.step();
    if (undone === null) goOn(undoing, redo, send);
    else tell(undone, redo, send);
  }

  /** What the first step has begun is not begun again: from here on a busy store is waited for, and errors are told. */
  function goOn(undoing: Undoing, redo: boolean, send: Send): void {
    running = { undoing, redo };
    let wait = 0;
    try {
      let undone: Undone | null = null;
      do undone = undoing.step();
      while (undone === null && undoing.progress().of <= AT_ONCE);
      if (undone !== null) {
        running = null;
        tell(undone, redo, send);
        return;
      }
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      if (error.what !== 'store-busy') {
        running = null;
        send({ type: 'working', text: null });
        send({ type: 'failed', error });
        return;
      }
      wait = RETRY_MS;
    }
    send({ type: 'working', text: howFar(undoing, redo) });
    after(wait, () => goOn(undoing, redo, send));
  }

  function tell(undone: Undone, redo: boolean, send: Send): void {
    const { target, kept, tied } = undone;
    const worked = kept.filter((number) => !tied.includes(number));
    const stay = [...sentence(tui.keptCases, worked), ...sentence(tui.tiedCases, tied)].join(' · ');
    const left = stay === '' ? '' : ` ${stay}`;
    const what = (redo ? tui.broughtBack : tui.tookBack)(actionText(words, target));
    send({ type: 'working', text: null });
    const hand = caseOfUndone(context, undone);
    const notice: Notice = { text: `${what}.${left}`, tone: 'info' };
    send({ type: 'done', notice, next: 'reload', ...(hand === null ? {} : { hand }) });
  }

  return begin;
}

const sentence = (say: (list: string) => string, numbers: readonly number[]): string[] =>
  numbers.length === 0 ? [] : [say(numbers.map((number) => `#${number}`).join(', '))];
