import { readSource } from '../../actions/read-cases.ts';
import { clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { idNumber } from '../numbers.ts';

/** `desk source ENTRY`: the mail's bytes as they came; on a terminal cleaned, since raw mail could act on it. */
export const source: Command = {
  arguments: '<entry>',
  options: [],
  examples: ['desk source 17 > mail.eml', 'desk source 17 | less'],
  run: ({ context, io, printer, words, globals }, [word = '']) => {
    const entry = idNumber(word);
    const raw = readSource(context, entry);
    if (globals.json) printer.json({ entry, size: raw.length, base64: raw.toString('base64') });
    else if (io.outIsTerminal) {
      printer.line(clean(raw.toString('utf8'), 'block'));
      printer.remark(words.cli.sourceCleaned);
    } else printer.bytes(raw);
    return 0;
  },
};
