import { perform } from '../../actions/action.ts';
import { reply } from '../../actions/reply.ts';
import { DeskError } from '../../domain/errors.ts';
import { parseAssignments } from '../assignments.ts';
import type { Command } from '../command.ts';
import { caseNumbers } from '../numbers.ts';
import { textGiven } from '../text-input.ts';

/** `desk reply N…`: answers with a text or a template; what goes out waits in the outbox. */
export const replyCommand: Command = {
  arguments: '<n...>',
  options: [
    { flags: '--message <text>', say: 'message' },
    { flags: '--file <file>', say: 'file' },
    { flags: '--template <name>', say: 'template' },
    { flags: '--language <code>', say: 'language' },
    { flags: '--set <field=value>', say: 'setWith', many: true },
  ],
  examples: [
    "desk reply 42 --message 'Dạ em đã nhận được ạ.'",
    'desk list -q tag:screen | desk reply - --template screen-reset',
  ],
  run: async ({ context, io, printer, words, globals }, args, given) => {
    const numbers = await caseNumbers(args, io);
    const template = given.text('template');
    const sources = { message: given.text('message'), file: given.text('file'), stdinTaken: args.includes('-') };
    const text = await textGiven(sources, io);
    if (text !== undefined && template !== undefined) throw new DeskError('usage', 'two-texts');
    if (text === undefined && template === undefined) throw new DeskError('usage', 'no-text');
    const { fields, addTags, removeTags } = parseAssignments(given.texts('set'), context);
    if (removeTags[0] !== undefined) throw new DeskError('usage', 'bad-assignment', { text: `tags-=${removeTags[0]}` });
    const language = given.text('language');
    const dryRun = given.flag('dryRun');
    const { action, output } = perform(
      context,
      reply,
      {
        cases: numbers,
        fields,
        addTags: [...addTags],
        fromDraft: false,
        ...(text === undefined ? {} : { text }),
        ...(template === undefined ? {} : { template }),
        ...(language === undefined ? {} : { language }),
      },
      { dryRun },
    );
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, replies: output });
    else
      for (const one of output) printer.tell(words.cli.replied(one.case, one.to, words.deliveries[one.state], dryRun));
    for (const one of output) {
      for (const stranger of one.strangers) printer.remark(words.cli.mind(one.case, words.tui.stranger(stranger)));
      if (one.automatic) printer.remark(words.cli.mind(one.case, words.tui.toAutomatic(one.to)));
    }
    return 0;
  },
};
