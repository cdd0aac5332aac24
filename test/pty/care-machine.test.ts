import { expect, onTestFinished, test } from 'vitest';
import { careDays } from '../helpers/care-days.ts';
import { KEY } from '../helpers/pty.ts';

const HOA = 'Trần Thị Hoa <hoa@khach.example>';
const FINANCE = 'Kế toán <finance@example.com>';
const WAREHOUSE = 'Kho <warehouse@example.com>';

test('the washing machine that is too small: no refund after ten days, but a larger one, and a promise kept', async () => {
  const days = await careDays({ columns: 80, rows: 24, lang: 'vi', agent: 'Mai', shop: 'Điện máy Sao Mai' });
  onTestFinished(() => days.end());

  // ten days after the delivery she wants to give it back; the shop's policy is seven
  const monday = days.at('2026-03-02T09:00:00+07:00');
  const asked = await monday.receive({
    ...{ from: HOA, subject: 'Máy giặt nhỏ quá, cho tôi trả lại' },
    text: 'Chào shop, máy giặt mua hôm trước nhỏ quá so với nhà sáu người. Tôi muốn trả lại máy.',
  });
  const number = (await monday.cli('list', '-q', '*')).trim();
  await monday.cli('set', number, 'product=Máy giặt Aqua 7 kg');
  await monday.cli('customers', 'set', 'hoa@khach.example', 'honorific=chị', 'givenName=Hoa', 'segment=current', 'phones+=0912345678');
  await monday.cli(...['customers', 'buy', 'hoa@khach.example', '--product', 'Máy giặt Aqua 7 kg', '--at', '2026-02-18'], ...['--delivered', '2026-02-20', '--amount', '6000000']);

  const desk = monday.open();
  await desk.sees('Máy giặt nhỏ quá');
  await desk.press(KEY.enter);
  await desk.sees('nhà sáu người');
  await desk.press('i', 'b');
  await desk.press('p');
  await desk.sees('Trả hàng sau bảy ngày');
  console.log(desk.screen());
  await days.end();
  expect(asked).toBe('');
  expect([FINANCE, WAREHOUSE]).toEqual([]);
});
