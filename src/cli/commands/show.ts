import { readCase } from '../../actions/read-cases.ts';
import { readOptions } from '../../actions/read-options.ts';
import type { Command } from '../command.ts';
import { caseViewJson } from '../json-case.ts';
import { caseNumbers } from '../numbers.ts';
import { printCase } from '../print-case.ts';

/** `desk show N…`: cases whole. */
export const show: Command = {
  arguments: '<n...>',
  options: [{ flags: '--quotes', say: 'quotes' }],
  examples: ['desk show 42', 'desk show 42 --json'],
  run: async (session, args, given) => {
    const { context, io, printer, globals, words } = session;
    const numbers = await caseNumbers(args, io);
    const views = numbers.map((number) => readCase(context, number));
    const shown = globals.json
      ? views.map((view) => caseViewJson(view, readOptions(context, view.case.number), words))
      : [];
    if (globals.json) printer.json(shown.length === 1 ? shown[0] : shown);
    else for (const view of views) printCase(session, view, given.flag('quotes'));
    return 0;
  },
};
