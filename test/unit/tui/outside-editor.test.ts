import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { editInEditor } from '../../../src/tui/outside/editor.ts';

/** An editor as an agent's setting may have it: shell words, the file comes behind them. */
const editor = (script: string): string => `edit() { ${script}; }; edit`;

test('what an editor saves and ends well with is taken, without the lines of ours', async () => {
  expect(await editInEditor(editor('echo more >> "$1"'), 'Dạ em chào chị')).toEqual({
    ok: true,
    text: expect.stringMatching(/^Dạ em chào chị\n+more$/),
  });
});

test('an editor that ends badly gives nothing; what it had saved is left, for its owner alone, and named', async () => {
  const edited = await editInEditor(editor('echo "half an hour of work" > "$1"; exit 1'), 'before');

  expect(edited).toEqual({ ok: false, problem: 'exit 1', kept: expect.stringContaining('desk-draft-') });
  const kept = edited.ok ? null : edited.kept;
  expect(readFileSync(kept ?? '', 'utf8')).toBe('half an hour of work\n');
  expect(statSync(kept ?? '').mode & 0o077).toBe(0);
  rmSync(dirname(kept ?? ''), { recursive: true });
});

test('an editor that ends badly without having saved anything leaves nothing behind', async () => {
  const note = `/tmp/desk-test-${process.pid}`;
  const edited = await editInEditor(editor(`echo "$1" > ${note}; exit 1`), 'before');

  expect(edited).toEqual({ ok: false, problem: 'exit 1', kept: null });
  expect(existsSync(readFileSync(note, 'utf8').trim())).toBe(false);
  rmSync(note);
});
