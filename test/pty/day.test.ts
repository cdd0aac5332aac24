import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DESK, KEY, startDesk } from '../helpers/pty.ts';

const ROOT = join(import.meta.dirname, '../..');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe.each([
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
])('a Vietnamese day from its start line to its closing line, $columns×$rows', (size) => {
  it('what was promised is seen in the morning, kept by noon, and told in the evening', async () => {
    const home = mkdtempSync(join(tmpdir(), 'desk-day-'));
    folders.push(home);
    const at = (now: string) => ({ DESK_HOME: home, LANG: 'vi_VN.UTF-8', TZ: 'Asia/Ho_Chi_Minh', DESK_NOW: now });
    const cli = (now: string, ...args: string[]): string =>
      execFileSync(process.execPath, [DESK, ...args], {
        ...{ cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...at(now) } },
      });
    const wednesday = '2026-01-07T15:00:00+07:00';
    cli(wednesday, 'import', '--me', 'hotro@saomai.example', 'fixtures/mail/shop.mbox');
    cli(wednesday, 'import', 'fixtures/demo/templates.jsonl');
    cli(wednesday, 'config', 'set', 'agent', 'Mai');
    const lan = cli(wednesday, 'list', '-q', 'from:lan').trim();
    // the day before: a script notes what is to be asked, with the saved reply that it begins with
    cli(wednesday, 'follow-ups', 'add', lan, '--at', 'mai 9h', '--text', 'Hỏi máy giặt', '--template', 'check-in');

    // the afternoon before she answers, and keeps what she promises with one key
    const before = startDesk([], { ...size, env: at(wednesday) });
    await before.sees('Hộp đến');
    await before.type(`/number:${lan}`);
    await before.press(KEY.enter, KEY.enter);
    await before.sees(`#${lan}`);
    await before.press('r');
    await before.sees('Trả lời');
    await before.type('Dạ mai trước 11h kỹ thuật bên em sẽ qua nhà chị ạ.');
    await before.sees('nhà chị ạ.');
    await before.press(KEY.ctrl('s'));
    await before.sees(/p ghi thành lời hẹn: thứ Năm 8\/1 11:00/);
    await before.press('p');
    await before.sees(/ghi thành lời hẹn: thứ Năm 8\/1 11:00/);
    await before.press(KEY.enter);
    await before.sees(`#${lan}: đã giữ`);
    await before.press(KEY.esc);
    await before.press('q');
    await before.sees('Thoát?');
    await before.press('q');
    expect((await before.ended).code).toBe(0);

    // the morning: the start line tells the day, gf lists it, Enter begins the answer
    const morning = startDesk([], { ...size, env: at('2026-01-08T09:30:00+07:00') });
    await morning.sees('1 lời hẹn hôm nay');
    await morning.press('g', 'f');
    await morning.sees('Hỏi máy giặt');
    await morning.sees(/Quá hạn/);
    await morning.sees(/Hôm nay/);
    await morning.press(KEY.enter);
    await morning.sees(`Trả lời trong #${lan}`);
    await morning.press(KEY.esc);
    await morning.press('d');
    await morning.sees('Đã làm: Hỏi máy giặt');
    await morning.press('w');
    await morning.sees(`Vì sao #${lan} có hạn này`);
    await morning.sees('Gần nhất: lời hẹn');
    await morning.press(KEY.esc);
    // the technician was there in time
    await morning.press('d');
    await morning.sees(/Đã làm: Dạ mai trước 11h/);
    await morning.press('s', 's');
    await morning.sees('đã xong');
    await morning.press(KEY.esc);
    await morning.press('q');
    await morning.sees('Thoát?');
    await morning.press('q');
    // the closing line stays on her own screen
    await morning.sees(/Hôm nay: trả lời 0, xong 1, giữ 1 lời hẹn\./);
    expect((await morning.ended).code).toBe(0);

    const [promise] = JSON.parse(cli('2026-01-08T18:00:00+07:00', 'promises', 'list', '--all', '--json'));
    expect(promise).toMatchObject({ kind: 'promise', case: Number(lan), stands: 'kept' });
    expect(cli('2026-01-08T18:00:00+07:00', 'list', '-q', 'has:promise').trim()).toBe('');
  });
});
