import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import xterm from '@xterm/headless';
import { Chalk } from 'chalk';
import { build } from 'esbuild';
import fc from 'fast-check';
import type * as ink from 'ink';
import type * as react from 'react';
import { expect, test } from 'vitest';
import { inkPatches } from '../../../src/build-patches.js';
import { clean } from '../../../src/text/clean.ts';
import { truncate } from '../../../src/text/width.ts';
import { rowUpdate } from '../../../src/tui/ink-row-update.ts';
import { countSigns } from '../../helpers/count-signs.ts';
import { temporaryFolder } from '../../helpers/folder.ts';

const COLUMNS = 60;
const GOLDENS = join(import.meta.dirname, '../../screens/golden');
const { bold, cyan, dim, inverse } = new Chalk({ level: 1 });
const PAINTS = [(text: string) => text, bold, dim, inverse, bold.cyan, cyan];

/** A terminal that turns LF into CR LF, as a tty does. */
function terminalOf(columns: number, rows: number): xterm.Terminal {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true });
  countSigns(terminal);
  return terminal;
}

/** What a terminal shows, cell by cell, each with its style. */
function shown(terminal: xterm.Terminal): string[] {
  return Array.from({ length: terminal.rows }, (_, row) =>
    Array.from({ length: terminal.cols }, (_cell, column) => {
      const cell = terminal.buffer.active.getLine(row)?.getCell(column);
      const blank = cell?.getChars() === '' && cell.getWidth() === 1;
      return `${blank ? ' ' : cell?.getChars()}|${cell?.isBold()}${cell?.isDim()}${cell?.isInverse()}${cell?.getFgColor()}`;
    }).join(' '),
  );
}

const write = (terminal: xterm.Terminal, text: string): Promise<void> =>
  new Promise((resolve) => terminal.write(text, resolve));

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
  fc.constantFrom('Tiếng Việt có dấu', 'ภาษาไทยน้ำ ผู้ใหญ่', '日本語の文', 'đơn hàng', '   ', '│ rule', '👩‍👩‍👧 🇻🇳 ☎️'),
);
const row = fc.array(fc.tuple(text, fc.nat({ max: PAINTS.length - 1 })), { maxLength: 5 });

const painted = (pieces: readonly (readonly [string, number])[]): string => {
  let left = COLUMNS;
  return pieces
    .map(([one, paint]) => {
      const fits = truncate(clean(one, 'line'), Math.min(20, left));
      left -= 20;
      return fits === '' ? '' : (PAINTS[paint] ?? bold)(fits);
    })
    .join('')
    .trimEnd();
};

test('a row that is drawn over the one before it by its changed cells looks like one that is drawn anew', async () => {
  await fc.assert(
    fc.asyncProperty(row, row, async (before, after) => {
      const [was, is] = [painted(before), painted(after)];
      const update = rowUpdate(was, is, COLUMNS);
      fc.pre(update !== undefined);
      const [drawnOver, drawnAnew] = [terminalOf(COLUMNS, 2), terminalOf(COLUMNS, 2)];
      await write(drawnOver, `${was}\r${update}`);
      await write(drawnAnew, is);
      expect(shown(drawnOver)).toEqual(shown(drawnAnew));
    }),
    { numRuns: 500 },
  );
});

test('a row in which one word changed costs little more than the word', () => {
  const before = `${inverse('› 12 đơn hàng')} ${'x'.repeat(40)}`;
  expect(rowUpdate(before, before, COLUMNS)).toBe('');
  expect(rowUpdate(before, before.replace('hàng', 'bưu '), COLUMNS)).toBe('\u001b[10G\u001b[7mbưu \u001b[m');
});

type Ink = Pick<typeof ink, 'Box' | 'Text' | 'render'> & Pick<typeof react, 'createElement'>;

/** Ink as it is bundled. */
async function bundledInk(): Promise<Ink> {
  const outfile = join(temporaryFolder(), 'ink.mjs');
  await build({
    stdin: {
      contents: "export { Box, Text, render } from 'ink'; export { createElement } from 'react';",
      resolveDir: import.meta.dirname,
    },
    ...{ outfile, bundle: true, format: 'esm', platform: 'node', plugins: [...inkPatches] },
    alias: { 'react-devtools-core': join(import.meta.dirname, '../../../src/tui/no-devtools.ts') },
    banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
  });
  return (await import(pathToFileURL(outfile).href)) as Ink;
}

test('screens that follow each other leave the terminal as each of them alone would', async () => {
  const { Box, Text, render, createElement: make } = await bundledInk();
  const [columns, rows] = [120, 30];
  const drawing = terminalOf(columns, rows);
  const stdout = Object.assign(new Writable({ write: (chunk: Buffer, _, done) => drawing.write(chunk, done) }), {
    ...{ columns, rows, isTTY: true },
  });
  const frames = readdirSync(GOLDENS)
    .map((name) => readFileSync(join(GOLDENS, name), 'utf8').split('\n').slice(0, rows))
    .map((lines) => Array.from({ length: rows }, (_, at) => truncate(clean(lines[at] ?? '', 'line'), columns)));
  const element = (lines: readonly string[]) =>
    make(
      Box,
      { flexDirection: 'column', width: columns, height: rows },
      ...lines.map((line, key) => make(Text, { key, wrap: 'truncate' }, line === '' ? ' ' : line)),
    );
  const instance = render(element([]), {
    ...{ stdout: stdout as unknown as NodeJS.WriteStream, interactive: true, patchConsole: false, maxFps: 1000 },
    ...{ alternateScreen: true, incrementalRendering: true },
  });

  for (const [turn, lines] of frames.entries()) {
    const paintedLines = lines.map((line, at) =>
      line === '' ? '' : (PAINTS[(at + turn) % PAINTS.length] ?? bold)(line),
    );
    instance.rerender(element(paintedLines));
    await instance.waitUntilRenderFlush();
    await write(drawing, '');
    const alone = terminalOf(columns, rows);
    await write(alone, paintedLines.map((line) => line.trimEnd()).join('\n'));
    expect(shown(drawing), `frame ${turn}`).toEqual(shown(alone));
  }
  instance.unmount();
});
