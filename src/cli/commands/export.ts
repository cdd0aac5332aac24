import { EXPORT_FORMATS, exportPieces } from '../../actions/export/export.ts';
import { choice } from '../../actions/field-values.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';

/** `desk export [QUERY…]`: the cases a query finds, or all that the desk holds, on stdout. */
export const exportCommand: Command = {
  arguments: '[query...]',
  options: [{ flags: '--format <format>', say: 'exportFormat' }],
  examples: ['desk export > desk.jsonl', 'desk export status:open -tag:spam --format csv > open.csv'],
  negatedWords: true,
  run: async ({ context, io }, words, given) => {
    const format = choice('format', given.text('format') ?? 'jsonl', EXPORT_FORMATS);
    for (const piece of exportPieces(context, format, words.length === 0 ? null : words.join(' '))) {
      io.out(piece);
      await io.drained();
      if (io.outClosed()) break;
    }
    return EXIT.ok;
  },
};
