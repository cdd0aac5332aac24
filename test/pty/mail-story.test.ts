import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { canDovecot, PASSWORD, startDovecot } from '../helpers/dovecot.ts';
import { DESK, KEY, startDesk } from '../helpers/pty.ts';
import { openSink } from '../helpers/smtp-sink.ts';

const OURS = 'hotro@saomai.example';
const LAN = 'Nguyễn Thị Lan <lan@khach.example>';
/** ms: mail is told at once, but on a busy machine everything takes its time */
const LONG = 60_000;

const b64 = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

function mail(from: string, id: string, subject: string, text: string, answers: string | null = null): string {
  const [name = '', address = from] = /^(.*) <(.*)>$/.exec(from)?.slice(1) ?? [];
  return [
    `From: ${b64(name)} <${address}>`,
    `To: ${OURS}`,
    `Subject: ${b64(subject)}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}>`,
    ...(answers === null ? [] : [`In-Reply-To: <${answers}>`, `References: <${answers}>`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
  ].join('\r\n');
}

test.skipIf(!canDovecot())(
  'a mail comes in, is answered with a template, and its answer finds the case',
  { timeout: 240_000 },
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'desk-mail-story-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const dovecot = await startDovecot();
    const sink = await openSink({ user: 'hotro', secret: PASSWORD });
    onTestFinished(() => sink.close());
    const env = { DESK_HOME: home, LANG: 'vi_VN.UTF-8' };
    // not the synchronous one: the mail sink lives in this process
    const cli = async (...args: string[]): Promise<string> =>
      (await promisify(execFile)(process.execPath, [DESK, ...args], { env: { ...process.env, ...env } })).stdout;
    const show = async (number: string) => JSON.parse(await cli('show', number, '--json'));
    const numbers = async (): Promise<string[]> => (await cli('list', '-q', '*')).trim().split('\n');
    const entries = async (number: string): Promise<{ direction: string; text: string; delivery: string | null }[]> =>
      (await show(number)).entries;

    // she connects the shop's mailbox and brings in the saved replies
    const secret = join(home, 'secret');
    writeFileSync(secret, `${PASSWORD}\n`, { mode: 0o600 });
    await cli('import', 'fixtures/demo/templates.jsonl');
    await cli('config', 'set', 'agent', 'Mai');
    await cli('config', 'set', 'shop', 'Điện máy Sao Mai');
    const servers = ['--imap', `127.0.0.1:${dovecot.imap.port}`, '--smtp', `127.0.0.1:${sink.port}`, '--tls', 'off'];
    await cli(
      'mail',
      'add',
      '--address',
      OURS,
      '--user',
      'hotro',
      '--password-file',
      secret,
      '--since',
      'all',
      ...servers,
    );

    // she opens the desk; Lan's mail arrives by itself
    const desk = startDesk([], { columns: 120, rows: 40, env });
    await desk.sees('Hộp đến');
    await dovecot.deliver('hotro', [
      mail(LAN, 'lan-1@khach.example', 'Màn hình không nhận', 'Máy của chị không nhận cảm ứng.'),
    ]);
    await desk.sees('Màn hình không nhận', LONG);
    await desk.press(KEY.enter);
    await desk.sees('không nhận cảm ứng', LONG);

    // a template answers; the review says that it leaves in ten seconds, and it does
    await desk.press('m');
    await desk.sees('Mẫu:', LONG);
    await desk.type('screen-reset');
    await desk.press(KEY.enter);
    await desk.sees('không nhận cảm ứng. Trước khi', LONG);
    await desk.press(KEY.ctrl('s'));
    await desk.sees('mười giây', LONG);
    await desk.press(KEY.enter);
    await vi.waitFor(() => expect(sink.taken).toHaveLength(1), LONG);
    const [sent] = sink.taken;
    expect(sent?.to).toEqual(['lan@khach.example']);
    expect(sent?.raw.toString('latin1')).toContain('In-Reply-To: <lan-1@khach.example>');
    const [number = ''] = await numbers();
    await vi.waitFor(async () => expect((await entries(number)).at(-1)?.delivery).toBe('sent'), LONG);

    // her answer comes back into the same case, and opens it again
    await dovecot.deliver('hotro', [
      mail(LAN, 'lan-2@khach.example', 'Re: Màn hình không nhận', 'Chị làm rồi mà vẫn thế em ạ.', sent?.id),
    ]);
    await desk.sees('vẫn thế em ạ', LONG);
    expect(await numbers()).toEqual([number]);
    expect((await entries(number)).map(({ direction }) => direction)).toEqual(['in', 'out', 'in']);
    expect((await show(number)).status).toBe('open');

    // a stranger who quotes its Message-ID does not get in; the desk says where it may belong
    const stranger = 'Kẻ Lạ <la@xa.example>';
    await dovecot.deliver('hotro', [
      mail(stranger, 'la-1@xa.example', 'Re: Màn hình không nhận', 'Cho tôi xem với.', 'lan-1@khach.example'),
    ]);
    await vi.waitFor(async () => expect(await numbers()).toHaveLength(2), LONG);
    const other = (await numbers()).find((one) => one !== number) ?? '';
    expect(await entries(number)).toHaveLength(3);
    expect(await show(other)).toMatchObject({ mayBelong: Number(number) });

    // what was sent lies in Sent once
    await vi.waitFor(async () => {
      const found = await dovecot.as('hotro', async (client) => {
        const folders = await client.list();
        const path = folders.find((folder) => folder.specialUse === '\\Sent')?.path;
        if (path === undefined) return null;
        await client.mailboxOpen(path);
        return client.search({ header: { 'message-id': sent?.id ?? '' } });
      });
      expect(found === null || (Array.isArray(found) && found.length === 1)).toBe(true);
    }, LONG);

    await desk.press(KEY.esc, 'q');
    await desk.sees('Thoát?');
    await desk.press('q');
    expect((await desk.ended).code).toBe(0);
  },
);
