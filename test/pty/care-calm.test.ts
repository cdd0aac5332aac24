import { expect, onTestFinished, test } from 'vitest';
import { careDays, readable } from '../helpers/care-days.ts';
import { KEY } from '../helpers/pty.ts';
import type { Taken } from '../helpers/smtp-sink.ts';

const SOMCHAI = 'สมชาย ใจดี <somchai@khach.example>';

test('a complaint in Thai calms down: his words are heard, one takes it over, and he says thank you', async () => {
  const days = await careDays({ columns: 80, rows: 24, lang: 'th', agent: 'ฝน', shop: 'ซาวมาย' });
  onTestFinished(() => days.end());
  const monday = days.at('2026-03-02T09:00:00+07:00');
  await monday.receive({
    ...{ from: SOMCHAI, subject: 'พนักงานพูดจาไม่ดี' },
    text: 'ผมโทรไปถามเรื่องตู้เย็น พนักงานตอบห้วนมากแล้วก็วางสายใส่ ผมไม่พอใจมาก',
  });
  await monday.cli('customers', 'set', 'somchai@khach.example', 'honorific=คุณ', 'language=th', 'segment=loyal');

  const desk = monday.open();
  await desk.sees('พนักงานพูดจาไม่ดี');
  await desk.press(KEY.enter, 'i', 'm', 'M', 'a');
  await desk.sees('โกรธ');
  await desk.press('p');
  // the words come in his language, by his name
  await desk.sees('▸ ขอฟังก่อน');
  await desk.sees('คุณสมชาย คะ');
  await desk.press(KEY.enter);
  await desk.sees('Esc เก็บเป็นร่าง');
  await desk.sees('ขอแค่สิบนาทีฟัง');
  await desk.press(KEY.ctrl('s'));
  await desk.sees('Enter ส่ง');
  await desk.press(KEY.enter);
  await desk.sees('#1');
  await desk.press(KEY.esc);
  await monday.close(desk);
  const [heard] = await days.at('2026-03-02T09:05:00+07:00').send(1);
  expect(await readable(sure(heard))).toContain('คุณสมชาย คะ');

  // he lets them; what that leads to is done by itself, and the next option waits
  const noon = days.at('2026-03-02T11:00:00+07:00');
  await noon.receive({
    ...{ from: SOMCHAI, subject: 'Re: พนักงานพูดจาไม่ดี', answers: sure(heard).id },
    text: 'ได้ครับ โทรมาบ่ายนี้ก็ได้',
  });
  const call = noon.open();
  await call.sees('พนักงานพูดจาไม่ดี');
  await call.press(KEY.enter, 'p');
  await call.sees('เสนอแล้ว');
  await call.press('y');
  await call.sees('▸ ชดเชยสิ่งที่เสียไป');
  await call.press(KEY.esc);
  await call.sees('#about-to-leave');
  // after the call he is calm, and she solves it
  await call.press('M', 'c');
  await call.sees('อารมณ์: โกรธ → ปกติ');
  await call.press('s', 's', KEY.esc);
  await noon.close(call);

  // he says thank you the day after: it stays solved, and he is asked how it was
  const after = days.at('2026-03-03T09:00:00+07:00');
  await after.receive({
    ...{ from: SOMCHAI, subject: 'Re: พนักงานพูดจาไม่ดี', answers: sure(heard).id },
    text: 'ขอบคุณมากครับ',
  });
  await after.cli('ratings', 'add', '1', '--score', '5', '--comment', 'รับฟังดีมาก');
  const json = async (...args: string[]) => JSON.parse(await after.cli(...args, '--json'));
  expect(await json('show', '1')).toMatchObject({ status: 'solved', mood: 'calm', priority: 'urgent' });
  const { ledger } = await json('customers', 'show', 'somchai@khach.example');
  const rules = ledger.marks.map(({ rule }: { rule: string }) => rule).sort();
  expect(rules).toEqual(['angry', 'complaint', 'option-taken', 'rating-5', 'thanks']);
  expect(ledger).toMatchObject({ strikes: 2, atRisk: true });
});

const sure = (taken: Taken | undefined): Taken => {
  if (taken === undefined) throw new Error('nothing was sent');
  return taken;
};
