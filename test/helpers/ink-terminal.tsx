import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';
import { render } from 'ink';
import { onTestFinished } from 'vitest';
import { App } from '../../src/tui/App.tsx';
import type { Size } from '../../src/tui/state.ts';
import { filteredStdin } from '../../src/tui/terminal-answers.ts';
import { countSigns } from './count-signs.ts';
import { UnicodeGraphemesAddon } from './graphemes-addon.ts';
import { plainLines, type Screens, sizeOf } from './screen.ts';

/** What a terminal did that is more than writing text. */
export interface Events {
  readonly titles: string[];
  readonly replies: string[];
  readonly commands: string[];
  bells: number;
}

/** The screens drawn by the real App and Ink into a terminal emulator: real bytes, in both directions. */
export interface InkTerminal {
  /** waits until everything is drawn, and gives the rows as the emulator holds them */
  readonly rows: () => Promise<string[]>;
  /** waits until everything is drawn, and gives the cells as they look */
  readonly cells: () => Promise<string[][]>;
  /** for each row, the columns in which this sign stands in the emulator */
  readonly columnsOf: (sign: string) => number[][];
  /** the rows as they should be: the frame's own text */
  readonly wanted: () => string[];
  /** bytes from the keyboard; waits until they have been taken in */
  readonly keys: (...pieces: string[]) => Promise<void>;
  readonly resize: (size: string) => Promise<void>;
  /** everything written since the last call */
  readonly written: () => string;
  readonly cursor: () => { x: number; y: number };
  readonly events: Events;
}

/** As long as Ink and the filter together wait for what may follow an ESC. */
const ESC_MS = 45;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * How the emulator counts columns: `signs`, each code point by itself, as most terminals do; `clusters`, whole
 * graphemes (mode 2027), as kitty, Ghostty, WezTerm and Windows Terminal do.
 */
type Counting = 'signs' | 'clusters';

export function emulator({ columns, rows }: Size, counting: Counting = 'signs'): xterm.Terminal {
  // a tty turns LF into CR LF
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0, convertEol: true });
  if (counting === 'clusters') terminal.loadAddon(new UnicodeGraphemesAddon());
  else countSigns(terminal);
  return terminal;
}

/** Every cell as it looks: its sign, and of a sign that is seen the colour and weight; of any the ground. */
export const cellsOf = (terminal: xterm.Terminal): string[][] =>
  Array.from({ length: terminal.rows }, (_row, y) =>
    Array.from({ length: terminal.cols }, (_cell, x) => {
      const cell = terminal.buffer.active.getLine(y)?.getCell(x);
      const sign = cell?.getChars().trim() ?? '';
      const ground = `${cell?.isInverse()} ${cell?.getBgColorMode()} ${cell?.getBgColor()}`;
      if (sign === '') return `${cell?.getWidth()} ${ground}`;
      return `${sign} ${cell?.getWidth()} ${ground} ${cell?.getFgColorMode()} ${cell?.getFgColor()} ${cell?.isBold()} ${cell?.isDim()}`;
    }),
  );

export function renderInk(desk: Screens, counting: Counting = 'signs'): InkTerminal {
  const { columns, rows } = desk.state().size;
  const terminal = emulator({ columns, rows }, counting);
  const events: Events = { titles: [], replies: [], commands: [], bells: 0 };
  terminal.onTitleChange((title) => events.titles.push(title));
  terminal.onBell(() => {
    events.bells += 1;
  });
  terminal.onData((reply) => events.replies.push(reply));
  for (const command of [1, 4, 7, 8, 9, 10, 11, 52, 777, 1337])
    terminal.parser.registerOscHandler(command, (data) => {
      events.commands.push(`${command};${data}`);
      return true;
    });
  let bytes = '';
  const stdout = Object.assign(
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.toString('utf8');
        terminal.write(chunk, done);
      },
    }),
    { columns, rows, isTTY: true },
  );
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode() {}, ref() {}, unref() {} });
  const instance = render(<App program={desk.program} onSuspender={() => {}} />, {
    // Ink asks for process's own streams, and uses what these have
    stdin: filteredStdin(stdin) as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 1000,
  });
  onTestFinished(() => {
    instance.unmount();
    terminal.dispose();
  });

  return {
    rows: async () => {
      await instance.waitUntilRenderFlush();
      const { buffer } = terminal;
      return Array.from(
        { length: terminal.rows },
        (_, row) => buffer.active.getLine(row)?.translateToString(true).trimEnd() ?? '',
      );
    },
    cells: async () => {
      await instance.waitUntilRenderFlush();
      return cellsOf(terminal);
    },
    columnsOf: (sign) =>
      Array.from({ length: terminal.rows }, (_, row) => {
        const line = terminal.buffer.active.getLine(row);
        return Array.from({ length: terminal.cols }, (_cell, x) => x).filter(
          (x) => line?.getCell(x)?.getChars() === sign,
        );
      }),
    wanted: () => plainLines(desk.frame()).map((line) => line.trimEnd()),
    keys: async (...pieces) => {
      for (const piece of pieces) {
        stdin.write(piece);
        await pause(piece.endsWith('\x1b') ? ESC_MS : 5);
      }
      await instance.waitUntilRenderFlush();
    },
    resize: async (size) => {
      const next = sizeOf(size);
      Object.assign(stdout, next);
      terminal.resize(next.columns, next.rows);
      stdout.emit('resize');
      await pause(10);
    },
    written: () => {
      const all = bytes;
      bytes = '';
      return all;
    },
    cursor: () => ({ x: terminal.buffer.active.cursorX, y: terminal.buffer.active.cursorY }),
    events,
  };
}
