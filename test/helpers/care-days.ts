import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, vi } from 'vitest';
import { parseMail } from '../../src/mail/parse.ts';
import { DESK, KEY, type Pty, startDesk } from './pty.ts';
import { openSink, type Taken } from './smtp-sink.ts';

/** ms: mail is told at once, but on a busy machine everything takes its time */
const LONG = 60_000;

/** What a customer or a department writes. */
interface Letter {
  /** `Nguyễn Thị Lan <lan@khach.example>` */
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** the Message-ID of what it answers, without < > */
  readonly answers?: string;
  /** with a photo of this name */
  readonly photo?: string;
}

/** The desk at one moment: its clock stands still. */
export interface Moment {
  readonly cli: (...args: string[]) => Promise<string>;
  /** a mail comes in; its Message-ID without < > */
  readonly receive: (letter: Letter) => Promise<string>;
  readonly open: () => Pty;
  /** the screens are left */
  readonly close: (desk: Pty) => Promise<void>;
  /** what waits in the outbox leaves, `count` messages, as a mail server took them */
  readonly send: (count: number) => Promise<readonly Taken[]>;
}

/** What a mail server took, as its reader sees it. */
export const readable = async ({ raw }: Taken): Promise<string> => {
  const { text, quoted } = await parseMail(raw, { fromLineAt: null, maildirAt: null });
  return `${text}\n${quoted}`;
};

/** A department's answer to the packet that it got: what it fills in by the names of its fields, above all it was sent. */
export async function answerTo(packet: Taken, given: Readonly<Record<string, string>>, more = ''): Promise<string> {
  const filled = (await readable(packet)).replace(
    /^\[([a-z-]+)\] .*:$/gm,
    (line, name) => `${line} ${given[name] ?? ''}`,
  );
  return `${more}\n\n${filled.replace(/^/gm, '> ')}`;
}

export interface CareDays {
  readonly at: (when: string) => Moment;
  readonly end: () => Promise<void>;
}

export interface CareSetting {
  readonly columns: number;
  readonly rows: number;
  readonly lang: 'vi' | 'th';
  readonly agent: string;
  readonly shop: string;
}

export const OURS = 'hotro@saomai.example';
const ZONES = { vi: 'Asia/Ho_Chi_Minh', th: 'Asia/Bangkok' } as const;
const QUIT = { vi: 'Thoát?', th: 'ออก' } as const;

/** Types it, and waits until its end is on the screen: a key that comes in one piece with a text would be a part of it. */
export async function typeOut(desk: Pty, text: string): Promise<void> {
  await desk.type(text);
  await desk.sees(text.split(' ').at(-1) ?? text);
}

/** Answers what is asked for, prompt by prompt. */
export async function fillIn(desk: Pty, given: Readonly<Record<string, string>>): Promise<void> {
  for (const [asked, text] of Object.entries(given)) {
    await desk.sees(asked);
    await typeOut(desk, text);
    await desk.press(KEY.enter);
  }
}

const b64 = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

/** A shop's desk with saved replies and an account that sends to a mail server of the test's, day by day. */
export async function careDays({ columns, rows, lang, agent, shop }: CareSetting): Promise<CareDays> {
  const home = mkdtempSync(join(tmpdir(), 'desk-care-'));
  const sink = await openSink();
  let mails = 0;
  let told = 0;
  const at = (when: string): Moment => {
    const now = new Date(when);
    const env = {
      DESK_HOME: home,
      LANG: `${lang}_${lang.toUpperCase()}.UTF-8`,
      TZ: ZONES[lang],
      DESK_NOW: now.toISOString(),
    };
    const run = async (args: readonly string[], stdin: string | null): Promise<string> => {
      const child = promisify(execFile)(process.execPath, [DESK, ...args], { env: { ...process.env, ...env } });
      child.child.stdin?.end(stdin ?? '');
      return (await child).stdout;
    };
    return {
      cli: (...args) => run(args, null),
      receive: async (letter) => {
        mails += 1;
        const id = `mail-${mails}@khach.example`;
        await run(['mail', 'deliver'], written(letter, id, now));
        return id;
      },
      open: () => startDesk([], { columns, rows, env }),
      close: async (desk) => {
        await desk.press('g', 'i');
        await desk.press('q');
        await desk.sees(QUIT[lang]);
        await desk.press('q');
        expect((await desk.ended).code).toBe(0);
      },
      send: async (count) => {
        await run(['mail', 'send'], null);
        await vi.waitFor(() => expect(sink.taken.slice(told)).toHaveLength(count), LONG);
        told += count;
        return sink.taken.slice(told - count);
      },
    };
  };
  const secret = join(home, 'secret');
  writeFileSync(secret, 'x\n', { mode: 0o600 });
  const { cli } = at('2026-01-05T08:00:00+07:00');
  await cli('import', 'fixtures/demo/templates.jsonl');
  await cli('config', 'set', 'agent', agent);
  await cli('config', 'set', 'shop', shop);
  const servers = ['--imap', 'none', '--smtp', `127.0.0.1:${sink.port}`, '--tls', 'off', '--unchecked'];
  await cli('mail', 'add', '--address', OURS, '--user', 'hotro', '--password-file', secret, ...servers);
  return {
    at,
    end: async () => {
      await sink.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function written({ from, subject, text, answers, photo }: Letter, id: string, at: Date): string {
  const [name = '', address = ''] = /^(.*) <(.*)>$/.exec(from)?.slice(1) ?? [];
  const body = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', text, ''];
  const head = [
    ...[`From: ${b64(name)} <${address}>`, `To: ${OURS}`, `Subject: ${b64(subject)}`],
    ...[`Date: ${at.toUTCString().replace('GMT', '+0000')}`, `Message-ID: <${id}>`, 'MIME-Version: 1.0'],
    ...(answers === undefined ? [] : [`In-Reply-To: <${answers}>`, `References: <${answers}>`]),
  ];
  if (photo === undefined) return [...head, ...body].join('\r\n');
  const file = ['Content-Type: image/jpeg', `Content-Disposition: attachment; filename="${photo}"`];
  return [
    ...head,
    ...['Content-Type: multipart/mixed; boundary="b"', '', '--b', ...body],
    ...['--b', ...file, 'Content-Transfer-Encoding: base64', '', Buffer.from(`JPEG of ${photo}`).toString('base64')],
    ...['--b--', ''],
  ].join('\r\n');
}
