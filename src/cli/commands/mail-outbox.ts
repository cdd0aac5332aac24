import { type Action, perform } from '../../actions/action.ts';
import { choice } from '../../actions/field-values.ts';
import { holdMail } from '../../actions/mailing/hold.ts';
import type { Moved } from '../../actions/mailing/meant-messages.ts';
import { readOutbox } from '../../actions/mailing/read-outbox.ts';
import { releaseMail } from '../../actions/mailing/release.ts';
import { FATES, settleMail } from '../../actions/mailing/settle.ts';
import { takeBackMail } from '../../actions/mailing/take-back.ts';
import { DeskError } from '../../domain/errors.ts';
import type { Command, Given, Session } from '../command.ts';
import { idNumber } from '../numbers.ts';
import { printOutbox } from '../print-outbox.ts';

/** `desk mail list`: what has not left, or has not arrived. */
export const mailOutbox: Command = {
  arguments: '',
  options: [],
  examples: ['desk mail list', 'desk mail list --json'],
  run: (session) => {
    printOutbox(session, readOutbox(session.context));
    return 0;
  },
};

/** `desk mail release [ENTRY…|--all]`: lets held messages go; without any it lists them. */
export const mailRelease: Command = {
  arguments: '[entry...]',
  options: [{ flags: '--all', say: 'releaseAll' }],
  examples: ['desk mail release', 'desk mail release 412 415', 'desk mail release --all'],
  run: (session, args, given) => {
    const held = readOutbox(session.context, ['held']);
    const all = given.flag('all');
    if (!all && args.length === 0) {
      printOutbox(session, held);
      if (!session.globals.json && held.length > 0) session.printer.remark(session.words.cli.mailRelease(held.length));
      return 0;
    }
    const entries = all ? held.map(({ entry }) => entry) : args.map(idNumber);
    if (entries.length === 0) tellMoved(session, null, [], given);
    else move(session, releaseMail, { entries }, given);
    return 0;
  },
};

/** `desk mail hold ENTRY…`: calls messages back that have not left yet. */
export const mailHold: Command = {
  arguments: '<entry...>',
  options: [],
  examples: ['desk mail hold 412', 'desk mail hold 412 415 --dry-run'],
  run: (session, args, given) => {
    move(session, holdMail, { entries: args.map(idNumber) }, given);
    return 0;
  },
};

/** `desk mail settle ENTRY sent|again`: says what became of a message. */
export const mailSettle: Command = {
  arguments: '<entry> <fate>',
  usage: 'ENTRY sent|again',
  options: [],
  examples: ['desk mail settle 412 sent', 'desk mail settle 412 again'],
  run: (session, [entry = '', word = ''], given) => {
    const typed = choice('fate', word, FATES);
    const fate = FATES.find((one) => one === typed);
    if (fate === undefined)
      throw new DeskError('usage', 'missing-argument', { name: 'sent|again', command: 'mail settle' });
    move(session, settleMail, { entry: idNumber(entry), fate }, given);
    return 0;
  },
};

function move<Input>(session: Session, action: Action<Input, Moved[]>, input: NoInfer<Input>, given: Given): void {
  const done = perform(session.context, action, input, { dryRun: given.flag('dryRun') });
  tellMoved(session, done.action, done.output, given);
}

function tellMoved(
  { printer, words, globals }: Session,
  action: number | null,
  moved: readonly Moved[],
  given: Given,
): void {
  const dryRun = given.flag('dryRun');
  if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, messages: moved });
  else if (moved.length === 0) printer.tell(words.cli.nothingFound);
  else
    for (const { entry, case: number, to, state } of moved)
      printer.tell(words.cli.mailMoved(entry, number, to, words.deliveries[state], dryRun));
}

/** `desk mail edit ENTRY`: makes a draft again of what has not left. */
export const mailEdit: Command = {
  arguments: '<entry>',
  options: [],
  examples: ['desk mail edit 412', 'desk mail edit 412 --dry-run'],
  run: ({ context, printer, words, globals }, [entry = ''], given) => {
    const dryRun = given.flag('dryRun');
    const { action, output } = perform(context, takeBackMail, { entry: idNumber(entry) }, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...output });
    else printer.tell(words.mail.drafted(output.case, dryRun));
    return 0;
  },
};
