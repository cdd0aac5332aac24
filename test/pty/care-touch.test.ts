import { expect, onTestFinished, test } from 'vitest';
import { answerTo, careDays, fillIn, readable, typeOut } from '../helpers/care-days.ts';
import { KEY, type Pty } from '../helpers/pty.ts';
import type { Taken } from '../helpers/smtp-sink.ts';

const LAN = 'Nguyễn Thị Lan <lan@khach.example>';

/** The step that stands next goes out as it is proposed. */
async function offerNext(desk: Pty, says: string): Promise<void> {
  await desk.press(KEY.enter);
  await desk.sees('Trả lời trong #1');
  await desk.sees(says);
  await desk.press(KEY.ctrl('s'));
  await desk.sees('Enter gửi');
  await desk.press(KEY.enter);
  await desk.sees('gửi đi sau mười giây');
}

test('the touch screen that does not react: steps tried, a part from the warehouse, repaired, returned, asked after a week', async () => {
  const days = await careDays({ columns: 120, rows: 40, lang: 'vi', agent: 'Mai', shop: 'Điện máy Sao Mai' });
  onTestFinished(() => days.end());
  const last = async (when: string): Promise<Taken> => {
    const [sent] = await days.at(when).send(1);
    if (sent === undefined) throw new Error('nothing was sent');
    return sent;
  };

  const monday = days.at('2026-03-02T09:00:00+07:00');
  await monday.receive({
    ...{ from: LAN, subject: 'Màn hình máy tính bảng không nhận cảm ứng', photo: 'man-hinh.jpg' },
    text: 'Chào shop, máy tính bảng của chị từ sáng nay bấm không ăn, nhất là nửa bên trái.',
  });
  await monday.cli(
    ...['customers', 'set', 'lan@khach.example', 'honorific=chị', 'givenName=Lan', 'segment=loyal'],
    'phones+=0905550123',
  );
  await monday.cli(
    ...['customers', 'buy', 'lan@khach.example', '--product', 'Máy tính bảng Vela Tab 11', '--serial', 'VT11-0042'],
    ...['--at', '2026-01-10', '--delivered', '2026-01-12', '--amount', '7990000', '--warranty', '12mo'],
  );
  await monday.cli('set', '1', 'product=Máy tính bảng Vela Tab 11');

  // a fault: the guide for touch screens comes first, its gentlest step on top
  const desk = monday.open();
  await desk.sees('không nhận cảm ứng');
  await desk.press(KEY.enter, 'i', 's', 'i', 't', 'p');
  await desk.sees('▸ Lau khô, tháo ốp và sạc');
  await offerNext(desk, 'tháo ốp, rút cáp sạc');
  await monday.close(desk);
  const first = await last('2026-03-02T09:05:00+07:00');

  const noon = days.at('2026-03-02T14:00:00+07:00');
  await noon.receive({ from: LAN, subject: 'Re: Màn hình', answers: first.id, text: 'Chị làm rồi mà vẫn thế em ạ.' });
  const again = noon.open();
  await again.sees('vẫn thế em ạ');
  await again.press(KEY.enter, 'p');
  await again.sees('chờ khách trả lời');
  await again.press('n');
  await again.sees('▸ Khởi động lại, giữ 15 giây');
  await offerNext(again, 'giữ nút nguồn');
  await noon.close(again);
  const second = await last('2026-03-02T14:05:00+07:00');

  // neither that nor the settings help; it is collected
  const tuesday = days.at('2026-03-03T09:00:00+07:00');
  await tuesday.receive({
    from: LAN,
    subject: 'Re: Màn hình',
    answers: second.id,
    text: 'Vẫn không được, chị bật cả chế độ dán kính rồi.',
  });
  const sendIn = tuesday.open();
  await sendIn.sees('chế độ dán kính rồi');
  await sendIn.press(KEY.enter, 'p');
  await sendIn.sees('chờ khách trả lời');
  await sendIn.press('n');
  await sendIn.sees('▸ Bật chế độ dán kính');
  await sendIn.press('n');
  await sendIn.sees('▸ Lấy máy về thay màn hình');
  await offerNext(sendIn, 'xe tới lấy');
  await sendIn.press('p');
  await sendIn.sees('chờ khách trả lời');
  await sendIn.press('y');
  await sendIn.sees('Kỹ thuật – bảo hành, Kho vận');
  await sendIn.press(KEY.esc);
  // what is known of it goes along: the serial number of what she bought, and what she tried with the guide
  await sendIn.press('I');
  await sendIn.sees('Lau khô, tháo ốp và sạc');
  await sendIn.press('j', KEY.enter);
  await typeOut(sendIn, 'Nửa trái không nhận cảm ứng');
  await sendIn.press(KEY.enter);
  await sendIn.sees('Đã sửa: triệu chứng');
  await sendIn.press(KEY.esc, 'A');
  await sendIn.sees('kịch bản cần');
  await typeOut(sendIn, 'technical');
  await sendIn.press(KEY.enter);
  await sendIn.sees('✓ 1 man-hinh.jpg'); // nothing is missing: her photo goes along
  await sendIn.press(KEY.enter);
  await sendIn.noLonger('Gửi kèm');
  await sendIn.press('A');
  await sendIn.sees('kịch bản cần');
  await typeOut(sendIn, 'warehouse');
  await sendIn.press(KEY.enter);
  await fillIn(sendIn, {
    'Hàng cần xuất:': 'Màn hình cảm ứng Vela Tab 11',
    'Địa chỉ giao:': 'Xưởng Sao Mai, 8 Trần Phú',
  });
  await sendIn.sees('man-hinh.jpg');
  await sendIn.press(KEY.enter);
  await sendIn.noLonger('Gửi kèm');
  await tuesday.close(sendIn);
  const [collected, toTechnical, toWarehouse] = await days.at('2026-03-03T09:05:00+07:00').send(3);
  expect(collected?.to).toEqual(['lan@khach.example']);
  if (toTechnical === undefined || toWarehouse === undefined) throw new Error('no packets');
  expect(toTechnical.raw.toString('latin1')).toContain('man-hinh.jpg');
  expect(await readable(toTechnical)).toContain('Bật chế độ dán kính');

  // the workshop says what it is, the warehouse sends the part; how far the repair is, is a key
  const wednesday = days.at('2026-03-04T09:00:00+07:00');
  await wednesday.receive({
    ...{ from: 'Kỹ thuật <technical@example.com>', subject: 'Re: Kỹ thuật', answers: toTechnical.id },
    text: await answerTo(toTechnical, { cause: 'Cáp cảm ứng đứt', action: 'Thay màn hình', 'ready-on': '2026-03-05' }),
  });
  await wednesday.receive({
    ...{ from: 'Kho <warehouse@example.com>', subject: 'Re: Kho vận', answers: toWarehouse.id },
    text: await answerTo(toWarehouse, { 'leaves-on': '2026-03-04', tracking: 'PT-3310' }),
  });
  const repair = wednesday.open();
  await repair.sees('không nhận cảm ứng');
  await repair.press(KEY.enter);
  await repair.sees('Nguyên nhân: Cáp cảm ứng đứt');
  await repair.sees('Mã vận đơn: PT-3310');
  for (const [key, stage] of [
    ['r', 'đã nhận máy'],
    ['w', 'chờ linh kiện'],
    ['p', 'đã sửa xong'],
    ['b', 'đã trả khách'],
  ] as const) {
    await repair.press('S', key);
    await repair.sees(`tiến độ sửa: ${stage}`);
  }
  await repair.press('I');
  await repair.sees('nguyên nhân');
  await repair.press('j', 'j', 'j', KEY.enter);
  await typeOut(repair, 'Cáp cảm ứng đứt');
  await repair.press(KEY.enter);
  await repair.sees('Đã sửa: nguyên nhân');
  await repair.press(KEY.esc, 'r');
  await repair.sees('Trả lời trong #1');
  await typeOut(repair, 'Dạ chị Lan ơi, máy đã thay màn hình xong và giao lại cho chị rồi ạ.');
  await repair.press(KEY.ctrl('s'));
  await repair.sees('Enter gửi');
  await repair.press(KEY.enter);
  await repair.sees('gửi đi sau mười giây');
  await repair.press('s', 's');
  await repair.sees('đã xong');
  await repair.press(KEY.esc);
  await wednesday.close(repair);
  await days.at('2026-03-04T09:05:00+07:00').send(1);

  // a week later the plan's follow-up is there by itself; the answer begins with the saved reply that it names
  const week = days.at('2026-03-11T09:30:00+07:00');
  const run = async () => JSON.parse(await week.cli('follow-ups', 'run', '--json')).made;
  expect(await run()).toMatchObject([{ case: 1, plan: 'check-in-after-fix', template: 'check-in' }]);
  expect(await run()).toEqual([]);
  const asks = week.open();
  await asks.press('g', 'f');
  await asks.sees('Hỏi thăm bảy ngày sau khi sửa xong');
  await asks.press('e'); // that it was collected was looked after long ago
  await asks.sees('Quá hạn 0  Hôm nay 1');
  await asks.press(KEY.enter);
  await asks.sees('Trả lời trong #1');
  await asks.sees('chị Lan');
  await asks.press(KEY.ctrl('s'));
  await asks.sees('Enter gửi');
  await asks.press(KEY.enter);
  await asks.sees('gửi đi sau mười giây');
  await asks.press('d');
  await asks.sees('Đã làm: Hỏi thăm');
  await week.close(asks);
  const asked = await last('2026-03-11T09:35:00+07:00');

  // she is glad, and says how glad; her journey tells it all
  const after = days.at('2026-03-11T15:00:00+07:00');
  await after.receive({
    ...{ from: LAN, subject: 'Re: Hỏi thăm', answers: asked.id },
    text: 'Cảm ơn em, máy chạy tốt lắm. Chị cho 5 sao.',
  });
  const end = after.open();
  await end.press('g', 'a');
  await end.sees('không nhận cảm ứng');
  await end.press(KEY.enter);
  await end.sees('máy chạy tốt lắm');
  await end.press('R', '5', KEY.enter, 's', 's');
  await end.sees('đã xong');
  await end.press('v');
  await end.sees('Hành trình');
  await end.sees('0 dấu xấu = 0');
  await end.sees('chấm 5/5');
  await end.sees('đã theo dõi: Hỏi thăm bảy ngày');
  await end.sees('khách nhận: Lấy máy về thay màn hình');
  await end.press(KEY.esc);
  await after.close(end);

  const json = async (...args: string[]) => JSON.parse(await after.cli(...args, '--json'));
  const { fields, rating, status } = await json('show', '1');
  expect({ status, rating: rating.score }).toEqual({ status: 'solved', rating: 5 });
  expect(fields).toMatchObject({ symptom: 'Nửa trái không nhận cảm ứng', cause: 'Cáp cảm ứng đứt', stage: 'returned' });
  expect(Object.keys(fields.stages)).toEqual(['received', 'waiting-for-part', 'repaired', 'returned']);
  const { ledger } = await json('customers', 'show', 'lan@khach.example');
  expect(ledger.marks.map(({ rule }: { rule: string }) => rule)).toEqual(['option-taken', 'rating-5']);
});
