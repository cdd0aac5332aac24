import { clean } from '../text/clean.ts';
import type { Io } from './io.ts';
import { jsonText } from './json.ts';
import type { Line } from './style.ts';

/** Where a command's result (stdout) and its words (stderr) go. */
export interface Printer {
  /** a line of the result; the type asks for clean text */
  readonly line: (text: Line) => void;
  /** a sentence of ours as the result; what it quotes is cleaned here */
  readonly tell: (sentence: string) => void;
  /** a remark beside the result */
  readonly remark: (sentence: string) => void;
  /** the result as one JSON document */
  readonly json: (value: unknown) => void;
  /** a JSON list, one item a line, while it comes */
  readonly jsonList: () => { readonly item: (value: unknown) => void; readonly end: () => void };
  readonly bytes: (data: Uint8Array) => void;
}

/** The printer over these streams. */
export function createPrinter(io: Io): Printer {
  const json = (value: unknown, indent: number): string => jsonText(value, io.outIsTerminal, indent);
  return {
    line: (text) => io.out(`${text}\n`),
    tell: (sentence) => io.out(`${clean(sentence, 'line')}\n`),
    remark: (sentence) => io.err(`${clean(sentence, 'line')}\n`),
    json: (value) => io.out(`${json(value, 2)}\n`),
    jsonList: () => {
      let items = 0;
      return {
        item: (value) => {
          io.out(`${items === 0 ? '[' : ','}\n${json(value, 0)}`);
          items += 1;
        },
        end: () => io.out(items === 0 ? '[]\n' : '\n]\n'),
      };
    },
    bytes: (data) => io.out(data),
  };
}
