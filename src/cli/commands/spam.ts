import { perform } from '../../actions/action.ts';
import { spam } from '../../actions/spam.ts';
import type { Command } from '../command.ts';
import { caseNumbers } from '../numbers.ts';

/** `desk spam N…`: tags, solves, and files the sender's next mail away; `--not` takes it back. */
export const spamCommand: Command = {
  arguments: '<n...>',
  options: [{ flags: '--not', say: 'notSpam' }],
  examples: ['desk spam 42 43', 'desk spam --not 42'],
  run: async ({ context, io, printer, words, globals }, args, given) => {
    const cases = await caseNumbers(args, io);
    const not = given.flag('not');
    const dryRun = given.flag('dryRun');
    const { action, output } = perform(context, spam, { cases, not }, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...output });
    else {
      printer.tell(words.cli.changed(output.changed, output.unchanged, dryRun));
      if (output.senders.length > 0) printer.tell(words.cli.spamSenders(output.senders.join(', '), not));
    }
    return 0;
  },
};
