import { perform } from '../../actions/action.ts';
import { call } from '../../actions/call.ts';
import { MOST_MINUTES } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import type { Command } from '../command.ts';
import { idNumber } from '../numbers.ts';
import { textGiven } from '../text-input.ts';

/** `desk call N --minutes M`: a call is written down; it counts as an answer. */
export const callCommand: Command = {
  arguments: '<n>',
  options: [
    { flags: '--minutes <minutes>', say: 'minutes', required: true },
    { flags: '--in', say: 'callIn' },
    { flags: '--message <text>', say: 'callText' },
    { flags: '--file <file>', say: 'file' },
  ],
  examples: [
    "desk call 42 --minutes 6 --message 'Đã hướng dẫn chị reset, máy chạy lại'",
    'desk call 42 --minutes 3 --in',
  ],
  run: async ({ context, io, printer, words, globals }, [word = ''], given) => {
    const minutes = minutesOf(given.text('minutes') ?? '');
    const sources = { message: given.text('message'), file: given.text('file'), stdinTaken: false };
    const text = (await textGiven(sources, io)) ?? '';
    const dryRun = given.flag('dryRun');
    const direction = given.flag('in') ? 'in' : 'out';
    const { action, output } = perform(context, call, { case: idNumber(word), minutes, text, direction }, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, minutes, direction, ...output });
    else printer.tell(words.cli.called(output.case, minutes, dryRun));
    return 0;
  },
};

function minutesOf(text: string): number {
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (minutes < 1 || minutes > MOST_MINUTES) throw new DeskError('usage', 'bad-minutes', { value: text });
  return minutes;
}
