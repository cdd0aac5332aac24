import { perform } from '../../actions/action.ts';
import { note } from '../../actions/note.ts';
import { readCase } from '../../actions/read-cases.ts';
import type { Command } from '../command.ts';
import { caseNumbers } from '../numbers.ts';
import { textNeeded } from '../text-input.ts';

/** `desk note N…`: a private note, one action per case. */
export const noteCommand: Command = {
  arguments: '<n...>',
  options: [
    { flags: '--message <text>', say: 'message' },
    { flags: '--file <file>', say: 'file' },
  ],
  examples: ["desk note 42 --message 'Khách hẹn gọi lại sau 5 giờ'", 'desk note 42 --file call.txt'],
  run: async ({ context, io, printer, words, globals }, args, given) => {
    const numbers = await caseNumbers(args, io);
    const sources = { message: given.text('message'), file: given.text('file'), stdinTaken: args.includes('-') };
    const text = await textNeeded(sources, io);
    for (const number of numbers) readCase(context, number); // all or none: a wrong number stops before the first note
    const dryRun = given.flag('dryRun');
    const notes = numbers.map((number) => {
      const { action, output } = perform(context, note, { case: number, text, fromDraft: false }, { dryRun });
      return { case: number, entry: output.entry, action: dryRun ? null : action };
    });
    if (globals.json) printer.json({ dryRun, notes });
    else for (const one of notes) printer.tell(words.cli.noted(one.case, dryRun));
    return 0;
  },
};
