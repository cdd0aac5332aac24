import { perform } from '../../actions/action.ts';
import { choice } from '../../actions/field-values.ts';
import { readRows } from '../../actions/read-cases.ts';
import { spawn } from '../../actions/spawn.ts';
import { KINDS } from '../../domain/case.ts';
import { clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { idNumber } from '../numbers.ts';

/** `desk spawn N`: opens a care case for what a case has led to, and prints its number, nothing else. */
export const spawnCommand: Command = {
  arguments: '<n>',
  options: [
    { flags: '--kind <kind>', say: 'spawnKind' },
    { flags: '--subject <text>', say: 'subject' },
    { flags: '--reason <text>', say: 'spawnReason' },
  ],
  examples: ['desk spawn 42', "desk spawn 42 --reason 'Máy nhỏ quá, muốn đổi'"],
  run: ({ context, printer, words, globals }, [word = ''], given) => {
    const dryRun = given.flag('dryRun');
    const number = idNumber(word);
    const [row] = readRows(context, [number]);
    const { action, output } = perform(
      context,
      spawn,
      {
        case: number,
        kind: choice('kind', given.text('kind') ?? 'care', KINDS),
        subject: given.text('subject') ?? null,
        reason: given.text('reason') ?? null,
        note: words.own.spawned(row?.number ?? number, row?.subject || words.noSubject),
      },
      { dryRun },
    );
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...output });
    else printer.line(clean(String(output.number), 'line'));
    return 0;
  },
};
