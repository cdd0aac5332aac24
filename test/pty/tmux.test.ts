import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { clean } from '../../src/text/clean.ts';
import { width } from '../../src/text/width.ts';
import { UNSURE, WORDS } from '../helpers/words-of-width.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
if (!hasTmux) console.warn('SKIPPED: no tmux here, so nobody checks the columns it counts');

/** Writes each text and asks the terminal where the cursor stands then: `node ask.cjs texts.json columns.json`. */
const ASK = `
  const { readFileSync, writeFileSync } = require('node:fs');
  const [texts, answer] = process.argv.slice(2);
  const columns = [];
  const waiting = JSON.parse(readFileSync(texts, 'utf8'));
  const next = () => {
    const text = waiting.shift();
    if (text === undefined) { writeFileSync(answer, JSON.stringify(columns)); process.exit(); }
    process.stdout.write('\\r\\x1b[K' + text + '\\x1b[6n');
  };
  process.stdin.setRawMode(true).on('data', (bytes) => {
    const found = /;(\\d+)R/.exec(bytes.toString());
    if (found) { columns.push(Number(found[1]) - 1); next(); }
  });
  next();`;

test.skipIf(!hasTmux)('tmux counts the columns of every cleaned text as desk does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-tmux-'));
  const socket = join(folder, 'socket');
  onTestFinished(() => {
    spawnSync('tmux', ['-S', socket, 'kill-server']);
    rmSync(folder, { recursive: true, force: true });
  });
  const texts = [...WORDS, ...UNSURE].map((word) => clean(`${word} ${word}`, 'line'));
  const [given, answer, script] = ['texts.json', 'columns.json', 'ask.cjs'].map((name) => join(folder, name));
  writeFileSync(given ?? '', JSON.stringify(texts));
  writeFileSync(script ?? '', ASK);
  const ask = `'${process.execPath}' '${script}' '${given}' '${answer}'`;
  execFileSync('tmux', ['-u', '-S', socket, '-f', '/dev/null', 'new-session', '-d', '-x', '120', '-y', '24', ask], {
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  await expect.poll(() => existsSync(answer ?? ''), { timeout: 20_000 }).toBe(true);
  const columns: unknown = JSON.parse(readFileSync(answer ?? '', 'utf8'));
  expect(Array.isArray(columns) && columns.map((one: unknown, at) => `${texts[at]}: ${one}`)).toEqual(
    texts.map((text) => `${text}: ${width(text)}`),
  );
});
