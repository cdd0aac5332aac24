import { expect, onTestFinished, test } from 'vitest';
import { careDays } from '../helpers/care-days.ts';
import { KEY } from '../helpers/pty.ts';

const SOMCHAI = 'สมชาย ใจดี <somchai@khach.example>';

test('a complaint in Thai calms down: his words are heard, one takes it over, and he says thank you', async () => {
  const days = await careDays({ columns: 80, rows: 24, lang: 'th', agent: 'ฝน', shop: 'ซาวมาย' });
  onTestFinished(() => days.end());
  const monday = days.at('2026-03-02T09:00:00+07:00');
  const complaint = await monday.receive({
    ...{ from: SOMCHAI, subject: 'พนักงานพูดจาไม่ดี' },
    text: 'ผมโทรไปถามเรื่องตู้เย็น พนักงานตอบห้วนมากแล้วก็วางสายใส่ ผมไม่พอใจมาก',
  });
  await monday.cli('customers', 'set', 'somchai@khach.example', 'honorific=คุณ', 'language=th', 'segment=loyal');

  const desk = monday.open();
  await desk.sees('พนักงานพูดจาไม่ดี');
  await desk.press(KEY.enter, 'i', 'm', 'M', 'a');
  await desk.sees('โกรธ');
  await desk.press('p');
  await desk.sees('▸');
  console.log(desk.screen());
  await monday.close(desk);
  expect(complaint).not.toBe('');
});
