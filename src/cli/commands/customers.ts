import { perform } from '../../actions/action.ts';
import { isAssignment } from '../../actions/assignments.ts';
import { setCustomer } from '../../actions/customers.ts';
import { choice } from '../../actions/field-values.ts';
import {
  type CustomerSummary,
  readCustomer,
  readPerson,
  readSummary,
  searchCustomers,
} from '../../actions/read-customers.ts';
import { customerNamed } from '../../actions/which-customer.ts';
import { SEGMENTS } from '../../domain/customer.ts';
import { DeskError } from '../../domain/errors.ts';
import { type Clean, clean } from '../../text/clean.ts';
import type { Command, Session } from '../command.ts';
import { customerAssignments } from '../customer-assignments.ts';
import { customerTable } from '../customer-table.ts';
import { money } from '../customer-words.ts';
import { customerJson } from '../json-customer.ts';
import { limitTyped } from '../limit-typed.ts';
import { printCustomer } from '../print-customer.ts';
import { style } from '../style.ts';
import { type Column, fittedRow, pipedRow } from '../table.ts';
import { tellChange } from '../tell-change.ts';

const line = (text: string): Clean => clean(text, 'line');

/** `desk customers list [QUERY]`: the newest first. */
export const customerList: Command = {
  arguments: '[query...]',
  options: [
    { flags: '-n, --limit <n>', say: 'limit' },
    { flags: '--csv', say: 'asCsv' },
  ],
  examples: [
    'desk customers list',
    'desk customers list lan segment:loyal tag:vip --json',
    'desk customers list --csv > customers.csv',
  ],
  run: async (session, args, given) => {
    const { context, io, printer, globals, words } = session;
    const limit = limitTyped(given.text('limit'), io);
    const found = searchCustomers(context, searchOf(args), limit);
    if (given.flag('csv')) {
      const all = found.map((id) => readPerson(context, id));
      for (const row of customerTable(all)) {
        if (io.outIsTerminal) printer.line(line(row));
        else printer.bytes(Buffer.from(`${row}\r\n`));
        await io.drained();
      }
      return 0;
    }
    const list = globals.json ? printer.jsonList() : null;
    const columns = columnsOf(session);
    for (const id of found) {
      const one = readSummary(context, id);
      if (list !== null) list.item(customerJson(one));
      else printer.line(io.outIsTerminal ? fittedRow(columns, one) : pipedRow(columns, one));
      await io.drained();
      if (io.outClosed()) break;
    }
    list?.end();
    if (list === null && found.length === 0 && io.outIsTerminal) printer.remark(words.customers.none);
    return 0;
  },
};

const KEYS = ['segment', 'tag', 'lang', 'language', 'is'];

/** Words, and `segment:loyal tag:vip lang:vi is:internal`. Throws `bad-field-value`. */
function searchOf(args: readonly string[]): Parameters<typeof searchCustomers>[1] {
  const typed = args.flatMap((word) => word.split(/\s+/)).filter((word) => word !== '' && word !== '*');
  const termOf = (...names: string[]): string | null => {
    const term = typed.find((word) => names.some((name) => word.toLowerCase().startsWith(`${name}:`)));
    return term === undefined ? null : term.slice(term.indexOf(':') + 1);
  };
  const segment = termOf('segment');
  const is = termOf('is');
  if (is !== null) choice('is', is, ['internal']);
  return {
    words: typed.filter((word) => !KEYS.some((key) => word.toLowerCase().startsWith(`${key}:`))),
    segment: segment === null ? null : choice('segment', segment, SEGMENTS),
    tag: termOf('tag'),
    language: termOf('lang', 'language'),
    internal: is === null ? null : true,
  };
}

/** One line each: id, name, segment, what she is worth, strikes, the ways to reach her. */
function columnsOf({ words, io }: Session): Column<CustomerSummary>[] {
  const points = ({ customer }: CustomerSummary): string => customer.points.map(({ value }) => value).join(', ');
  return [
    { columns: 5, text: ({ customer }) => line(String(customer.id)), align: 'right' },
    { columns: 24, text: ({ customer }) => line(customer.name) },
    { columns: 16, text: ({ customer }) => line(customer.segment === null ? '' : words.segments[customer.segment]) },
    {
      columns: 15,
      text: ({ value }) => line(value === null ? '' : money(value.amount, value.currency)),
      align: 'right',
    },
    {
      columns: 4,
      text: ({ ledger }) => line(ledger.strikes === 0 ? '' : `${ledger.strikes}x${ledger.atRisk ? '!' : ''}`),
      paint: ({ ledger }, text) => (ledger.atRisk ? style.alarm(text) : text),
    },
    { columns: Math.max(20, io.columns - 74), text: (one) => line(points(one)) },
  ];
}

/** `desk customers show ID|ADDR|NAME`. */
export const customerShow: Command = {
  arguments: '<customer>',
  options: [],
  examples: ['desk customers show lan@example.vn', 'desk customers show 7 --json'],
  run: (session, [typed = '']) => {
    const view = readCustomer(session.context, customerNamed(session.context, typed));
    if (session.globals.json) session.printer.json(customerJson(view));
    else printCustomer(session, view);
    return 0;
  },
};

/** `desk customers set … field=value …`. */
export const customerSet: Command = {
  arguments: '<customer> <field=value...>',
  options: [],
  examples: [
    "desk customers set 7 segment=loyal honorific=chị tags+=vip 'fields.tầng=3'",
    "desk customers set lan@example.vn phones+='+84 90 123 4567' consent=yes",
  ],
  run: (session, [typed = '', ...rest], given) => {
    const { context, words } = session;
    const customer = customerNamed(context, typed);
    const bad = rest.find((word) => !isAssignment(word));
    if (bad !== undefined) throw new DeskError('usage', 'bad-assignment', { text: bad });
    const dryRun = given.flag('dryRun');
    const { action, output } = perform(context, setCustomer, { customer, ...customerAssignments(rest) }, { dryRun });
    const { name } = readCustomer(context, output.customer).customer;
    const { unchanged, changed } = words.customers;
    const said = output.changed.length === 0 ? unchanged(name) : changed(name, output.changed.join(', '), dryRun);
    tellChange(session, { action, dryRun }, { ...output }, said);
    return 0;
  },
};
