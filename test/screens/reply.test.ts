import { expect, test } from 'vitest';
import { perform } from '../../src/actions/action.ts';
import { readMailStatus } from '../../src/actions/mailing/mail-status.ts';
import { readCase } from '../../src/actions/read-cases.ts';
import { putTemplateAction } from '../../src/actions/templates.ts';
import { addMailAccount } from '../helpers/mail-account.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const LAN = 47;

async function onLan(): Promise<Screens> {
  const desk = await openScreens({ seed: true, locale: 'vi' });
  desk.goTo(LAN);
  return desk;
}

const caseOf = (desk: Screens) => readCase(desk.desk, LAN);
const out = (desk: Screens): number =>
  caseOf(desk).entries.filter((entry) => entry.direction === 'out' && entry.delivery !== null).length;

function addTemplate(desk: Screens, body: string, set: Record<string, string> = {}): void {
  const template = { name: 'own', title: 'Own', tags: [], bodies: { vi: body }, set, addTags: ['own-tag'] };
  perform(desk.desk.as({ session: 'elsewhere' }), putTemplateAction, { template, isNew: true });
}

test('a reply is reviewed, then held, and the case is the customer’s turn', async () => {
  const desk = await onLan();
  desk.press('open', 'reply');
  desk.sees('lan.nguyen@example.vn');
  desk.type('Dạ chào chị,\nmai em mang máy qua ạ.');

  desk.press('review');
  desk.sees('từ: Linh <cskh@maymoi.example>');
  desk.sees('đến: Lan Nguyễn <lan.nguyen@example.vn>');
  desk.sees('tiêu đề: Re: Màn hình cảm ứng');
  desk.sees('tin được giữ lại');
  desk.sees('mai em mang máy qua ạ.');
  expect(out(desk)).toBe(0);

  desk.press('send');
  desk.sees('#47: đã giữ tin trả lời');
  expect(caseOf(desk).case.status).toBe('pending');
  expect(caseOf(desk).entries.at(-1)?.delivery).toBe('held');
  expect(desk.state().standing.mail.held).toBe(1);
});

test('z brings back status and draft, Z holds it again', async () => {
  const desk = await onLan();
  desk.press('reply');
  desk.type('Mai em gọi chị.');
  desk.press('review', 'send');

  desk.press('undo');
  desk.sees('Đã hoàn tác: trả lời #47');
  expect(caseOf(desk).case.status).toBe('open');
  expect(out(desk)).toBe(0);
  desk.goTo(LAN);
  desk.press('reply');
  desk.sees('Mai em gọi chị.');

  desk.press('keep-draft', 'redo');
  desk.sees('Đã làm lại: trả lời #47');
  expect(caseOf(desk).case.status).toBe('pending');
  expect(out(desk)).toBe(1);
});

test('a template is found without marks, filled in the customer’s language, and says what it will set', async () => {
  const desk = await onLan();
  desk.press('template');
  desk.type('khong nhan cam ung');
  desk.sees('screen-reset');
  desk.key('Enter');
  expect(desk.state().screen).toMatchObject({ name: 'compose' });
  desk.press('review');
  desk.sees('Dạ em chào chị Lan,');
  desk.sees('Máy tính bảng Vela Tab 11');
  desk.sees('#tried-reset');
  desk.press('page-down');
  desk.sees('Linh – Máy Mới');
  desk.press('send');
  expect(caseOf(desk).tags).toContain('tried-reset');
});

test('the caret goes where the template wants it, and ;; asks for one in the middle of a text', async () => {
  const desk = await onLan();
  addTemplate(desk, 'Chào {{customer.given_name}},\n{{cursor}}\nThân mến');
  desk.press('reply');
  desk.type('Kính gửi;;own\n');
  desk.type('Tin tốt!');
  desk.sees(/Kính gửiChào Lan,\n Tin tốt!\n Thân mến/);
});

test('a placeholder nobody filled is red and holds the message back', async () => {
  const desk = await onLan();
  addTemplate(desk, 'Đơn {{order.number}} của chị');
  desk.press('reply');
  desk.type(';;own\n');
  const red = desk
    .frame()
    .lines.flat()
    .filter((one) => one.tone === 'danger');
  expect(red.map((one) => one.text)).toContain('{{?order.number}}');

  desk.press('review');
  desk.sees('Còn chỗ chưa điền: order.number');
  expect(desk.state().screen).toMatchObject({ draft: { reviewing: false } });
  expect(out(desk)).toBe(0);
});

test('what a template sets is shown before it is sent, and stays with a kept draft', async () => {
  const desk = await onLan();
  addTemplate(desk, 'Em đã chuyển kế toán.', { status: 'hold', priority: 'urgent' });
  desk.press('template');
  desk.type('own\n');
  desk.press('keep-draft', 'reply', 'review');
  desk.sees('sau đó: chờ bộ phận · ưu tiên: gấp · #own-tag');
  desk.press('send');
  expect(caseOf(desk).case).toMatchObject({ status: 'hold', priority: 'urgent' });
});

test('an empty reply is no reply', async () => {
  const desk = await onLan();
  desk.press('reply');
  desk.type('  \n');
  desk.press('review');
  expect(desk.state().notice?.tone).toBe('error');
  expect(desk.state().screen).toMatchObject({ draft: { reviewing: false } });
});

test('from the review back to the text, and out of both as a draft that survives', async () => {
  const desk = await onLan();
  desk.press('reply');
  desk.type('Chờ em');
  desk.press('review', 'edit');
  desk.type(' một chút');
  desk.press('review', 'keep-draft');
  desk.sees('Đã lưu bản nháp.');
  desk.press('reply');
  desk.sees('Chờ em một chút');
  expect(out(desk)).toBe(0);
});

test('what is typed is in the store within half a second', async () => {
  const desk = await onLan();
  desk.press('reply');
  desk.type('Đang viết');
  desk.tick(400);
  expect(caseOf(desk).drafts.reply?.text).toBe('Đang viết');
  desk.type(' tiếp');
  desk.tick(400);
  expect(caseOf(desk).drafts.reply?.text).toBe('Đang viết tiếp');
});

test('a private note goes to nobody and changes nobody’s turn', async () => {
  const desk = await onLan();
  desk.press('note');
  desk.sees('Chỉ bạn thấy ghi chú này.');
  desk.type('Kho còn 2 máy');
  desk.press('review', 'send');
  desk.sees('#47: đã thêm ghi chú.');
  expect(caseOf(desk).case.status).toBe('open');
  expect(caseOf(desk).entries.at(-1)).toMatchObject({ type: 'note', text: 'Kho còn 2 máy' });
  expect(out(desk)).toBe(0);
});

test('the text goes out to $EDITOR and comes back', async () => {
  const desk = await onLan();
  desk.press('reply');
  desk.type('ngắn');
  desk.asked.editorSaves = 'dài hơn nhiều';
  desk.press('editor');
  expect(desk.asked.edited).toEqual(['ngắn']);
  desk.sees('dài hơn nhiều');
});

test('a reply to a case without an address says so at once, with the way on, and never comes to an Enter that fails', async () => {
  const desk = await onLan();
  desk.press('new');
  desk.type('Bà Sáu\nHỏi giá');
  desk.key('Enter');
  const number = desk.state().shown?.case.number ?? 0;
  desk.desk.store.db.prepare("UPDATE cases SET channel = 'email' WHERE number = ?").run(number);
  desk.press('reply');
  desk.sees('chưa có địa chỉ nào');
  desk.sees('n ghi chú');
  desk.type('Dạ bà');
  desk.press('review');
  expect(desk.state().screen).toMatchObject({ draft: { reviewing: false } });
  expect(desk.state().notice).toMatchObject({ tone: 'info' });
  desk.sees('Dạ bà');
  desk.press('keep-draft');
  expect(readCase(desk.desk, number).drafts.reply?.text).toBe('Dạ bà');
});

test('the review of an answer by phone says the number to call, not an empty address', async () => {
  const desk = await onLan();
  desk.press('new');
  desk.type('0903 123 456\nHỏi giá\n');
  desk.press('reply');
  desk.type('Dạ bà');
  desk.press('review');
  desk.sees(/đến: điện thoại.*0903/);
  desk.press('send');
  desk.sees('Bạn tự chuyển cho khách');
  expect(desk.asked.copied).toEqual(['Dạ bà']);
});

test('with an account the review says that it leaves in ten seconds, and z takes it back until then', async () => {
  const desk = await onLan();
  addMailAccount(desk.desk, { address: readCase(desk.desk, LAN).reply.from.address });
  desk.tick(0);
  desk.press('reply');
  desk.type('Dạ chị');
  desk.press('review');
  desk.sees('mười giây');
  desk.press('send');
  desk.sees('sẽ gửi đi sau mười giây');
  expect(readMailStatus(desk.desk).outbox.queued).toBe(1);
  desk.press('undo');
  expect(readMailStatus(desk.desk).outbox.queued).toBe(0);
});

test(';; that asked for no template stays text, and one ; is only ;', async () => {
  const desk = await onLan();
  addTemplate(desk, 'Chào chị Lan');
  desk.press('reply');
  desk.type('for (;;');
  desk.key('Esc');
  desk.type('); a;');
  desk.sees('for (;;); a;');
  desk.type(';own\n');
  desk.sees('for (;;); aChào chị Lan');
});

test('in the review the key that sends has the colour of danger in the bar, and no other has', async () => {
  const desk = await onLan();
  desk.press('reply');
  desk.type('Dạ em đã nhận được.');
  desk.press('review');

  const bar = desk.frame().lines.at(-1) ?? [];
  expect(bar.filter((one) => one.tone === 'danger').map((one) => one.text.trim())).toEqual(['Enter']);
});
