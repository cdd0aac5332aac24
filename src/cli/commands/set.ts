import { perform } from '../../actions/action.ts';
import { isAssignment, parseAssignments } from '../../actions/assignments.ts';
import { setCase } from '../../actions/set-case.ts';
import { DeskError } from '../../domain/errors.ts';
import type { Command } from '../command.ts';
import { caseNumbers } from '../numbers.ts';

/** `desk set N… field=value tags+=x`: changes one or many cases in one action. */
export const set: Command = {
  arguments: '<n...>',
  usage: 'N… FIELD=VALUE… tags+=TAG tags-=TAG',
  options: [],
  examples: [
    'desk set 42 status=solved tags+=đổi-hàng tags-=gấp',
    'desk list -q is:waiting | desk set - priority=high',
  ],
  run: async ({ context, io, printer, words, globals }, args, given) => {
    const numbers = await caseNumbers(
      args.filter((word) => !isAssignment(word)),
      io,
    );
    const assignments = args.filter(isAssignment);
    if (numbers.length === 0) throw new DeskError('usage', 'missing-argument', { name: 'N', command: 'set' });
    if (assignments.length === 0) throw new DeskError('usage', 'nothing-to-set');
    const { fields, addTags, removeTags } = parseAssignments(assignments, context);
    const dryRun = given.flag('dryRun');
    const input = { cases: numbers, fields, addTags: [...addTags], removeTags: [...removeTags] };
    const { action, output } = perform(context, setCase, input, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...output });
    else printer.tell(words.cli.changed(output.changed, output.unchanged, dryRun));
    return 0;
  },
};
