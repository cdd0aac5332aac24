import { type Backup, backUpStore } from '../../actions/backup.ts';
import { byteSize } from '../../i18n/byte-size.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';

/** `desk backup FILE`: a copy of both files, checked. */
export const backup: Command = {
  arguments: '<file>',
  options: [],
  examples: ['desk backup desk-monday.db', 'desk backup /media/stick/desk.db --json'],
  run: ({ context, printer, words, globals }, [file = '']) => {
    const done = backUpStore(context, file);
    if (globals.json) printer.json(backupJson(done));
    else {
      const { cases, entries, rawMails, bytes, path, rawPath, missingRaw } = done;
      printer.tell(words.keeping.backedUp({ cases, entries, mails: rawMails, bytes: byteSize(bytes) }, path, rawPath));
      if (missingRaw.length > 0) printer.remark(words.keeping.backedUpWithout(missingRaw.length));
    }
    return EXIT.ok;
  },
};

const backupJson = ({ missingRaw, newestAction: _, hasRaw: __, ...facts }: Backup): Record<string, unknown> => ({
  ...facts,
  missingRaw: missingRaw.length,
});
