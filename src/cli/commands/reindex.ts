import { rebuildIndex } from '../../actions/reindex.ts';
import { rejudgeThanks } from '../../actions/rejudge-thanks.ts';
import { clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';

/** `desk reindex`: what `desk doctor` asks for when search and store have drifted apart; judges thanks anew, too. */
export const reindexCommand: Command = {
  arguments: '',
  options: [],
  examples: ['desk reindex', 'desk reindex --json'],
  run: ({ context, printer, words, globals }, _args, given) => {
    const dryRun = given.flag('dryRun');
    const entries = rebuildIndex(context, { dryRun });
    const thanks = rejudgeThanks(context, { dryRun });
    if (globals.json) printer.json({ dryRun, entries, thanks });
    else {
      printer.line(clean(words.cli.reindexed(entries, dryRun), 'line'));
      if (thanks > 0) printer.tell(words.cli.rejudged(thanks));
    }
    return EXIT.ok;
  },
};
