import { perform } from '../../actions/action.ts';
import { merge } from '../../actions/merge.ts';
import { unmerge } from '../../actions/unmerge.ts';
import { DeskError } from '../../domain/errors.ts';
import type { Command } from '../command.ts';
import { caseNumbers, idNumber } from '../numbers.ts';

/** `desk merge FROM… INTO`: the last number is the case that takes the others in. */
export const mergeCommand: Command = {
  arguments: '<n...>',
  usage: 'FROM… INTO',
  options: [],
  examples: ['desk merge 43 42', 'desk list -q from:lan@example.vn is:open | desk merge - 42'],
  run: async ({ context, io, printer, words, globals }, args, given) => {
    const into = args.length < 2 ? undefined : args.at(-1);
    if (into === undefined) throw new DeskError('usage', 'missing-argument', { name: 'INTO', command: 'merge' });
    const target = idNumber(into);
    const named = await caseNumbers(args.slice(0, -1), io);
    // a query that finds what shall be merged finds the one it goes into as well
    const from = args.includes('-') ? named.filter((number) => number !== target) : named;
    const dryRun = given.flag('dryRun');
    const { action, output } = perform(context, merge, { from, into: target }, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...output });
    else {
      printer.tell(words.cli.merged(output.merged, output.into, dryRun));
      if (output.otherCustomers.length > 0) printer.remark(words.cli.otherCustomers(output.otherCustomers));
    }
    return 0;
  },
};

/** `desk unmerge N`: takes a merged case out again. */
export const unmergeCommand: Command = {
  arguments: '<n>',
  options: [],
  examples: ['desk unmerge 43', 'desk unmerge 43 --dry-run'],
  run: ({ context, printer, words, globals }, [word = ''], given) => {
    const dryRun = given.flag('dryRun');
    const { action, output } = perform(context, unmerge, { case: idNumber(word) }, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...output });
    else printer.tell(words.cli.unmerged(output.number, output.from, dryRun));
    return 0;
  },
};
