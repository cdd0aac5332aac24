import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { type Answers, createAnswers } from './answer-machine.ts';

/** How long a lone ESC may be the beginning of something, ms. Ink waits for 20. */
const PATIENCE = 15;

/** Takes the terminal's own answers out of what comes from the keyboard. */
export interface AnswerFilter {
  /** What of the chunk (and of what was held back before) are keys. */
  push(chunk: string | Buffer): string;
  /** To be called when nothing came for a while: gives out a held ESC, lets an answer that never ends go. */
  flush(): string;
  /** Is something held back that `flush` may give out? */
  pending(): boolean;
}

/**
 * A filter without clock or stream. Swallows answers also when they come split at any byte: OSC, DCS, APC, PM and SOS
 * strings, mouse reports (X10 with its three raw bytes, SGR, urxvt), CSI reports (cursor, device, modes, focus, size).
 * Keys, UTF-8 and a bracketed paste with all it holds pass as they are. Source: rule T-6 of the reliability reference.
 */
export function createAnswerFilter(): AnswerFilter {
  const answers: Answers = createAnswers();
  const decoder = new StringDecoder('utf8');
  let bytes = false;
  const out = (units: string): string => (bytes ? decoder.write(Buffer.from(units, 'latin1')) : units);
  return {
    push(chunk) {
      bytes = typeof chunk !== 'string';
      // Bytes are walked as bytes: the three of a mouse report are no UTF-8, and decoding would merge or spread them.
      return out(answers.push(typeof chunk === 'string' ? chunk : chunk.toString('latin1')));
    },
    flush: () => out(answers.flush()),
    pending: answers.pending,
  };
}

/** As much of process.stdin as is needed here. */
export type TerminalInput = Readable & {
  isTTY?: boolean;
  setRawMode(on: boolean): unknown;
  ref(): unknown;
  unref(): unknown;
};

/** What Ink 8 asks of its input: a readable stream that is a terminal. */
export type FilteredStdin = Readable & {
  readonly isTTY: boolean;
  setRawMode(on: boolean): void;
  ref(): void;
  unref(): void;
};

/**
 * The terminal's input as Ink 8 reads it, without answers. The source is read only while Ink wants keys (raw mode on):
 * while an editor or pager has the terminal, nothing here takes its input away.
 */
export function filteredStdin(stdin: TerminalInput): FilteredStdin {
  const filter = createAnswerFilter();
  const keys = new Readable({ read() {} });
  let timer: NodeJS.Timeout | undefined;
  let reading = false;

  const give = (text: string): void => {
    if (text !== '') keys.push(text);
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!filter.pending()) return;
    timer = setTimeout(() => {
      give(filter.flush());
      wait();
    }, PATIENCE);
  };
  const onData = (chunk: Buffer | string): void => {
    give(filter.push(chunk));
    wait();
  };
  const onEnd = (): void => {
    give(filter.flush());
    clearTimeout(timer);
    keys.push(null);
  };
  const read = (on: boolean): void => {
    if (on === reading) return;
    reading = on;
    if (on) stdin.on('data', onData).on('end', onEnd).resume();
    else stdin.off('data', onData).off('end', onEnd).pause();
  };

  return Object.assign(keys, {
    isTTY: stdin.isTTY === true,
    setRawMode(on: boolean): void {
      stdin.setRawMode(on);
      read(on);
    },
    ref: (): void => void stdin.ref(),
    unref: (): void => void stdin.unref(),
  });
}
