import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DESK, KEY, startDesk } from '../helpers/pty.ts';

const ROOT = join(import.meta.dirname, '../..');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The customer's answer to our reply, two days later. */
const ANSWER = `From lan@khach.example Sat Jan 10 03:00:00 2026
From: =?utf-8?B?Tmd1eeG7hW4gVGjhu4sgTGFu?= <lan@khach.example>
To: hotro@saomai.example
Subject: Re: =?utf-8?B?TcOheSBnaeG6t3Qga2jDtG5nIGNo4bqheQ==?=
Date: Sat, 10 Jan 2026 10:00:00 +0700
Message-ID: <lan-9@khach.example>
In-Reply-To: <lan-1@khach.example>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Em ơi máy lại kêu rồi, em xem giúp chị với nhé.
`;

describe.each([
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
])('a day at a Vietnamese desk, $columns×$rows', (size) => {
  it('from the mailbox to the reopened case, with a crash in the middle', async () => {
    const home = mkdtempSync(join(tmpdir(), 'desk-story-'));
    folders.push(home);
    const env = { DESK_HOME: home, LANG: 'vi_VN.UTF-8', DESK_NOW: '2026-01-08T05:00:00Z' };
    const cli = (...args: string[]): string =>
      execFileSync(process.execPath, [DESK, ...args], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...env } });

    // she brings in the shop's mailbox and the saved replies
    cli('import', '--me', 'hotro@saomai.example', 'fixtures/mail/shop.mbox');
    cli('import', 'fixtures/demo/templates.jsonl');
    cli('config', 'set', 'agent', 'Mai');
    cli('config', 'set', 'shop', 'Điện máy Sao Mai');
    const lan = cli('list', '-q', 'from:lan').trim();

    // she triages: the washing machine is in the inbox, she finds it without typing a mark
    const first = startDesk([], { ...size, env });
    await first.sees('Hộp đến');
    await first.type('/');
    await first.type('may giat');
    await first.sees('Máy giặt không chạy');
    await first.press(KEY.enter, KEY.enter);
    await first.sees(`#${lan}`);

    // she tags it, raises it, and begins to write
    await first.press('t');
    await first.type('máy-giặt ');
    await first.press(KEY.enter);
    await first.sees('#máy-giặt');
    await first.press('P', 'h');
    await first.sees('cao');
    await first.press('r');
    await first.sees('Trả lời');
    await first.type('Dạ em chào chị Lan, em là Mai ạ.');
    await first.press(KEY.enter);
    await first.sees('em là Mai');
    await new Promise((resolve) => setTimeout(resolve, 1000));

    // the machine dies; nothing that was confirmed is lost, nor the draft
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const second = startDesk([], { ...size, env });
    await second.sees('Hộp đến');
    await second.type(`/number:${lan}`);
    await second.press(KEY.enter, KEY.enter);
    await second.sees('#máy-giặt');
    await second.press('r');
    await second.sees('em là Mai');

    // a template at the caret, the review, and out: held, as there is no account
    await second.type(';;');
    await second.sees('Mẫu');
    await second.type('bao hanh');
    await second.press(KEY.enter);
    await second.noLonger('Mẫu:');
    await second.press(KEY.ctrl('s'));
    await second.sees('lan@khach.example');
    await second.sees('Enter');
    await second.press(KEY.enter);
    await second.sees(`#${lan}: đã giữ`);
    expect(cli('show', lan, '--json')).toContain('"held"');

    // she takes it back: draft and status are as they were, and sends it again
    await second.press('z');
    await second.sees('Đã hoàn tác');
    expect(JSON.parse(cli('show', lan, '--json')).status).not.toBe('pending');
    await second.press('r');
    await second.sees('Mai – Điện máy Sao Mai');
    await second.press(KEY.ctrl('s'));
    await second.press(KEY.enter);
    await second.sees(`#${lan}: đã giữ`);

    // a note, and the case is solved; the next one is snoozed
    await second.press('n');
    await second.sees('Ghi chú');
    await second.type('Khách hẹn thợ thứ Bảy');
    await second.press(KEY.ctrl('s'), KEY.enter);
    await second.sees('đã thêm ghi chú');
    await second.press('s', 's');
    await second.sees(/xong/);
    await second.press(KEY.esc);
    await second.press('g', 'i');
    await second.press('b', 'w');
    await second.press('g', 's');
    await second.sees('1/1');
    await second.press('q');
    await second.sees('Thoát?'); // two in one piece are one too many: a question is not answered by accident
    await second.press('q');
    expect((await second.ended).code).toBe(0);

    // two days later the customer writes again: the case is open, and waits
    const mailbox = join(home, 'later.mbox');
    writeFileSync(mailbox, ANSWER);
    cli('import', mailbox);
    const third = startDesk([], { ...size, env: { ...env, DESK_NOW: '2026-01-10T05:00:00Z' } });
    await third.sees('Máy giặt không chạy');
    await third.sees('Nguyễn Thị Lan');
    const shown = JSON.parse(cli('show', lan, '--json'));
    expect(shown).toMatchObject({ status: 'open', priority: 'high', tags: expect.arrayContaining(['máy-giặt']) });
    expect(shown.entries.map((entry: { type: string }) => entry.type)).toContain('note');
    await third.press('q');
    await third.sees('Thoát?'); // two in one piece are one too many: a question is not answered by accident
    await third.press('q');
    expect((await third.ended).code).toBe(0);
  });
});
