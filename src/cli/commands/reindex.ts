import { rebuildIndex } from '../../actions/reindex.ts';
import { clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';

/** `desk reindex`: what `desk doctor` asks for when search and store have drifted apart. */
export const reindexCommand: Command = {
  arguments: '',
  options: [],
  examples: ['desk reindex', 'desk reindex --json'],
  run: ({ context, printer, words, globals }) => {
    const entries = rebuildIndex(context);
    if (globals.json) printer.json({ entries });
    else printer.line(clean(words.cli.reindexed(entries), 'line'));
    return EXIT.ok;
  },
};
