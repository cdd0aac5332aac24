import { perform } from '../../actions/action.ts';
import { importCustomers } from '../../actions/import-customers.ts';
import { errorLine } from '../../i18n/say-error.ts';
import type { Command } from '../command.ts';
import { readCustomerTable } from '../customer-table.ts';
import { EXIT } from '../exit.ts';
import { readAll } from '../io.ts';
import { tellChange } from '../tell-change.ts';
import { readText } from '../text-input.ts';

/** `desk customers import FILE.csv`: rows that are wrong are told, the others are taken in. */
export const customerImport: Command = {
  arguments: '<file>',
  options: [],
  examples: ['desk customers import customers.csv --dry-run', 'desk customers import customers.csv --json'],
  run: async (session, [file = ''], given) => {
    const { context, io, printer, words, globals } = session;
    const dryRun = given.flag('dryRun');
    const { rows, wrong } = readCustomerTable(file === '-' ? await readAll(io.stdin) : await readText(file));
    const { action, output } = perform(context, importCustomers, { rows }, { dryRun });
    const problems = wrong.map(({ row, error }) => ({ row, reason: errorLine(words, error) }));
    const said = words.customers.imported(output.added, output.updated, output.unchanged, dryRun);
    tellChange(session, { action, dryRun }, { ...output, problems }, said);
    if (!globals.json && output.forgotten > 0) printer.tell(words.forgetting.rowsLeftOut(output.forgotten));
    if (!globals.json) for (const { row, reason } of problems) printer.remark(words.customers.badRow(row, reason));
    return problems.length === 0 ? EXIT.ok : EXIT.someInputBad;
  },
};
