import { join, resolve } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { clean } from '../../src/text/clean.ts';
import type { Effect } from '../../src/tui/effects.ts';
import type { KeyId } from '../../src/tui/key-name.ts';
import { KEYMAP } from '../../src/tui/keymap.ts';
import type { Key } from '../../src/tui/keys.ts';
import { placeOf } from '../../src/tui/lookup.ts';
import type { Message } from '../../src/tui/messages.ts';
import type { Frame } from '../../src/tui/parts/frame.ts';
import type { Line } from '../../src/tui/parts/line.ts';
import { createPerformer, type Terminal } from '../../src/tui/perform.ts';
import { createProgram, type Program } from '../../src/tui/program.ts';
import { startState } from '../../src/tui/start.ts';
import type { Size, State } from '../../src/tui/state.ts';
import { update } from '../../src/tui/update.ts';
import { view } from '../../src/tui/view.ts';
import { createDesk, type Desk, type DeskOptions } from './desk.ts';
import { seedAt, storeFolder } from './seeded.ts';

export interface ScreenOptions extends DeskOptions {
  /** `80x24` */
  readonly size?: string;
  /** the demo: 60 cases, 17 templates */
  readonly seed?: boolean;
  /** a desk that is there already: another window on the same store, or one with its own cases */
  readonly desk?: Desk;
}

/** What the screens asked the terminal for. */
export interface Asked {
  quits: number;
  suspends: number;
  readonly copied: string[];
  /** what $EDITOR got; it gives back `editorSaves` */
  readonly edited: string[];
  editorSaves: string;
  /** where files are saved */
  folder: string;
  readonly opened: string[];
  openFails: string | null;
  /** work that takes its time */
  readonly later: Promise<void>[];
  /** cases and the command that got them */
  readonly piped: { cases: number[]; command: string }[];
}

/** The screens under the test's hand: everything but Ink and the terminal is real; the clock and the timers stand still. */
export interface Screens {
  /** the key of a row of the table, where it counts now */
  readonly press: (...rows: KeyId[]) => void;
  /** a key that is bound to no row: in prompts, fields and questions */
  readonly key: (...names: string[]) => void;
  /** letter by letter, as fingers do */
  readonly type: (text: string) => void;
  /** what arrives in one piece, as over a slow line */
  readonly chunk: (text: string) => void;
  readonly paste: (text: string) => void;
  readonly sees: (text: string | RegExp) => void;
  readonly doesNotSee: (text: string | RegExp) => void;
  readonly screen: () => string;
  readonly frame: () => Frame;
  readonly caret: () => Frame['caret'];
  readonly resize: (size: string) => void;
  /** time goes by: timers, then a look at the clock and at the store */
  readonly tick: (ms: number) => void;
  /** the cursor onto a case of the list */
  readonly goTo: (number: number) => void;
  readonly state: () => State;
  readonly send: (message: Message) => void;
  readonly program: Program;
  readonly desk: Desk;
  readonly asked: Asked;
  /** every effect that was performed, oldest first */
  readonly effects: readonly Effect[];
}

export const sizeOf = (text: string): Size => {
  const [columns = 80, rows = 24] = text.split('x').map(Number);
  return { columns, rows };
};

export const plainText = (line: Line): string => line.map((one) => one.text).join('');
export const plainLines = (frame: Frame): string[] => frame.lines.map(plainText);

/** The row under the cursor on a screen of rows. */
export const under = (desk: Screens): string =>
  desk
    .screen()
    .split('\n')
    .find((row) => row.startsWith(' › ')) ?? '';

/** A desk that closes with the test; with the demo in it if that is asked for. */
async function ownDesk(options: ScreenOptions): Promise<Desk> {
  if (options.seed !== true) {
    const desk = createDesk(options);
    onTestFinished(desk.close);
    return desk;
  }
  const { folder, remove } = storeFolder();
  const path = options.path ?? join(folder, 'desk.db');
  await seedAt(path);
  const desk = createDesk({ ...options, path });
  desk.store.db.pragma('synchronous = OFF');
  onTestFinished(() => {
    desk.close();
    remove();
  });
  return desk;
}

/** Opens the screens; they close with the test. */
export async function openScreens(options: ScreenOptions = {}): Promise<Screens> {
  const desk = options.desk ?? (await ownDesk(options));
  const timers: { due: number; work: () => void }[] = [];
  let elapsed = 0;
  const asked: Asked = {
    quits: 0,
    suspends: 0,
    copied: [],
    edited: [],
    editorSaves: '',
    piped: [],
    folder: '',
    opened: [],
    openFails: null,
    later: [],
  };
  const terminal: Terminal = {
    quit: () => {
      asked.quits += 1;
    },
    suspend: () => {
      asked.suspends += 1;
    },
    copy: (text) => void asked.copied.push(text),
    editOutside: (text, send) => {
      asked.edited.push(text);
      send({ type: 'edited', text: asked.editorSaves });
    },
    pipe: (views, command) => void asked.piped.push({ cases: views.map((one) => one.case.number), command }),
    files: {
      folder: (typed) => resolve(asked.folder, typed),
      scratch: () => asked.folder,
      open: async (path) => {
        asked.opened.push(path);
        return asked.openFails;
      },
    },
    later: (work) => void asked.later.push(work),
    after: (ms, work) => void timers.push({ due: elapsed + ms, work }),
  };
  const effects: Effect[] = [];
  const perform = createPerformer(desk, terminal);
  const program = createProgram(startState(desk, sizeOf(options.size ?? '80x24')), update, (effect, send) => {
    effects.push(effect);
    perform(effect, send);
  });
  await Promise.resolve();

  const press = (key: Key): void => program.send({ type: 'key', key });
  const named = (name: string): Key => ({ name, text: [...name].length === 1 ? name : null });
  const frame = (): Frame => view(program.state());
  const screen = (): string =>
    plainLines(frame())
      .map((line) => line.trimEnd())
      .join('\n');
  const holds = (text: string | RegExp): boolean => {
    if (text instanceof RegExp) return text.test(screen());
    const flat = (one: string): string => one.replace(/\s+/gu, ' ');
    const wanted = clean(text, 'line');
    return screen().includes(wanted) || flat(screen()).includes(flat(wanted));
  };
  const isText = (): boolean => {
    const { overlay } = program.state();
    return overlay !== null && overlay.name !== 'menu';
  };

  return {
    press: (...rows) => {
      for (const id of rows) {
        const place = placeOf(program.state());
        const row = KEYMAP.find((one) => one.id === id && one.in.includes(place));
        if (row?.keys[0] === undefined) throw new Error(`no key for ${id} at ${place}:\n${screen()}`);
        if (isText()) throw new Error(`something lies over the screen, ${id} would be text:\n${screen()}`);
        for (const key of row.keys[0].split(/(?<=.) /)) press(named(key));
      }
    },
    key: (...names) => {
      for (const name of names) press(named(name));
    },
    type: (text) => {
      for (const sign of text) press(sign === '\n' ? named('Enter') : { name: sign, text: sign });
    },
    chunk: (text) => press({ name: text, text }),
    paste: (text) => program.send({ type: 'paste', text }),
    sees: (text) => expect(holds(text), `not seen: ${String(text)}\n${screen()}`).toBe(true),
    doesNotSee: (text) => expect(holds(text), `seen: ${String(text)}\n${screen()}`).toBe(false),
    screen,
    frame,
    caret: () => frame().caret,
    resize: (size) => program.send({ type: 'resized', size: sizeOf(size) }),
    tick: (ms) => {
      elapsed += ms;
      desk.wait(ms);
      for (const one of timers.splice(0).sort((a, b) => a.due - b.due))
        if (one.due <= elapsed) one.work();
        else timers.push(one);
      program.send({ type: 'tick', now: desk.now() });
    },
    goTo: (number) => {
      const { numbers, at } = program.state().list;
      const wanted = numbers.indexOf(number);
      if (wanted < 0) throw new Error(`#${number} is not in the list:\n${screen()}`);
      for (let step = at; step !== wanted; step += Math.sign(wanted - at)) press(named(step < wanted ? 'Down' : 'Up'));
    },
    state: program.state,
    send: program.send,
    program,
    desk,
    asked,
    effects,
  };
}
