import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { readHandoffs } from '../../src/actions/read-handoffs.ts';
import { receive } from '../helpers/live-desk.ts';
import { addMailAccount } from '../helpers/mail-account.ts';
import { mailWithFiles } from '../helpers/mail-with-files.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const HOUR = 3_600_000;
const vietnamese = (): Promise<Screens> =>
  openScreens({ seed: true, locale: 'vi', zone: 'Asia/Ho_Chi_Minh', size: '100x30' });
const number = (desk: Screens): number => desk.state().shown?.case.number ?? 0;

/** The case under the hand goes to the warehouse, whatever it still asks for. */
function handOff(desk: Screens): void {
  desk.press('handoff');
  desk.type('warehouse\n');
  for (let asked = 0; asked < 9 && desk.state().overlay !== null; asked += 1) desk.type('12 Lê Lợi\n');
}

test('A asks for the department, then for each field that is missing, and the case waits', async () => {
  const desk = await vietnamese();
  const before = number(desk);
  desk.press('handoff');
  desk.sees('Chuyển cho:');
  desk.sees('warehouse Kho vận');
  desk.type('kho\n');
  desk.sees(/Còn thiếu \d mục cho Kho vận · cần điền/);
  const asked: string[] = [];
  while (desk.state().overlay !== null && asked.length < 9) {
    const { overlay } = desk.state();
    if (overlay?.name === 'prompt' && overlay.use.what === 'handoff-field') asked.push(overlay.use.field.name);
    desk.type('12 Lê Lợi\n');
  }

  expect(asked).toContain('item-to-send');
  expect(asked).toContain('address');
  expect(asked).not.toContain('collect');
  desk.sees('đã chuyển cho Kho vận');
  expect(readHandoffs(desk.desk, false)).toMatchObject([{ case: before, department: 'warehouse', state: 'waiting' }]);
  expect(readCase(desk.desk, before).case).toMatchObject({ status: 'hold', department: 'warehouse' });
  expect(desk.asked.copied.join()).toContain('desk-handoff:');

  desk.press('undo');
  expect(readHandoffs(desk.desk, true)).toEqual([]);
});

test('with an account it goes by mail, and nothing is copied', async () => {
  const desk = await vietnamese();
  addMailAccount(desk.desk);
  handOff(desk);
  desk.sees('warehouse@example.com');
  expect(desk.asked.copied).toEqual([]);
});

test('x on the board asks why, says what becomes of the mail, and takes the case back', async () => {
  const desk = await vietnamese();
  addMailAccount(desk.desk);
  const before = number(desk);
  handOff(desk);
  desk.press('go-handoffs', 'handoff-withdraw');
  desk.sees('Thư chưa gửi đi, và sẽ không gửi nữa.');
  desk.sees('Lý do:');
  desk.type('khách tự mang tới\n');
  desk.sees(`#${before} đã rút lại từ Kho vận.`);
  desk.sees('Không có gì ở bộ phận nào');
  expect(readCase(desk.desk, before).case.status).toBe('open');
  desk.press('undo');
  expect(readHandoffs(desk.desk, false)).toHaveLength(1);
  desk.desk.store.db.exec("UPDATE outbox SET state = 'failed'");
  desk.key('Esc');
  desk.press('go-handoffs');
  desk.sees(/✗/);
});

test('before it goes by mail one chooses which of the customer’s files go with it', async () => {
  const desk = await vietnamese();
  addMailAccount(desk.desk);
  const photo = { name: 'bơm.jpg', type: 'image/jpeg', bytes: Buffer.from('a photo of a pump') };
  const logo = { name: 'image001.png', type: 'image/png', bytes: Buffer.from('a logo'), cid: 'l@x' };
  const header = ['From: lan@x.example', 'To: care@shop.example', 'Subject: Bơm', 'Message-ID: <p@x.example>'];
  const { case: made } = await receive(desk.desk, mailWithFiles(header, 'Hình đây', [photo, logo]));
  const form = { number: made ?? 0 };
  const departments = [{ name: 'technical', title: 'Kỹ thuật' }];
  desk.send({ type: 'handoff-read', number: form.number, departments, asked: [], form: null });
  desk.type('technical\n');
  for (let asked = 0; asked < 9; asked += 1) {
    const { overlay } = desk.state();
    if (overlay?.name !== 'prompt' || overlay.use.what !== 'handoff-field') break;
    desk.type('2026-03-01\n');
  }
  desk.sees('Gửi kèm: 1');
  desk.sees(/✓ 1 bơm.jpg/);
  desk.sees(/ {3}2 image001.png/);
  desk.type(' 3\n');
  desk.sees('“1 3” không phải là số của tệp nào từ 1 đến 2.');
  desk.key('Backspace');
  desk.type('2\n');
  desk.sees('Kèm 2 tệp.');
  const sent = readCase(desk.desk, form.number).entries.at(-1);
  expect(sent?.parts.map(({ name }) => name)).toEqual(['bơm.jpg', 'image001.png']);
});

test('feedback to the makers is shown by product, goes to the department that is named, and is copied', async () => {
  const desk = await vietnamese();
  desk.desk.store.db.exec("UPDATE cases SET topic = NULL WHERE topic = 'feedback'");
  desk.desk.store.db.exec("DELETE FROM case_tags WHERE tag IN ('feedback', 'to-rnd')");
  desk.press('go-handoffs', 'feedback');
  desk.sees('Không còn góp ý nào chưa gửi.');
  desk.key('Esc');
  desk.press('topic-feedback', 'go-handoffs', 'feedback');
  desk.sees(/\d lời góp ý trong 1 phiếu/);
  desk.sees('Gửi cho: rnd');
  desk.type('\n');
  desk.sees(/góp ý gửi Nghiên cứu và phát triển, không kèm tên/);
  expect(desk.asked.copied.join()).toContain('desk-handoff:');
  expect(readHandoffs(desk.desk, false)).toMatchObject([{ department: 'rnd' }]);
});

test('a department that is not there is said, and Esc leaves everything as it was', async () => {
  const desk = await vietnamese();
  desk.press('handoff');
  desk.type('bếp\n');
  desk.sees('Không có bộ phận nào tên “bếp”.');
  desk.key('Esc');
  expect(desk.state().overlay).toBeNull();
  expect(readHandoffs(desk.desk, true)).toEqual([]);
});

test('gb is the board: the most overdue first, Enter opens the case', async () => {
  const desk = await vietnamese();
  desk.press('go-handoffs');
  desk.sees('Không có gì ở bộ phận nào');
  desk.key('Esc');
  const first = number(desk);
  handOff(desk);
  desk.press('next');
  handOff(desk);
  desk.tick(30 * HOUR);
  desk.press('go-handoffs');
  desk.sees('2 đang chờ, 2 quá hạn');
  desk.sees(/quá hạn .* Kho vận .*#\d+/);
  desk.press('handoff-open');
  expect(desk.state().screen).toMatchObject({ name: 'case', open: { number: first } });
  desk.press('last');
  desk.sees(/chuyển bộ phận: .*chờ trả lời/);
});
