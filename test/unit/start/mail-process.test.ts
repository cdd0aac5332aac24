import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runMailBeside } from '../../../src/start/mail-process.ts';
import { tempFolder } from '../../helpers/cli.ts';
import { createDesk } from '../../helpers/desk.ts';
import { addMailAccount } from '../../helpers/mail-account.ts';

/** A program that writes down what it was called with, lives as long as its stdin, and then says so. */
const program = (log: string): string[] => [
  process.execPath,
  '-e',
  `const { appendFileSync } = require('node:fs');
   appendFileSync(${JSON.stringify(log)}, process.argv.slice(1).join(' ') + '\\n');
   process.stdin.on('end', () => appendFileSync(${JSON.stringify(log)}, 'ended\\n')).resume();`,
  '--',
];

function deskIn(folder: string) {
  const desk = createDesk({ path: join(folder, 'desk.db') });
  onTestFinished(() => desk.close());
  return desk;
}

test('with an account, a process beside fetches and sends as long as the screens are open', async () => {
  const folder = tempFolder();
  const log = join(folder, 'log');
  const desk = deskIn(folder);
  addMailAccount(desk);
  const end = runMailBeside(desk, program(log));
  await vi.waitFor(() => expect(existsSync(log)).toBe(true), 20_000);
  expect(readFileSync(log, 'utf8')).toBe(`--db ${desk.store.path} mail fetch --watch --send --with-parent\n`);
  end();
  await vi.waitFor(() => expect(readFileSync(log, 'utf8')).toContain('ended'), 20_000);
});

test('without an account, and for a store that nobody keeps, there is none', async () => {
  const folder = tempFolder();
  const log = join(folder, 'log');
  const desk = deskIn(folder);
  const ends = [runMailBeside(desk, program(log)), runMailBeside(createDesk(), program(log))];
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const end of ends) end();
  expect(existsSync(log)).toBe(false);
});
