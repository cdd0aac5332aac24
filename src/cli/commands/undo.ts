import { readHistory } from '../../actions/read-cases.ts';
import { redoLast, type Undone, undoAction, undoLast } from '../../actions/undo.ts';
import type { Command, Session } from '../command.ts';
import { actionJson } from '../json-case.ts';
import { idNumber } from '../numbers.ts';
import { printActions } from '../print-history.ts';
import { actionText } from '../say-action.ts';

const LISTED = 30;

/** `desk undo [ID]`: takes back the last change made on the command line, or any by its number. */
export const undo: Command = {
  arguments: '[id]',
  options: [{ flags: '--list', say: 'undoList' }],
  examples: ['desk undo', 'desk undo --list', 'desk undo 17'],
  run: (session, [word], given) => {
    const { context } = session;
    if (given.flag('list')) {
      printActions(session, readHistory(context, LISTED));
      return 0;
    }
    const options = { dryRun: given.flag('dryRun') };
    const done = word === undefined ? undoLast(context, options) : undoAction(context, idNumber(word), options);
    tell(session, done, options.dryRun, session.words.cli.tookBack);
    return 0;
  },
};

/** `desk redo`: brings back what the last undo on the command line took. */
export const redo: Command = {
  arguments: '',
  options: [],
  examples: ['desk redo', 'desk redo --dry-run'],
  run: (session, _args, given) => {
    const options = { dryRun: given.flag('dryRun') };
    tell(session, redoLast(session.context, options), options.dryRun, session.words.cli.broughtBack);
    return 0;
  },
};

type Sentence = (what: string, dryRun: boolean) => string;

function tell({ printer, words, globals }: Session, done: Undone, dryRun: boolean, sentence: Sentence): void {
  const { target, kept, action } = done;
  if (globals.json) {
    printer.json({ action: dryRun ? null : action, dryRun, target: actionJson(target), kept });
    return;
  }
  printer.tell(sentence(actionText(words, target), dryRun));
  if (kept.length > 0) printer.tell(words.cli.kept(kept));
}
