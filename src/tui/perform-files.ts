import { type SavedAttachment, saveAttachments } from '../actions/attachments.ts';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { wordsFor } from '../i18n/index.ts';
import type { FileEffect } from './effects.ts';
import type { Message } from './messages.ts';
import type { Notice } from './state.ts';

/** What only the terminal's owner can do with files. */
export interface FileHelp {
  /** the folder that was typed, whole */
  readonly folder: (typed: string) => string;
  /** a folder of this window's own, which goes when it ends */
  readonly scratch: () => string;
  /** gives a file to the system's program for it; what went wrong, or null */
  readonly open: (path: string) => Promise<string | null>;
}

/** Saves or opens files of a case and says what came of it; an expected error is a message too. */
export async function performFiles(context: Context, effect: FileEffect, help: FileHelp): Promise<Message> {
  try {
    const notice = effect.do === 'save-files' ? await save(context, effect, help) : await open(context, effect, help);
    return { type: 'told', notice };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return { type: 'failed', error };
  }
}

async function save(
  context: Context,
  { number, file, folder }: Extract<FileEffect, { do: 'save-files' }>,
  help: FileHelp,
): Promise<Notice> {
  const { tui } = wordsFor(context.locale);
  const saved = await saveAttachments(context, number, help.folder(folder), file);
  const paths = saved.flatMap((one) => (one.path === null ? [] : [one.path]));
  const told = [
    ...(paths.length === 0 ? [] : [tui.filesSaved(paths.length, paths.join(', '))]),
    ...lost(context, saved),
  ];
  return { text: told.join(' '), tone: paths.length === saved.length ? 'info' : 'error' };
}

async function open(
  context: Context,
  { number, file }: Extract<FileEffect, { do: 'open-file' }>,
  help: FileHelp,
): Promise<Notice> {
  const { tui } = wordsFor(context.locale);
  const saved = await saveAttachments(context, number, help.scratch(), file);
  const path = saved[0]?.path ?? null;
  if (path === null) return { text: lost(context, saved).join(' '), tone: 'error' };
  const problem = await help.open(path);
  return problem === null
    ? { text: tui.fileOpened(file.name), tone: 'info' }
    : { text: tui.openFailed(file.name, problem), tone: 'error' };
}

/** Files that could not be cut from their mails. */
const lost = ({ locale }: Context, saved: readonly SavedAttachment[]): string[] =>
  saved.flatMap(({ path, name, entry }) => (path === null ? [wordsFor(locale).keeping.notCut(name, entry)] : []));
