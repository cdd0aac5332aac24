import { perform } from '../../actions/action.ts';
import { choice } from '../../actions/field-values.ts';
import { newCase } from '../../actions/new-case.ts';
import { CHANNELS, KINDS } from '../../domain/case.ts';
import { DeskError } from '../../domain/errors.ts';
import { clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { textGiven } from '../text-input.ts';

/** `desk new`: opens a case and prints its number, nothing else. */
export const newCommand: Command = {
  arguments: '',
  options: [
    { flags: '--customer <who>', say: 'customer', required: true },
    { flags: '--subject <text>', say: 'subject', required: true },
    { flags: '--kind <kind>', say: 'kind' },
    { flags: '--channel <channel>', say: 'channel' },
    { flags: '--message <text>', say: 'said' },
    { flags: '--file <file>', say: 'file' },
  ],
  examples: [
    "desk new --customer '+84 90 555 0123' --subject 'Máy giặt kêu to'",
    "desk new --customer lan@example.vn --subject 'Hoá đơn' --message -",
  ],
  run: async ({ context, io, printer, globals }, _args, given) => {
    const message = await textGiven(
      { message: given.text('message'), file: given.text('file'), stdinTaken: false },
      io,
    );
    // a command before the pipe that failed must not open an empty case
    if (message?.trim() === '') throw new DeskError('bad-value', 'empty-message');
    const dryRun = given.flag('dryRun');
    const { action, output } = perform(
      context,
      newCase,
      {
        customer: given.text('customer') ?? '',
        subject: given.text('subject') ?? '',
        kind: choice('kind', given.text('kind') ?? 'service', KINDS),
        channel: choice('channel', given.text('channel') ?? 'phone', CHANNELS),
        ...(message === undefined ? {} : { message }),
      },
      { dryRun },
    );
    if (globals.json) printer.json({ number: output.number, action: dryRun ? null : action, dryRun });
    else printer.line(clean(String(output.number), 'line'));
    return 0;
  },
};
