import { PassThrough, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { render, Text, useInput, usePaste } from 'ink';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { filteredStdin } from '../../../src/tui/terminal-answers.ts';

test('Ink gets the keys and the paste, and none of the terminal answers', async () => {
  const terminal = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => {},
    ref: () => {},
    unref: () => {},
  });
  const screen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const heard: string[] = [];
  function Listener() {
    useInput((input, key) => heard.push(key.escape ? 'Esc' : key.upArrow ? 'Up' : input));
    usePaste((text) => heard.push(`paste:${text}`));
    return createElement(Text, null, 'x');
  }
  const app = render(createElement(Listener), {
    stdin: filteredStdin(terminal),
    stdout: screen,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  await sleep(50);
  for (const bytes of [
    'j',
    '\x1b]11;rgb:0/0/0\x1b',
    '\\',
    '\x1b[M !!',
    '\x1bP>|tmux\x1b\\',
    '\x1b_Gi=1;OK\x1b\\',
    '\x1b[5;5R',
    'ệ',
  ]) {
    terminal.write(Buffer.from(bytes));
    await sleep(5);
  }
  terminal.write('\x1b[A');
  await sleep(5);
  terminal.write('\x1b[200~a\x1b]0;t\x07\x1b[201~');
  await sleep(5);
  terminal.write('\x1b');
  await sleep(80);
  expect(heard).toEqual(['j', 'ệ', 'Up', 'paste:a\x1b]0;t\x07', 'Esc']);
  app.unmount();
});
