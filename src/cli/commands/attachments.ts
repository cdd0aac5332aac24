import { type Attachment, readAttachments, type SavedAttachment, saveAttachments } from '../../actions/attachments.ts';
import { DeskError } from '../../domain/errors.ts';
import { byteSize } from '../../i18n/byte-size.ts';
import { clean } from '../../text/clean.ts';
import type { Command, Session } from '../command.ts';
import { EXIT } from '../exit.ts';
import { caseNumbers } from '../numbers.ts';
import { type Column, fittedRow, pipedRow, widest } from '../table.ts';

const line = (text: string) => clean(text, 'line');

/** `desk attachments N [--save DIR]`: the files of a case, or what was written of them. */
export const attachments: Command = {
  arguments: '<n...>',
  options: [{ flags: '--save <dir>', say: 'saveTo' }],
  examples: ['desk attachments 42', 'desk attachments 42 --save photos'],
  run: async (session, args, given) => {
    const { context, io, printer, globals } = session;
    const numbers = await caseNumbers(args, io);
    const folder = given.text('save');
    if (folder === '-') throw new DeskError('usage', 'save-to-stdout');
    const listed = numbers.map((number) => ({ number, files: readAttachments(context, number) }));
    if (folder === undefined) {
      const all = listed.flatMap(({ files }) => files);
      if (globals.json) printer.json(all.map(attachmentJson));
      else printFiles(session, all);
      return EXIT.ok;
    }
    const saved: SavedAttachment[] = [];
    for (const { number } of listed) saved.push(...(await saveAttachments(context, number, folder)));
    if (globals.json) printer.json(saved.map((one) => ({ ...attachmentJson(one), path: one.path })));
    else printSaved(session, saved);
    return saved.every((one) => one.path !== null) ? EXIT.ok : EXIT.someInputBad;
  },
};

const attachmentJson = ({ entry, n, name, type, size, sha256 }: Attachment): Record<string, unknown> => ({
  entry,
  n,
  name,
  type,
  size,
  sha256,
});

/** The name stands last: it is a stranger's, and may be long. In a pipe sizes are plain numbers. */
function printFiles({ io, printer, words }: Session, all: readonly Attachment[]): void {
  if (all.length === 0) {
    printer.remark(words.keeping.noAttachments);
    return;
  }
  const size = (one: Attachment) => line(io.outIsTerminal ? byteSize(one.size) : String(one.size));
  const type = (one: Attachment) => clean(one.type, 'identifier');
  const types = Math.min(30, widest(all.map(type)));
  const columns: Column<Attachment>[] = [
    {
      columns: widest(all.map(({ entry }) => String(entry))),
      text: ({ entry }) => line(String(entry)),
      align: 'right',
    },
    { columns: widest(all.map(size)), text: size, align: 'right' },
    { columns: types, text: type },
    { columns: Math.max(20, io.columns - types - 20), text: ({ name }) => clean(name, 'filename') },
  ];
  for (const one of all) printer.line(io.outIsTerminal ? fittedRow(columns, one) : pipedRow(columns, one));
}

function printSaved({ printer, words }: Session, saved: readonly SavedAttachment[]): void {
  if (saved.length === 0) printer.remark(words.keeping.noAttachments);
  for (const { path, name, entry } of saved)
    if (path !== null) printer.line(line(path));
    else printer.remark(words.keeping.notCut(name, entry));
}
