import { perform } from '../../actions/action.ts';
import { type Offered, playbookAnswer, playbookOffer } from '../../actions/playbooks.ts';
import { readCase } from '../../actions/read-cases.ts';
import { getPlaybook } from '../../actions/read-pages.ts';
import { keepDraft } from '../../actions/typing.ts';
import type { Context } from '../../context.ts';
import { NOTHING_CHOSEN } from '../../domain/draft-head.ts';
import { DeskError } from '../../domain/errors.ts';
import { readStepAnswer } from '../../domain/playbook/ladder.ts';
import { writeLead } from '../../domain/playbook/lead.ts';
import { stepOf } from '../../domain/playbook/playbook.ts';
import { sayAnswered, titleIn } from '../../i18n/say-playbook.ts';
import { sayWhen } from '../../i18n/say-when.ts';
import { clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { iso } from '../json.ts';
import { idNumber } from '../numbers.ts';

/** `desk playbooks offer N STEP`: writes down that it is offered; prints what is said to the customer. */
export const playbookOfferCommand: Command = {
  arguments: '<n> <step>',
  options: [
    { flags: '--playbook <name>', say: 'playbook' },
    { flags: '--draft', say: 'intoDraft' },
    { flags: '--anyway', say: 'anyway' },
  ],
  examples: ['desk playbooks offer 42 larger-model', 'desk playbooks offer 42 larger-model --draft'],
  run: ({ context, printer, globals, words }, [number = '', step = ''], given) => {
    const dryRun = given.flag('dryRun');
    const input = {
      ...{ case: idNumber(number), playbook: given.text('playbook') ?? null, step },
      anyway: given.flag('anyway'),
    };
    const { action, output } = perform(context, playbookOffer, input, { dryRun });
    if (given.flag('draft') && !dryRun) addToDraft(context, output);
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...output });
    else {
      if (dryRun) printer.remark(words.cli.dry(dryRun));
      printer.line(clean(output.text, 'block'));
    }
    return 0;
  },
};

/** Puts the words under what is typed as an answer already. */
function addToDraft(context: Context, { case: number, text }: Offered): void {
  const { drafts, case: found } = readCase(context, number);
  const draft = drafts.reply;
  const loaded = draft?.text ?? '';
  const more = { template: draft?.template ?? null, head: draft?.head ?? NOTHING_CHOSEN };
  const all = loaded.trim() === '' ? text : `${loaded.trimEnd()}\n\n${text}`;
  const caseVersion = draft?.caseVersion ?? found.version;
  keepDraft(context, { case: number, type: 'reply', text: all, ...more, caseVersion, loaded });
}

/** `desk playbooks answer N yes|no`: writes it down and does what follows from it. */
export const playbookAnswerCommand: Command = {
  arguments: '<n> <answer>',
  usage: 'N yes|no',
  options: [
    { flags: '--playbook <name>', say: 'playbook' },
    { flags: '--step <step>', say: 'playbookStep' },
  ],
  examples: ['desk playbooks answer 42 yes', 'desk playbooks answer 42 no --step larger-model'],
  run: ({ context, printer, globals, words }, [number = '', typed = ''], given) => {
    const dryRun = given.flag('dryRun');
    const answer = readStepAnswer(typed);
    if (answer === null)
      throw new DeskError('usage', 'bad-field-value', { field: 'answer', value: typed, allowed: 'yes, no' });
    const input = {
      ...{ case: idNumber(number), answer, playbook: given.text('playbook') ?? null },
      step: given.text('step') ?? null,
    };
    const { action, output } = perform(context, playbookAnswer, input, { dryRun });
    const { lead, followUpAt, ...rest } = output;
    if (globals.json) {
      const more = { lead: writeLead(lead), handOff: lead.handOff, followUpAt: iso(followUpAt) };
      printer.json({ action: dryRun ? null : action, dryRun, ...rest, ...more });
      return 0;
    }
    const { playbooks } = words;
    const playbook = getPlaybook(context, output.playbook);
    const title = (id: string): string => titleIn(stepOf(playbook, id)?.titles ?? {}, context.locale, id);
    const step = stepOf(playbook, output.step);
    const said = [
      ...(step === null ? [] : [sayAnswered(words, step, output.case, answer, title(step.id))]),
      ...(output.next === null ? [] : [playbooks.goesOn(title(output.next))]),
      ...(followUpAt === null
        ? []
        : [playbooks.followUp(sayWhen(followUpAt, context.now(), context.locale, context.zone()))]),
      ...(lead.handOff.length === 0 ? [] : [playbooks.handOff(lead.handOff.join(', '))]),
    ];
    printer.tell(`${words.cli.dry(dryRun)}${said.join(' ')}`);
    return 0;
  },
};
