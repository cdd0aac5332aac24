import { basename } from 'node:path';
import { expected } from '../../actions/expected.ts';
import type { BrokenPage } from '../../actions/read-pages.ts';
import { type PlanStanding, readPlanStanding, readPlanStandings } from '../../actions/read-plans.ts';
import { getTemplate } from '../../actions/templates.ts';
import { type Plan, planTitle } from '../../domain/care/plan.ts';
import { parsePlan } from '../../domain/care/plan-file.ts';
import { DeskError } from '../../domain/errors.ts';
import type { Words } from '../../i18n/index.ts';
import { errorLine } from '../../i18n/say-error.ts';
import { type Clean, clean } from '../../text/clean.ts';
import type { Command, Session } from '../command.ts';
import { planJson } from '../json-plan.ts';
import { brokenJson } from '../json-playbook.ts';
import { type Column, fittedRow, pipedRow, widest } from '../table.ts';
import { brokenSentences, tellBroken } from '../tell-broken.ts';
import { readText } from '../text-input.ts';

const DAY = 86_400_000;
const line = (text: string): Clean => clean(text, 'line');

/** `desk plans list`: those there are, when each is due, and how many follow-ups it has made. */
export const planList: Command = {
  arguments: '',
  options: [],
  examples: ['desk plans list', 'desk plans list --json'],
  run: (session) => {
    const { context, io, printer, globals, words } = session;
    const { plans, broken } = readPlanStandings(context);
    tellBroken(session, broken);
    if (globals.json) {
      printer.json(plans.map(planJson));
      return 0;
    }
    const names = Math.min(30, widest(plans.map(({ plan }) => line(plan.name))));
    const stands = ({ on, made }: PlanStanding): Clean => line(on ? words.plans.made(made) : words.plans.off);
    const standing = widest(plans.map(stands));
    const columns: Column<PlanStanding>[] = [
      { columns: names, text: ({ plan }) => line(plan.name) },
      { columns: standing, text: stands },
      {
        columns: Math.max(20, io.columns - names - standing - 4),
        text: ({ plan }) => line(planTitle(plan, context.locale)),
      },
    ];
    for (const one of plans) printer.line(io.outIsTerminal ? fittedRow(columns, one) : pipedRow(columns, one));
    return 0;
  },
};

/** `desk plans show NAME`: when it is due, for whom, and the words that it begins with. */
export const planShow: Command = {
  arguments: '<name>',
  options: [],
  examples: ['desk plans show check-in-after-fix', 'desk plans show win-back-former --json'],
  run: ({ context, printer, globals, words }, [name = '']) => {
    const standing = readPlanStanding(context, name);
    if (globals.json) {
      printer.json(planJson(standing));
      return 0;
    }
    const { plan, path, on, made } = standing;
    printer.line(line(planTitle(plan, context.locale)));
    for (const text of aboutPlan(words, plan)) printer.line(line(`  ${text}`));
    printer.line(line(`  ${words.plans.made(made)}`));
    printer.line(line(`  ${path}`));
    if (!on) printer.remark(words.plans.isOff);
    if (plan.note !== '') printer.line(clean(`\n${plan.note}`, 'block'));
    return 0;
  },
};

function aboutPlan({ plans, segments, kinds, topics }: Words, plan: Plan): string[] {
  const { event } = plan;
  const about =
    event.on === 'solved' ? [...event.kinds.map((one) => kinds[one]), ...event.topics.map((one) => topics[one])] : [];
  return [
    plans.after[event.on](plan.after / DAY, event.on === 'segment' ? segments[event.segment] : ''),
    ...(about.length === 0 ? [] : [plans.about(about.join(', '))]),
    ...(plan.segments.length === 0 ? [] : [plans.forSegments(plan.segments.map((one) => segments[one]).join(', '))]),
    plans.consent[plan.needsConsent ? 'yes' : 'no'],
    plans.template(plan.template),
  ];
}

/** `desk plans lint [FILE…]`: all that is wrong in these files, or in those of the desk; 65 where something is. */
export const planLint: Command = {
  arguments: '[file...]',
  options: [],
  examples: ['desk plans lint', 'desk plans lint --json'],
  run: async (session, files) => {
    const { printer, globals, words, context } = session;
    const { plans, broken } = files.length === 0 ? readPlanStandings(context) : await readFiles(files);
    const flaws = plans.flatMap(({ plan, path }) => {
      const problem = templateProblem(session, plan);
      return problem === null ? [] : [{ path, plan: plan.name, problem }];
    });
    const count = flaws.length + broken.length;
    if (globals.json) printer.json({ plans: plans.length, broken: broken.map(brokenJson), flaws });
    else {
      for (const sentence of brokenSentences(session, broken)) printer.tell(sentence);
      for (const { path, problem } of flaws) printer.tell(`${path}: ${problem}`);
      printer.remark(count === 0 ? words.plans.lintFine(plans.length) : words.playbooks.lintFound(count));
    }
    return count === 0 ? 0 : 65;
  },
};

async function readFiles(
  paths: readonly string[],
): Promise<{ plans: Pick<PlanStanding, 'plan' | 'path'>[]; broken: BrokenPage[] }> {
  const plans: Pick<PlanStanding, 'plan' | 'path'>[] = [];
  const broken: BrokenPage[] = [];
  for (const path of paths) {
    const read = parsePlan(await readText(path));
    if (read.ok) plans.push({ plan: read.value, path });
    else broken.push({ name: basename(path, '.md'), path, flaws: read.flaws });
  }
  return { plans, broken };
}

/** Why the words that a plan begins with cannot be had, or null. */
function templateProblem({ context, words }: Session, { template }: Plan): string | null {
  try {
    getTemplate(context, template);
    return null;
  } catch (caught) {
    const error = expected(caught);
    if (!(error instanceof DeskError)) throw error;
    return errorLine(words, error);
  }
}
