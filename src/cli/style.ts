import chalk from 'chalk';
import type { Clean } from '../text/clean.ts';

declare const styledMark: unique symbol;

/** Clean text with our own colours around it. */
type Styled = string & { readonly [styledMark]: true };

/** What may be printed. */
export type Line = Clean | Styled;

const styled = (text: string): Styled => text as Styled; // the one boundary: only clean text and our own styles go in

type Paint = (text: string) => string;
const painter =
  (paint: Paint) =>
  (text: Line): Line =>
    styled(paint(text));

/** Colour is never the only sign: each of these has its word or mark beside it. chalk.level is set once, at the start. */
export const style = {
  bold: painter((text) => chalk.bold(text)),
  dim: painter((text) => chalk.dim(text)),
  alarm: painter((text) => chalk.red.bold(text)),
  warn: painter((text) => chalk.yellow(text)),
  fresh: painter((text) => chalk.cyan(text)),
  good: painter((text) => chalk.green(text)),
} as const;

/** Pieces of a line one after the other. */
export const join = (parts: readonly Line[], between = ''): Line => styled(parts.join(between));
