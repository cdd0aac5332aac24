import chalk from 'chalk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/context.ts';
import { painted } from '../../src/tui/own-screen.ts';
import { cellsOf, emulator, renderInk } from '../helpers/ink-terminal.tsx';
import { openScreens } from '../helpers/screen.ts';

const { level } = chalk;
beforeAll(() => {
  chalk.level = 1;
});
// other files share what this one imports
afterAll(() => {
  chalk.level = level;
});

const CASES = ['80x24', '120x40', '200x60', '50x10'].flatMap((size) =>
  LOCALES.flatMap((locale) => [true, false].map((seed) => ({ size, locale, seed }))),
);

describe('the rows that are there before Ink', () => {
  test.each(CASES)('are those that Ink paints, cell for cell: $size $locale, full: $seed', async (options) => {
    const desk = await openScreens(options);
    const terminal = emulator(desk.state().size);
    await new Promise<void>((resolve) => terminal.write(painted(desk.frame()), resolve));
    expect(cellsOf(terminal)).toEqual(await renderInk(desk).cells());
    terminal.dispose();
  });
});
