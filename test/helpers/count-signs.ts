import type { Terminal } from '@xterm/headless';
import { width } from '../../src/text/width.ts';

/**
 * The emulator's own table is that of Unicode 6, with emoji of one cell; terminals of today count as text/width does,
 * which its own tests hold against string-width. Packed as xterm asks for it: width, and whether it joins what precedes.
 */
const asDeskCounts = {
  version: 'desk',
  wcwidth: (code: number): 0 | 1 | 2 => cells(code),
  charProperties: (code: number, preceding: number): number => {
    const own = cells(code);
    const before = (preceding >> 1) & 3;
    const joins = own === 0 && preceding !== 0 && before !== 0;
    return ((joins ? before : own) << 1) | Number(joins);
  },
};

function cells(code: number): 0 | 1 | 2 {
  if (code < 0x20) return 0;
  const columns = width(String.fromCodePoint(code));
  return columns >= 2 ? 2 : columns === 1 ? 1 : 0;
}

/** Lets the emulator count each sign by itself, as most terminals of today do. */
export function countSigns(terminal: Terminal): void {
  terminal.unicode.register(asDeskCounts);
  terminal.unicode.activeVersion = 'desk';
}
