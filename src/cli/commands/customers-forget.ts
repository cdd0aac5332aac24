import { setImmediate } from 'node:timers/promises';
import {
  expectSure,
  type ForgetPlan,
  type Forgotten,
  forgetCustomer,
  planForgetting,
  planRest,
} from '../../actions/forget-customer.ts';
import { customerNamed } from '../../actions/which-customer.ts';
import { DeskError } from '../../domain/errors.ts';
import { clean } from '../../text/clean.ts';
import type { Command, Session } from '../command.ts';
import { EXIT } from '../exit.ts';
import { createProgress } from '../progress.ts';

/** `desk customers forget ID`: for good, so it asks twice; the second time for her number. */
export const customerForget: Command = {
  arguments: '<id>',
  options: [
    { flags: '--sure <who>', say: 'sure' },
    { flags: '--copies', say: 'copies' },
  ],
  examples: ['desk customers forget 7 --dry-run', 'desk customers forget 7 --sure 7 --json'],
  run: async (session, [word = ''], given) => {
    const { context, printer, words, globals } = session;
    const dryRun = given.flag('dryRun');
    const said = given.text('sure');
    if (globals.readOnly && !dryRun) throw new DeskError('read-only', 'read-only', { verb: 'customers forget' });
    const plan = planRest(context, word) ?? planForgetting(context, customerNamed(context, word));
    if (said !== undefined) expectSure(plan, said);
    if (dryRun && !globals.json) for (const line of planTold(session, plan)) printer.tell(line);
    if (!dryRun && said === undefined && !(await agreed(session, plan))) {
      printer.remark(words.forgetting.unchanged);
      return EXIT.problems;
    }
    const copies = given.flag('copies') ? plan.copies.filter(({ made }) => made !== 'backup') : [];
    const done = dryRun ? null : await run(session, plan, copies);
    const left = { ...plan, copies: plan.copies.filter((copy) => dryRun || !copies.includes(copy)) };
    if (globals.json) printer.json({ dryRun, ...left, copiesRemoved: copies.map(({ path }) => path), done });
    else if (done !== null) for (const line of doneTold(session, left, done)) printer.tell(line);
    return EXIT.ok;
  },
};

const numbered = (ids: readonly number[]): string => ids.map((id) => `#${id}`).join(', ');

/** What would go, and what would stay. */
function planTold(session: Session, plan: ForgetPlan): string[] {
  const { forgetting: say } = session.words;
  const { customer, name, parts, counts } = plan;
  if (name === '') return [say.leadRest(customer), ...staysTold(session, plan)];
  return [
    say.lead(`${name} (#${customer})`),
    ...(parts.length > 0 ? [say.parts(parts.map((one) => `${one.name} (#${one.id})`).join(', '))] : []),
    say.go(say.goes(counts)),
    ...(counts.waiting > 0 ? [say.neverLeave(counts.waiting)] : []),
    say.stays,
    ...staysTold(session, plan),
    say.outside,
  ];
}

/** Where she is found all the same. */
function staysTold({ words: { forgetting: say } }: Session, { elsewhere, copies }: ForgetPlan): string[] {
  return [
    ...(elsewhere.cases.length > 0 ? [say.inCases(numbered(elsewhere.cases))] : []),
    ...(elsewhere.customers.length > 0 ? [say.inCustomers(numbered(elsewhere.customers))] : []),
    ...(copies.length > 0 ? [say.copies] : []),
    ...copies.map(
      ({ path, made, holds }) => `  ${path} (${holds === null ? `${say.unreadable}; ` : ''}${say.made[made]})`,
    ),
  ];
}

function doneTold(session: Session, plan: ForgetPlan, { mails }: Forgotten): string[] {
  const { forgetting: say } = session.words;
  return [say.done(plan.customer), ...(mails.kept > 0 ? [say.kept(mails.kept)] : []), ...staysTold(session, plan)];
}

async function agreed(session: Session, plan: ForgetPlan): Promise<boolean> {
  const { io, words, globals, printer } = session;
  const { first, second } = words.forgetting;
  if (!io.inIsTerminal || globals.json) throw new DeskError('usage', 'forget-needs-sure', { id: plan.customer });
  for (const line of planTold(session, plan)) printer.remark(line);
  const answer = (await io.ask(`${clean(first.question, 'line')} `)).trim().toLowerCase().normalize('NFC');
  if (![first.yes, 'yes', 'y'].includes(answer)) return false;
  const typed = await io.ask(`${clean(second(plan.customer), 'line')} `);
  if (typed.trim() === '') return false;
  expectSure(plan, typed);
  return true;
}

async function run(session: Session, plan: ForgetPlan, copies: ForgetPlan['copies']): Promise<Forgotten> {
  const progress = createProgress(session);
  const { steps } = session.words.forgetting;
  const work = forgetCustomer(session.context, plan, copies);
  try {
    for (;;) {
      const next = work.next();
      if (next.done === true) return next.value;
      const { step, done, of } = next.value;
      progress.show(() => steps[step](done, of));
      await setImmediate(); // gives signals and other processes their turn
    }
  } finally {
    progress.clear();
    work.return({ mails: { removed: 0, kept: 0 } });
  }
}
