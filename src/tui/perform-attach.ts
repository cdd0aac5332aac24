import { readdir } from 'node:fs/promises';
import { expected } from '../actions/expected.ts';
import { attach } from '../actions/mailing/attach.ts';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { fold } from '../text/fold.ts';
import type { AttachEffect } from './effects.ts';
import type { Message } from './messages.ts';
import type { FileHelp } from './perform-files.ts';

/** Brings a file along, or completes its path; an expected error is a message too. */
export async function performAttach(context: Context, effect: AttachEffect, help: FileHelp): Promise<Message> {
  try {
    if (effect.do === 'complete-path') return await completed(effect.typed, help);
    const parts = await attach(context, [help.folder(effect.path)], false, effect.beside);
    return { type: 'attached', number: effect.number, parts: [...effect.beside, ...parts] };
  } catch (caught) {
    const error = expected(caught);
    if (!(error instanceof DeskError)) throw error;
    return { type: 'failed', error };
  }
}

const MOST_OFFERED = 8;

/** As a shell completes: as far as it is clear, marks and capitals left aside; hidden files only after a dot. */
async function completed(typed: string, help: FileHelp): Promise<Message> {
  const cut = typed.lastIndexOf('/') + 1;
  const [folder, begun] = typed === '~' ? ['~/', ''] : [typed.slice(0, cut), typed.slice(cut)];
  const inside = await readdir(help.folder(folder === '' ? '.' : folder), { withFileTypes: true }).catch(() => []);
  const names = inside
    .filter(({ name }) => fold(name).startsWith(fold(begun)) && !/\p{Cc}/u.test(name))
    .filter(({ name }) => begun.startsWith('.') || !name.startsWith('.'))
    .map((one) => (one.isDirectory() ? `${one.name}/` : one.name))
    .sort();
  const clear = sharedStart(names);
  const path = folder + (clear.length >= begun.length ? clear : begun);
  return { type: 'path-completed', typed, path, offered: names.length > 1 ? names.slice(0, MOST_OFFERED) : [] };
}

/** What all of these begin with, by whole letters: in their order the first and the last differ earliest. */
function sharedStart(sorted: readonly string[]): string {
  const [letters, last] = [[...(sorted[0] ?? '')], [...(sorted.at(-1) ?? '')]];
  const differs = letters.findIndex((letter, at) => letter !== last[at]);
  return letters.slice(0, differs < 0 ? letters.length : differs).join('');
}
