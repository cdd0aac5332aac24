import { expect, onTestFinished, test } from 'vitest';
import { answerTo, careDays, fillIn, readable, typeOut } from '../helpers/care-days.ts';
import { KEY } from '../helpers/pty.ts';

const HOA = 'Trần Thị Hoa <hoa@khach.example>';
const FINANCE = 'Kế toán <finance@example.com>';
const WAREHOUSE = 'Kho <warehouse@example.com>';

test('the washing machine that is too small: no refund after ten days, but a larger one, and a promise kept', async () => {
  const days = await careDays({ columns: 80, rows: 24, lang: 'vi', agent: 'Mai', shop: 'Điện máy Sao Mai' });
  onTestFinished(() => days.end());

  // ten days after the delivery she wants to give it back; the shop's policy is seven
  const monday = days.at('2026-03-02T09:00:00+07:00');
  await monday.receive({
    ...{ from: HOA, subject: 'Máy giặt nhỏ quá, cho tôi trả lại' },
    text: 'Chào shop, máy giặt mua hôm trước nhỏ quá so với nhà sáu người. Tôi muốn trả lại máy.',
  });
  const number = (await monday.cli('list', '-q', '*')).trim();
  await monday.cli('set', number, 'product=Máy giặt Aqua 7 kg');
  await monday.cli(
    'customers',
    'set',
    'hoa@khach.example',
    'honorific=chị',
    'givenName=Hoa',
    'segment=current',
    'phones+=0912345678',
  );
  await monday.cli(
    ...['customers', 'buy', 'hoa@khach.example', '--product', 'Máy giặt Aqua 7 kg', '--at', '2026-02-18'],
    ...['--delivered', '2026-02-20', '--amount', '6000000'],
  );

  // the refusal comes with ways on, in her own words; what was offered is recorded
  const desk = monday.open();
  await desk.sees('Máy giặt nhỏ quá');
  await desk.press(KEY.enter);
  await desk.sees('nhà sáu người');
  await desk.press('i', 'b', 'p');
  await desk.sees('Trả hàng sau bảy ngày');
  await desk.sees('em cảm ơn chị đã nói thật');
  await desk.press(KEY.enter);
  await desk.sees('Trả lời trong #1');
  await desk.press(KEY.esc, 'p');
  await desk.sees('▸ Đổi lên đời lớn hơn');
  await desk.press(KEY.enter);
  await desk.sees('Trả lời trong #1');
  await desk.sees('chị chỉ bù đúng phần chênh lệch');
  await desk.press(KEY.ctrl('s'));
  await desk.sees('Enter gửi');
  await desk.press(KEY.enter);
  await desk.sees('gửi đi sau mười giây');
  await monday.close(desk);
  const [offer] = await days.at('2026-03-02T09:05:00+07:00').send(1);
  expect(offer?.to).toEqual(['hoa@khach.example']);

  // she takes it; two departments are asked for, and what they need is asked for, too
  const noon = days.at('2026-03-02T13:40:00+07:00');
  await noon.receive({
    ...{ from: HOA, subject: 'Re: Máy giặt nhỏ quá, cho tôi trả lại', answers: offer?.id ?? '' },
    text: 'Vậy em đổi cho chị máy lớn hơn nhé.',
  });
  const taken = noon.open();
  await taken.sees('Máy giặt nhỏ quá');
  await taken.press(KEY.enter);
  await taken.sees('đổi cho chị máy lớn hơn nhé');
  await taken.press('p');
  await taken.sees('chờ khách trả lời');
  await taken.press('y');
  await taken.sees('Kế toán, Kho vận');
  await taken.press(KEY.esc, 'A');
  await taken.sees('kịch bản cần');
  await typeOut(taken, 'finance');
  await taken.press(KEY.enter);
  await fillIn(taken, {
    'Mã đơn:': 'SM-0218',
    'Lý do:': 'Đổi máy lớn hơn, khách bù 1 500 000',
    'Nơi nhận tiền': '4471',
  });
  await taken.sees('Kế toán');
  await taken.sees('chờ bộ phận');
  await taken.press('A');
  await taken.sees('warehouse Kho vận (kịch bản cần)');
  await typeOut(taken, 'warehouse');
  await taken.press(KEY.enter);
  await fillIn(taken, { 'Hàng cần xuất:': 'Máy giặt Aqua 10 kg', 'Địa chỉ giao:': '12 Lê Lợi, Quận 1' });
  await taken.press('g', 'b');
  await taken.sees('2 đang chờ, 0 quá hạn');
  await taken.sees('Kho vận');
  await taken.press(KEY.esc);
  await noon.close(taken);
  const [toFinance, toWarehouse] = await days.at('2026-03-02T13:45:00+07:00').send(2);
  if (toFinance === undefined || toWarehouse === undefined) throw new Error('no packets');
  expect([toFinance.to, toWarehouse.to]).toEqual([['finance@example.com'], ['warehouse@example.com']]);
  expect(await readable(toWarehouse)).toContain('Máy giặt Aqua 10 kg');

  // both answer by mail, and the case comes back to her desk
  const tuesday = days.at('2026-03-03T10:00:00+07:00');
  const paid = { decision: 'Đồng ý, khách bù 1 500 000 đồng', 'amount-paid': '0', reference: 'KT-88' };
  await tuesday.receive({
    ...{ from: FINANCE, subject: 'Re: Kế toán', answers: toFinance.id },
    text: await answerTo(toFinance, paid, 'Giá vốn máy này là 4 100 000, đừng nói với khách.'),
  });
  await tuesday.receive({
    ...{ from: WAREHOUSE, subject: 'Re: Kho vận', answers: toWarehouse.id },
    text: await answerTo(toWarehouse, { 'leaves-on': '2026-03-06', tracking: 'SM10-551' }),
  });
  const back = tuesday.open();
  await back.sees('Máy giặt nhỏ quá');
  await back.press(KEY.enter);
  await back.sees('Mã vận đơn: SM10-551');
  await back.sees('Giá vốn máy này');
  await back.sees('đang xử lý');

  // the date she is given becomes a promise; nothing a department wrote goes along
  await back.press('r');
  await back.sees('Trả lời trong #1');
  await typeOut(back, 'Dạ chị Hoa ơi, thứ Sáu trước 17h bên em giao máy 10 kg tới nhà chị ạ.');
  await back.press(KEY.ctrl('s'));
  await back.sees(/p ghi thành lời hẹn: thứ Sáu 6\/3 17:00/);
  await back.press('p', KEY.enter);
  await back.sees('gửi đi sau mười giây');
  await tuesday.close(back);
  const [told] = await days.at('2026-03-03T10:05:00+07:00').send(1);
  expect(told?.to).toEqual(['hoa@khach.example']);
  for (const { raw } of [offer, told].filter((one) => one !== undefined))
    for (const secret of ['4 100 000', 'KT-88', 'SM10-551', 'desk-handoff'])
      expect(raw.toString('latin1')).not.toContain(secret);

  // Friday: it was there in time; the promise is kept and the case is done
  const friday = days.at('2026-03-06T16:00:00+07:00');
  const kept = friday.open();
  await kept.sees('1 lời hẹn hôm nay');
  await kept.press('g', 'f');
  // the option's own follow-up first, then what she was promised
  await kept.sees('Quá hạn 1  Hôm nay 1');
  await kept.press('e');
  await kept.sees('Đã làm: Đổi lên đời lớn hơn');
  await kept.sees('Quá hạn 0  Hôm nay 1');
  await kept.press('e');
  await kept.sees(/Đã làm: .*thứ Sáu trước 17h/);
  await kept.press(KEY.esc, 'g', 'a');
  await kept.sees('Máy giặt nhỏ quá');
  await kept.press('s', 's');
  await kept.sees('đã xong');
  await friday.close(kept);

  const json = async (...args: string[]) => JSON.parse(await friday.cli(...args, '--json'));
  expect(await json('show', '1')).toMatchObject({ kind: 'care', topic: 'exchange', status: 'solved' });
  expect(await json('promises', 'list', '--all')).toMatchObject([{ case: 1, stands: 'kept' }]);
  const { ledger } = await json('customers', 'show', 'hoa@khach.example');
  expect(ledger).toMatchObject({ poor: 0, good: 2, strikes: 0, atRisk: false });
  expect(ledger.marks.map(({ rule }: { rule: string }) => rule)).toEqual(['option-taken', 'promise-kept']);
  const { steps } = await json('playbooks', 'show', 'return-late');
  expect(steps.find(({ id }: { id: string }) => id === 'larger-model').figures).toMatchObject({ offered: 1, taken: 1 });
});
