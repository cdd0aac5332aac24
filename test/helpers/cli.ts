import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll } from 'vitest';
import type { Context } from '../../src/context.ts';
import { parseMail } from '../../src/mail/parse.ts';
import { cutPart } from '../../src/mail/source-part.ts';
import { start } from '../../src/start/start.ts';
import { SEED } from './cli-seed.ts';

/** What a command did. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly bytes: Buffer;
}

export interface Setting {
  readonly stdin?: string;
  /** stdin, stdout and stderr are a terminal of this many columns */
  readonly terminal?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** what somebody types at questions */
  readonly answers?: readonly string[];
  /** Ctrl-C before anything is done; or as soon as this stands on stderr */
  readonly interrupted?: boolean | string;
  /** whoever reads stdout leaves after so many lines, as `head` does */
  readonly readsLines?: number;
  /** Node's version, and the type of the file system */
  readonly node?: string;
  readonly fileSystem?: number;
  /** the network */
  readonly mail?: Context['mail'];
}

export const NOW = '2026-03-12T09:00:00Z';
const DEMO = join(import.meta.dirname, '../../fixtures/demo/');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, gone after the tests. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-cli-'));
  folders.push(folder);
  return folder;
}

/** desk in this process over a store of its own; `DESK_NOW` stands still. */
export interface Desk {
  readonly run: (argv: readonly string[], setting?: Setting) => Promise<Ran>;
  /** as `run`, and parses what it printed */
  readonly json: (argv: readonly string[], setting?: Setting) => Promise<unknown>;
  readonly folder: string;
  readonly db: string;
  /** writes a file into the folder and gives its path */
  readonly file: (name: string, content: string | Buffer) => string;
}

/** A fresh store. */
export function tempDesk(): Desk {
  const folder = tempFolder();
  const db = join(folder, 'desk.db');
  const run = (argv: readonly string[], setting: Setting = {}): Promise<Ran> => runCli(argv, db, setting);
  return {
    run,
    json: async (argv, setting) => JSON.parse((await run([...argv, '--json'], setting)).out),
    folder,
    db,
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}

async function runCli(argv: readonly string[], db: string, setting: Setting): Promise<Ran> {
  const out: Buffer[] = [];
  let err = '';
  const answers = [...(setting.answers ?? [])];
  const terminal = setting.terminal !== undefined;
  const interrupt = new AbortController();
  if (setting.interrupted === true) interrupt.abort();
  const lines = (): number => Buffer.concat(out).toString('utf8').split('\n').length - 1;
  const code = await start(argv, {
    io: {
      out: (data) => void out.push(Buffer.from(data)),
      err: (text) => {
        err += text;
        if (typeof setting.interrupted === 'string' && err.includes(setting.interrupted)) interrupt.abort();
      },
      stdin: Readable.from([Buffer.from(setting.stdin ?? '')]),
      inIsTerminal: terminal && setting.stdin === undefined,
      outIsTerminal: terminal,
      errIsTerminal: terminal,
      columns: setting.terminal ?? 80,
      drained: async () => undefined,
      outClosed: () => lines() >= (setting.readsLines ?? Number.POSITIVE_INFINITY),
      ask: async (question) => {
        err += question;
        return answers.shift() ?? '';
      },
      askHidden: async (question) => {
        err += question;
        return answers.shift() ?? '';
      },
      onInterrupt: () => interrupt.signal,
      untilToldToEnd: () => interrupt.signal,
    },
    env: { DESK_DB: db, DESK_NOW: NOW, USER: 'lan', ...setting.env },
    now: Date.now,
    newId: randomUUID,
    openMail: setting.mail ?? (() => Promise.reject(new Error('this test has no network'))),
    version: () => '0.0.0',
    node: setting.node ?? '24.0.0',
    fileSystemOf: () => setting.fileSystem ?? 0xef53,
    demoFolder: DEMO,
    pagesFolder: join(DEMO, '..'),
    openParser: async () => ({ parse: parseMail, cut: cutPart, close: async () => undefined }),
    runTui: async () => {
      out.push(Buffer.from('(screens)'));
      return 0;
    },
    setColor: () => undefined,
  });
  const bytes = Buffer.concat(out);
  return { code, out: bytes.toString('utf8'), err, bytes };
}

/** The built program; tests that spawn it say so when it is not built. */
export function builtDesk(): string {
  const root = join(import.meta.dirname, '../..');
  if (!existsSync(join(root, 'dist/main.js'))) throw new Error('dist/ is missing: npm run build');
  return join(root, 'bin/desk.js');
}

/** A store with the seed in it. */
export async function seededDesk(): Promise<Desk> {
  const desk = tempDesk();
  const ran = await desk.run(['import', desk.file('seed.jsonl', SEED), '--me', 'cskh@maymoi.example']);
  if (ran.code !== 0) throw new Error(ran.err);
  return desk;
}
