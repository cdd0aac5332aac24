import { importCustomers } from '../../actions/import-customers.ts';
import { errorLine } from '../../i18n/say-error.ts';
import type { Command } from '../command.ts';
import { readCustomerTable } from '../customer-table.ts';
import { EXIT } from '../exit.ts';
import { readAll } from '../io.ts';
import { createProgress } from '../progress.ts';
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
    const progress = createProgress(session);
    const { action, interrupted, ...counts } = await importCustomers(context, rows, {
      ...{ dryRun, signal: io.onInterrupt() },
      onSlice: (done) => progress.show(() => words.customers.importing(done, rows.length)),
    });
    progress.clear();
    const problems = wrong.map(({ row, error }) => ({ row, reason: errorLine(words, error) }));
    const said = words.customers.imported(counts.added, counts.updated, counts.unchanged, dryRun);
    tellChange(session, { action: action ?? 0, dryRun }, { ...counts, interrupted, problems }, said);
    if (!globals.json && counts.forgotten > 0) printer.tell(words.forgetting.rowsLeftOut(counts.forgotten));
    if (!globals.json) for (const { row, reason } of problems) printer.remark(words.customers.badRow(row, reason));
    if (interrupted) return EXIT.interrupted;
    return problems.length === 0 ? EXIT.ok : EXIT.someInputBad;
  },
};
