import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, it } from 'vitest';
import { DESK, KEY, startShell } from '../helpers/pty.ts';

const SIZE = { columns: 100, rows: 30 };
const node = process.execPath;
const own = join(import.meta.dirname, '../../node_modules/.bin');

/** A Node that is too old for desk, when the machine has one: the launcher then starts the checkout's own beneath itself. */
function oldNode(): string | null {
  const path = (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== own);
  const found = spawnSync('sh', ['-c', 'command -v node && node --version'], {
    encoding: 'utf8',
    env: { PATH: path.join(':') },
  }).stdout.split('\n');
  return /^v(1\d|20)\./.test(found[1] ?? '') ? (found[0] ?? null) : null;
}

const old = oldNode();
const WAYS: readonly (readonly [string, string])[] = [
  ['node bin/desk.js demo', `${node} ${DESK} demo`],
  ['npm start', `PATH=${dirname(node)}:$PATH npm start --silent`],
  ['a script that starts it', `sh -c '${node} ${DESK} demo; true'`],
  ...(old === null ? [] : [['the launcher on an old Node', `${old} ${DESK} demo`] as const]),
];

describe.each(WAYS)('Ctrl-Z under %s', (_name, command) => {
  it('gives the shell its terminal back; fg brings the screens back, in the size that the window has by then', async () => {
    const shell = startShell({ ...SIZE, env: { LANG: 'en_US.UTF-8' } });
    await shell.sees('$ ');
    await shell.type(`${command}\r`);
    await shell.sees('1/23');

    await shell.press(KEY.ctrl('z'));
    await shell.sees('Stopped');
    await shell.type('echo "back: $((6 * 7))"\r');
    await shell.sees('back: 42');
    shell.resize(120, 34);
    await shell.type('fg\r');
    await shell.noLonger('back: 42');
    await shell.sees('Inbox');
    await shell.sees(/\n[^\n]*\S[^\n]*$/); // the bar stands in the last row of the new size
    await shell.press('?');
    await shell.sees('Keys');
    await shell.press('q');
    await shell.noLonger('Keys');

    // and once more, as agents do
    await shell.press(KEY.ctrl('z'));
    await shell.sees('Stopped');
    await shell.type('fg\r');
    await shell.sees('Inbox');
    await shell.press('q');
    await shell.sees('Quit?');
    await shell.press('q');
    await shell.noLonger('Inbox');
    await shell.type('echo "end: $?"\r');
    await shell.sees('end: 0');
    shell.kill();
  });
});
