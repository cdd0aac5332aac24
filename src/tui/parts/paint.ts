import chalk from 'chalk';
import type { Line, Tone } from './line.ts';

/**
 * What each tone looks like. The colours of the terminal's own theme, so that a light background works too; none of the
 * light ones is bold, as terminals that show bold as bright would make it white on white.
 */
const PAINTS: Readonly<Record<Tone, (text: string) => string>> = {
  plain: (text) => text,
  dim: (text) => chalk.dim(text),
  strong: (text) => chalk.bold(text),
  title: (text) => chalk.bold(text),
  accent: (text) => chalk.cyan(text),
  good: (text) => chalk.green(text),
  warn: (text) => chalk.yellow(text),
  danger: (text) => chalk.bold.red(text),
  selected: (text) => chalk.inverse(text),
  key: (text) => chalk.bold(text),
};

/** A line as the terminal gets it. */
export const paint = (line: Line): string => line.map((one) => PAINTS[one.tone](one.text)).join('');
