import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll } from 'vitest';
import { parseMail } from '../../src/mail/parse.ts';
import { start } from '../../src/start/start.ts';

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
  readonly interrupted?: boolean;
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
  if (setting.interrupted) interrupt.abort();
  const code = await start(argv, {
    io: {
      out: (data) => void out.push(Buffer.from(data)),
      err: (text) => {
        err += text;
      },
      stdin: Readable.from([Buffer.from(setting.stdin ?? '')]),
      inIsTerminal: terminal && setting.stdin === undefined,
      outIsTerminal: terminal,
      errIsTerminal: terminal,
      columns: setting.terminal ?? 80,
      outClosed: () => false,
      ask: async (question) => {
        err += question;
        return answers.shift() ?? '';
      },
      onInterrupt: () => interrupt.signal,
    },
    env: { DESK_DB: db, DESK_NOW: NOW, USER: 'lan', ...setting.env },
    now: Date.now,
    newId: randomUUID,
    version: () => '0.0.0',
    demoFolder: DEMO,
    openParser: async () => ({ parse: parseMail, close: async () => undefined }),
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

/** One line of desk's JSONL: a case with one message of the customer. */
export const caseLine = (
  more: Readonly<Record<string, unknown>> & { readonly customer?: object; readonly text?: string },
): string => {
  const { text, customer, ...fields } = more;
  return `${JSON.stringify({
    type: 'case',
    subject: 'Màn hình không sáng',
    kind: 'support',
    priority: 'normal',
    channel: 'email',
    tags: [],
    customer: {
      name: 'Nguyễn Thị Lan',
      language: 'vi',
      emails: ['lan@example.vn'],
      phones: [],
      handles: [],
      ...customer,
    },
    entries: [
      {
        type: 'message',
        party: 'customer',
        direction: 'in',
        channel: 'email',
        at: '2026-03-10T09:00:00Z',
        from: { name: 'Lan', address: 'lan@example.vn' },
        to: [{ name: '', address: 'cskh@maymoi.example' }],
        cc: [],
        text: text ?? 'Chào shop, máy của chị không lên hình.',
        quoted: '',
      },
    ],
    ...fields,
  })}\n`;
};

/** Three cases and a template: #1 Lan (screen, high), #2 สมชาย (Thai), #3 Anna (English, solved). */
export const SEED = [
  caseLine({ uid: 's1', priority: 'high', tags: ['màn-hình'] }),
  caseLine({
    uid: 's2',
    subject: 'หน้าจอกดไม่ติด',
    text: 'สวัสดีค่ะ หน้าจอเครื่องซักผ้ากดไม่ติดเลยค่ะ',
    kind: 'service',
    customer: { name: 'สมชาย ใจดี', language: 'th', emails: ['somchai@example.co.th'], phones: ['+66 81 555 0123'] },
  }),
  caseLine({
    uid: 's3',
    subject: 'Refund arrived',
    text: 'Thank you, the refund arrived.',
    kind: 'care',
    status: 'solved',
    tags: ['refund'],
    customer: { name: 'Anna Smith', language: 'en', emails: ['anna@example.com'] },
  }),
  `${JSON.stringify({
    type: 'template',
    name: 'screen-reset',
    title: 'Screen: first steps',
    tags: ['screen'],
    bodies: {
      vi: 'Chào {{customer.salutation}}, mời thử lại ạ.',
      en: 'Hello {{customer.given_name}}, please try again.',
    },
    set: { status: 'pending' },
    addTags: ['tried-reset'],
  })}\n`,
].join('');

/** A store with the seed in it. */
export async function seededDesk(): Promise<Desk> {
  const desk = tempDesk();
  const ran = await desk.run(['import', desk.file('seed.jsonl', SEED), '--me', 'cskh@maymoi.example']);
  if (ran.code !== 0) throw new Error(ran.err);
  return desk;
}

/** One mail, with LF line ends. */
export const mail = (fields: Readonly<Record<string, string>>, body: string): string =>
  `${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n\n${body}\n`;

/** An mbox of these mails. */
export const mbox = (mails: readonly string[]): string =>
  mails.map((one) => `From shop@example.org Tue Mar 10 09:00:00 2026\n${one}\n`).join('');
