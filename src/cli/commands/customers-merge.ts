import { perform } from '../../actions/action.ts';
import { readDuplicates } from '../../actions/duplicates.ts';
import { type CustomersMerged, mergeCustomer, unmergeCustomers } from '../../actions/merge-customers.ts';
import { customerNamed } from '../../actions/which-customer.ts';
import { sayAlike } from '../../i18n/say-alike.ts';
import { type Clean, clean } from '../../text/clean.ts';
import type { Command, Session } from '../command.ts';
import { idNumber } from '../numbers.ts';
import { pipedRow } from '../table.ts';
import { tellChange } from '../tell-change.ts';

const line = (text: string): Clean => clean(text, 'line');

/** `desk customers merge FROM INTO`: with `--dry-run` it says what would move. */
export const customerMerge: Command = {
  arguments: '<from> <into>',
  options: [],
  examples: ['desk customers merge 8 7 --dry-run', 'desk customers merge lan@cty.example lan@example.vn'],
  run: (session, [from = '', into = ''], given) => {
    const { context } = session;
    const dryRun = given.flag('dryRun');
    const input = { from: customerNamed(context, from), into: customerNamed(context, into) };
    const { action, output } = perform(context, mergeCustomer, input, { dryRun });
    return tell(session, action, dryRun, output, 'merged');
  },
};

/** `desk customers unmerge ID`. */
export const customerUnmerge: Command = {
  arguments: '<id>',
  options: [],
  examples: ['desk customers unmerge 8', 'desk customers unmerge 8 --dry-run'],
  run: (session, [word = ''], given) => {
    const dryRun = given.flag('dryRun');
    const { action, output } = perform(session.context, unmergeCustomers, { customer: idNumber(word) }, { dryRun });
    return tell(session, action, dryRun, output, 'unmerged');
  },
};

function tell(
  session: Session,
  action: number | null,
  dryRun: boolean,
  done: CustomersMerged,
  how: 'merged' | 'unmerged',
): number {
  const { from, into, moved, learned, name, otherName } = done;
  const { customers } = session.words;
  const said = [customers[how](`${name} (#${from})`, `${otherName} (#${into})`, dryRun), customers.moves(moved)];
  if (learned.length > 0) said.push(customers.learns(learned.join(', ')));
  tellChange(session, { action, dryRun }, { from, into, moved, learned }, ...said);
  return 0;
}

/** `desk customers duplicates`: nothing is merged by it. */
export const customerDuplicates: Command = {
  arguments: '',
  options: [{ flags: '--all', say: 'familiesToo' }],
  examples: ['desk customers duplicates', 'desk customers duplicates --all --json'],
  run: ({ context, printer, globals, words, io }, _args, given) => {
    const pairs = readDuplicates(context, given.flag('all'));
    if (globals.json) {
      printer.json(pairs);
      return 0;
    }
    for (const { a, b, aName, bName, score, reasons } of pairs) {
      const why = reasons.map((reason) => sayAlike(words, reason)).join(', ');
      const texts = [`#${a} ${aName}`, `#${b} ${bName}`, `${Math.round(score * 100)} %`, why];
      printer.line(
        pipedRow(
          texts.map((text) => ({ columns: 1, text: () => line(text) })),
          null,
        ),
      );
    }
    if (io.outIsTerminal) printer.remark(pairs.length === 0 ? words.customers.noDuplicates : words.customers.mergeWith);
    return 0;
  },
};
