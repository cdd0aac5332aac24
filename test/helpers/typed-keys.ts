import { PassThrough, Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { Key as InkKey } from 'ink';
import { render, Text, useInput, usePaste } from 'ink';
import { createElement } from 'react';
import { onTestFinished } from 'vitest';
import { type Key, keysFrom } from '../../src/tui/keys.ts';
import { filteredStdin } from '../../src/tui/terminal-answers.ts';

/** What a keyboard's bytes become on their way through the filter, Ink and keys.ts, without any screen. */
export interface TypedKeys {
  /** the keys that these pieces make, each piece a read of its own */
  readonly keys: (...pieces: readonly (string | Buffer)[]) => Promise<Key[]>;
  readonly pastes: readonly string[];
}

export async function typedKeys(): Promise<TypedKeys> {
  const terminal = Object.assign(new PassThrough(), { isTTY: true, setRawMode() {}, ref() {}, unref() {} });
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  let heard: Key[] = [];
  const pastes: string[] = [];
  function Listener() {
    useInput((input, key) => void heard.push(...keysFrom(input, key)));
    usePaste((text) => void pastes.push(text));
    return createElement(Text, null, 'x');
  }
  const app = render(createElement(Listener), {
    stdin: filteredStdin(terminal) as unknown as NodeJS.ReadStream,
    stdout: nowhere as unknown as NodeJS.WriteStream,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
  });
  onTestFinished(() => app.unmount());
  await app.waitUntilRenderFlush();
  return {
    keys: async (...pieces) => {
      heard = [];
      for (const piece of pieces) {
        terminal.write(piece);
        await turn();
        await turn();
      }
      return heard;
    },
    pastes,
  };
}

/** Every way to cut bytes in two, all of them in one piece, and each byte alone. */
export const everyCut = (text: string): Buffer[][] => {
  const bytes = Buffer.from(text);
  return [
    [bytes],
    ...Array.from({ length: Math.max(0, bytes.length - 1) }, (_, at) => [
      bytes.subarray(0, at + 1),
      bytes.subarray(at + 1),
    ]),
    Array.from(bytes, (byte) => Buffer.from([byte])),
  ];
};

export const NO_FLAGS: InkKey = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

/** The keys of a chunk of letters and backspaces as Ink cuts it, without Ink and its clock. */
export const keysOfChunk = (chunk: string): Key[] =>
  chunk
    .split(/([\x7f\b])/)
    .filter((piece) => piece !== '')
    .flatMap((piece) =>
      piece === '\x7f' || piece === '\b' ? keysFrom('', { ...NO_FLAGS, backspace: true }) : keysFrom(piece, NO_FLAGS),
    );
