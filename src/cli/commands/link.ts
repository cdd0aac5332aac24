import { perform } from '../../actions/action.ts';
import { link, unlink } from '../../actions/link.ts';
import { split } from '../../actions/split.ts';
import { clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { idNumber } from '../numbers.ts';

/** `desk link N M`: two cases know each other. */
export const linkCommand: Command = {
  arguments: '<n> <m>',
  options: [],
  examples: ['desk link 42 43', 'desk link 42 43 --json'],
  run: ({ context, printer, words, globals }, [one = '', other = ''], given) => {
    const dryRun = given.flag('dryRun');
    const pair = { case: idNumber(one), other: idNumber(other) };
    const { action, output } = perform(context, link, pair, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...output });
    else printer.tell(words.cli.linked(output.case, output.other, output.changed, dryRun));
    return 0;
  },
};

/** `desk unlink N M`. */
export const unlinkCommand: Command = {
  arguments: '<n> <m>',
  options: [],
  examples: ['desk unlink 42 43', 'desk unlink 42 43 --dry-run'],
  run: ({ context, printer, words, globals }, [one = '', other = ''], given) => {
    const dryRun = given.flag('dryRun');
    const pair = { case: idNumber(one), other: idNumber(other) };
    const { action, output } = perform(context, unlink, pair, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...output });
    else printer.tell(words.cli.unlinked(output.case, output.other, dryRun));
    return 0;
  },
};

/** `desk split N ENTRY…`: prints the number of the new case, nothing else. */
export const splitCommand: Command = {
  arguments: '<n> <entry...>',
  options: [],
  examples: ['desk split 42 117', 'desk split 42 117 118'],
  run: ({ context, printer, globals }, [word = '', ...entries], given) => {
    const dryRun = given.flag('dryRun');
    const input = { case: idNumber(word), entries: entries.map(idNumber) };
    const { action, output } = perform(context, split, input, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...output });
    else printer.line(clean(String(output.number), 'line'));
    return 0;
  },
};
