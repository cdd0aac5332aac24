import { readHistory } from '../../actions/read-cases.ts';
import {
  beginRedo,
  beginUndo,
  beginUndoOf,
  finish,
  isPartlyForgotten,
  type Undoing,
  type Undone,
} from '../../actions/undo.ts';
import { actionText } from '../../i18n/say-action.ts';
import type { Command, Session } from '../command.ts';
import { actionJson } from '../json-case.ts';
import { idNumber } from '../numbers.ts';
import { printActions } from '../print-history.ts';
import { createProgress } from '../progress.ts';
import { workOutNow } from '../work-out.ts';

const LISTED = 30;

/** `desk undo [ID]`: takes back the last change made on the command line, or any by its number. */
export const undo: Command = {
  arguments: '[id]',
  options: [{ flags: '--list', say: 'undoList' }],
  examples: ['desk undo', 'desk undo --list', 'desk undo 17'],
  run: async (session, [word], given) => {
    const { context } = session;
    if (given.flag('list')) {
      printActions(session, readHistory(context, LISTED));
      return 0;
    }
    const options = { dryRun: given.flag('dryRun') };
    const begun = word === undefined ? beginUndo(context, options) : beginUndoOf(context, idNumber(word), options);
    tell(session, watched(session, begun, session.words.tui.takingBack), options.dryRun, session.words.cli.tookBack);
    if (!options.dryRun) await workOutNow(session);
    return 0;
  },
};

/** `desk redo`: brings back what the last undo on the command line took. */
export const redo: Command = {
  arguments: '',
  options: [],
  examples: ['desk redo', 'desk redo --dry-run'],
  run: async (session, _args, given) => {
    const options = { dryRun: given.flag('dryRun') };
    const begun = beginRedo(session.context, options);
    tell(
      session,
      watched(session, begun, session.words.tui.bringingBack),
      options.dryRun,
      session.words.cli.broughtBack,
    );
    if (!options.dryRun) await workOutNow(session);
    return 0;
  },
};

/** Does all of it, and says on the way how far it is. */
function watched(session: Session, undoing: Undoing, say: (done: number, of: number) => string): Undone {
  const progress = createProgress(session);
  const step = (): Undone | null => {
    const { done, of } = undoing.progress();
    if (of > 1) progress.show(() => say(done, of));
    return undoing.step();
  };
  try {
    return finish({ ...undoing, step });
  } finally {
    progress.clear();
  }
}

type Sentence = (what: string, dryRun: boolean) => string;

function tell({ printer, words, globals }: Session, done: Undone, dryRun: boolean, sentence: Sentence): void {
  const { target, kept, tied, action } = done;
  if (globals.json) {
    printer.json({ action: dryRun ? null : action, dryRun, target: actionJson(target), kept, tied });
    return;
  }
  printer.tell(sentence(actionText(words, target), dryRun));
  if (isPartlyForgotten(target)) printer.tell(words.forgetting.partGone);
  const worked = kept.filter((number) => !tied.includes(number));
  if (worked.length > 0) printer.tell(words.cli.kept(worked));
  if (tied.length > 0) printer.tell(words.cli.tied(tied));
}
