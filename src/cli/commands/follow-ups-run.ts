import { readPerson } from '../../actions/read-customers.ts';
import { type PlannedFollowUp, runPlansToEnd } from '../../actions/run-plans.ts';
import { type Clean, clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { plannedJson } from '../json-plan.ts';
import { brokenJson } from '../json-playbook.ts';
import { type Column, fittedRow, pipedRow } from '../table.ts';
import { tellBroken } from '../tell-broken.ts';

const line = (text: string): Clean => clean(text, 'line');

/** `desk follow-ups run`: what the plans have due, made once; for a timer. 65 where a plan's file cannot be read. */
export const followUpRun: Command = {
  arguments: '',
  options: [],
  examples: ['desk follow-ups run', 'desk follow-ups run --dry-run --json'],
  run: async (session, _args, given) => {
    const { context, io, printer, globals, words } = session;
    const dryRun = given.flag('dryRun');
    const { action, made, broken } = await runPlansToEnd(context, dryRun);
    if (globals.json) printer.json({ action, dryRun, made: made.map(plannedJson), broken: broken.map(brokenJson) });
    else {
      tellBroken(session, broken);
      const columns: Column<PlannedFollowUp>[] = [
        { columns: 6, text: (one) => line(one.case === null ? '' : String(one.case)), align: 'right' },
        { columns: 24, text: (one) => line(readPerson(context, one.customer).name) },
        { columns: Math.max(20, io.columns - 34), text: (one) => line(one.text) },
      ];
      for (const one of made) printer.line(io.outIsTerminal ? fittedRow(columns, one) : pipedRow(columns, one));
      // a timer that has nothing to say says nothing
      if (made.length > 0 || io.outIsTerminal)
        printer.remark(made.length === 0 ? words.plans.nothing : words.plans.ran(made.length, dryRun));
    }
    return broken.length === 0 ? 0 : 65;
  },
};
