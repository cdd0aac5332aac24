import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Editors read commands from the first and last lines of a file (vim: 5): ours stand there, so the customer's cannot. */
const GUARD =
  '# ---------------------------------------------------------------- desk: lines with # at both ends are not sent';
const GUARDS = 5;
const EDGE = Array.from({ length: GUARDS }, () => GUARD).join('\n');

export type Edited =
  | { readonly ok: true; readonly text: string }
  /** `kept`: the file with what was saved in it, where that is not what the editor was given */
  | { readonly ok: false; readonly problem: string; readonly kept: string | null };

/** The text as the editor gets it. */
export const withGuards = (text: string): string => `${EDGE}\n${text}\n${EDGE}\n`;

/** The text without our lines, whether or not the agent left them there. */
export function withoutGuards(file: string): string {
  return file
    .split('\n')
    .filter((line) => line !== GUARD)
    .join('\n')
    .replace(/\n+$/, '');
}

/**
 * Opens the text in the agent's editor (a command line: it may hold options) and gives back what was saved. An editor that
 * ends badly (`:cq`) means "take nothing", as it does to git; what was saved by then is left where it is.
 */
export async function editInEditor(editor: string, text: string): Promise<Edited> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-draft-'));
  const file = join(folder, 'reply.txt');
  const edited = await runEditor(editor, file, text);
  if (edited.ok || edited.kept === null) rmSync(folder, { recursive: true, force: true });
  return edited;
}

async function runEditor(editor: string, file: string, text: string): Promise<Edited> {
  const failed = (problem: string): Edited => ({ ok: false, problem, kept: isChanged(file, text) ? file : null });
  try {
    writeFileSync(file, withGuards(text), { mode: 0o600, flag: 'wx' });
    // the shell sees the agent's own setting and "$1", never a file name or a text of ours
    const child = spawn('/bin/sh', ['-c', `${editor} "$1"`, 'desk', file], { stdio: 'inherit' });
    const [code, signal]: unknown[] = await once(child, 'exit');
    if (code !== 0) return failed(signal === null ? `exit ${String(code)}` : String(signal));
    return { ok: true, text: withoutGuards(readFileSync(file, 'utf8')) };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function isChanged(file: string, text: string): boolean {
  try {
    return withoutGuards(readFileSync(file, 'utf8')) !== withoutGuards(withGuards(text));
  } catch {
    return false; // it was never written, or the editor took it away
  }
}
