import { getPlaybook, readDepartments, readPlaybooks } from '../../actions/read-pages.ts';
import { type PlaybookStanding, readFigures, readLadder, type StepFigures } from '../../actions/read-playbooks.ts';
import { type LintFlaw, lintPlaybook } from '../../domain/playbook/lint-playbook.ts';
import type { Playbook, Step } from '../../domain/playbook/playbook.ts';
import { named } from '../../i18n/say.ts';
import { sayCondition, sayCost, sayStepAnswer, sayWhyNot, titleIn } from '../../i18n/say-playbook.ts';
import { type Clean, clean } from '../../text/clean.ts';
import type { Command, Session } from '../command.ts';
import { brokenJson, playbookJson } from '../json-playbook.ts';
import { idNumber } from '../numbers.ts';
import { type Column, fittedRow, pipedRow, widest } from '../table.ts';
import { brokenSentences, tellBroken } from '../tell-broken.ts';

const line = (text: string): Clean => clean(text, 'line');
const sum = (figures: readonly StepFigures[], of: 'offered' | 'taken'): number =>
  figures.reduce((all, one) => all + one[of], 0);

/** `desk playbooks list`: those there are, and how often their options were offered and taken. */
export const playbookList: Command = {
  arguments: '',
  options: [],
  examples: ['desk playbooks list', 'desk playbooks list --json'],
  run: (session) => {
    const { context, io, printer, globals, words } = session;
    const { good, broken } = readPlaybooks(context);
    const figures = readFigures(context);
    tellBroken(session, broken);
    if (globals.json) {
      printer.json(good.map(({ value }) => playbookJson(value, figures, null)));
      return 0;
    }
    const names = Math.min(30, widest(good.map(({ value }) => line(value.name))));
    const columns: Column<Playbook>[] = [
      { columns: names, text: ({ name }) => line(name) },
      { columns: 9, text: ({ steps }) => line(words.playbooks.steps(steps.length)) },
      {
        columns: 24,
        text: ({ name }) => {
          const mine = figures.filter((one) => one.playbook === name);
          return line(words.playbooks.figures(sum(mine, 'offered'), sum(mine, 'taken')));
        },
      },
      {
        columns: Math.max(20, io.columns - names - 41),
        text: ({ name, titles }) => line(titleIn(titles, context.locale, name)),
      },
    ];
    for (const { value } of good) printer.line(io.outIsTerminal ? fittedRow(columns, value) : pipedRow(columns, value));
    return 0;
  },
};

/** `desk playbooks show NAME [--case N]`: the ladder, and for a case which step fits and why not the others. */
export const playbookShow: Command = {
  arguments: '<name>',
  options: [{ flags: '--case <n>', say: 'playbookCase' }],
  examples: ['desk playbooks show return-late', 'desk playbooks show return-late --case 42 --json'],
  run: (session, [name = ''], given) => {
    const { context, printer, globals } = session;
    const number = given.text('case');
    const figures = readFigures(context);
    const playbook = getPlaybook(context, name);
    const standing = number === undefined ? null : readLadder(context, idNumber(number), name);
    if (globals.json) printer.json(playbookJson(playbook, figures, standing));
    else printLadder(session, playbook, figures, standing);
    return 0;
  },
};

function printLadder(
  { context, printer, words }: Session,
  playbook: Playbook,
  figures: readonly StepFigures[],
  standing: PlaybookStanding | null,
): void {
  const { locale } = context;
  const { playbooks } = words;
  printer.line(line(titleIn(playbook.titles, locale, playbook.name)));
  for (const condition of playbook.when) printer.line(line(`  ${sayCondition(words, condition)}`));
  for (const step of playbook.steps) {
    const mine = figures.find((one) => one.playbook === playbook.name && one.step === step.id);
    const isNext = standing?.ladder.next === step.id;
    printer.line(line(''));
    printer.line(line(`${isNext ? '›' : ' '} ${step.id}: ${titleIn(step.titles, locale, step.id)}`));
    const about = [
      playbooks.kinds[step.kind],
      sayCost(words, step.cost),
      ...(step.department === null ? [] : [playbooks.by(step.department)]),
      ...(mine === undefined ? [] : [playbooks.figures(mine.offered, mine.taken)]),
    ];
    printer.line(line(`    ${about.join(' · ')}`));
    for (const condition of standing === null ? step.conditions : [])
      printer.line(line(`    ${sayCondition(words, condition)}`));
    if (standing !== null) printer.line(line(`    ${standsFor(words, standing, step)}`));
  }
}

function standsFor(words: Session['words'], { ladder }: PlaybookStanding, step: Step): string {
  const rung = ladder.rungs.find((one) => one.step.id === step.id);
  const answer = rung?.answer ?? null;
  const said = answer === null ? [] : [sayStepAnswer(words, step, answer)];
  if (ladder.next === step.id) said.push(ladder.waiting ? words.playbooks.waits : words.playbooks.nextOne);
  return [...said, rung === undefined || rung.fits ? words.playbooks.fits : sayWhyNot(words, rung.why)].join(' · ');
}

/** `desk playbooks lint`: all that is wrong in the files of playbooks; 65 where something is. */
export const playbookLint: Command = {
  arguments: '',
  options: [],
  examples: ['desk playbooks lint', 'desk playbooks lint --json'],
  run: (session) => {
    const { context, printer, globals, words } = session;
    const { good, broken } = readPlaybooks(context);
    const departments = readDepartments(context).good.map(({ value }) => value.name);
    const found = good.flatMap(({ path, value }) =>
      lintPlaybook(value, departments).map((flaw) => ({ path, playbook: value.name, ...flaw })),
    );
    const count = found.length + broken.reduce((all, { flaws }) => all + flaws.length, 0);
    if (globals.json) printer.json({ playbooks: good.length, broken: broken.map(brokenJson), flaws: found });
    else {
      for (const sentence of brokenSentences(session, broken)) printer.tell(sentence);
      for (const flaw of found) printer.tell(`${flaw.path}: ${sayLint(words, flaw)}`);
      printer.remark(count === 0 ? words.playbooks.lintFine(good.length) : words.playbooks.lintFound(count));
    }
    return count === 0 ? 0 : 65;
  },
};

const sayLint = (words: Session['words'], { step, code, text }: LintFlaw): string =>
  [step, named(words.playbooks.lints, code), text === step ? null : text].filter((one) => one !== null).join(': ');
