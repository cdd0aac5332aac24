import { perform } from '../../actions/action.ts';
import { parseAssignments } from '../../actions/assignments.ts';
import { attach } from '../../actions/mailing/attach.ts';
import { type Head, typedAddress } from '../../actions/mailing/head.ts';
import { leaveAt, momentIn } from '../../actions/mailing/leave-at.ts';
import { reply } from '../../actions/reply.ts';
import type { Context } from '../../context.ts';
import { DeskError } from '../../domain/errors.ts';
import type { Command, Given } from '../command.ts';
import { caseNumbers } from '../numbers.ts';
import { textGiven } from '../text-input.ts';
import { momentGiven } from './commitments.ts';

/** `desk reply N…`: answers with a text or a template; what goes out waits in the outbox. */
export const replyCommand: Command = {
  arguments: '<n...>',
  options: [
    { flags: '--message <text>', say: 'message' },
    { flags: '--file <file>', say: 'file' },
    { flags: '--template <name>', say: 'template' },
    { flags: '--language <code>', say: 'language' },
    { flags: '--set <field=value>', say: 'setWith', many: true },
    { flags: '--to <address>', say: 'to', many: true },
    { flags: '--cc <address>', say: 'cc', many: true },
    { flags: '--bcc <address>', say: 'bcc', many: true },
    { flags: '--from <address>', say: 'replyFrom' },
    { flags: '--subject <text>', say: 'replySubject' },
    { flags: '--attach <file>', say: 'attach', many: true },
    { flags: '--quote', say: 'quote' },
    { flags: '--now', say: 'now' },
    { flags: '--at <moment>', say: 'at' },
    { flags: '--promise <moment>', say: 'promiseWith', many: true },
  ],
  examples: [
    "desk reply 42 --message 'Dạ em đã nhận được ạ.'",
    "desk reply 42 --file answer.txt --attach bill.pdf --cc 'Kho <kho@example.vn>'",
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
        head: headOf(given),
        parts: await attach(context, given.texts('attach'), dryRun),
        quote: given.flag('quote'),
        ...momentOf(given, context),
        promises: given.texts('promise').map((typed) => ({
          at: momentGiven(context, 'promise', typed),
          text: typed,
        })),
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

/** The addresses that were given, each checked by itself; what was not given stays as proposed. */
function headOf(given: Given): Head {
  const from = given.text('from');
  const subject = given.text('subject');
  const list = (name: 'to' | 'cc' | 'bcc'): Head => {
    const typed = given.texts(name);
    return typed.length === 0 ? {} : { [name]: typed.map(typedAddress) };
  };
  return {
    ...{ ...list('to'), ...list('cc'), ...list('bcc') },
    ...(from === undefined ? {} : { from }),
    ...(subject === undefined ? {} : { subject }),
  };
}

function momentOf(given: Given, { now, zone }: Context): { leaveAt?: number | 'now' } {
  const at = given.text('at');
  if (at !== undefined && given.flag('now')) throw new DeskError('usage', 'now-and-at');
  if (given.flag('now')) return { leaveAt: 'now' };
  return at === undefined ? {} : { leaveAt: leaveAt(at, now(), momentIn(zone)) };
}
