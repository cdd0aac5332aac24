import { expect, onTestFinished, test } from 'vitest';
import { startDesk } from '../helpers/pty.ts';

const bytesOf = (text: string): number => Buffer.byteLength(text);

test('a key writes a small part of a screen, and what is typed ahead of a slow line arrives', async () => {
  const desk = startDesk(['demo'], { columns: 80, rows: 24 });
  onTestFinished(() => desk.kill('SIGKILL'));
  await desk.sees(/^› +36 /m);
  const whole = bytesOf(desk.screen());

  const before = bytesOf(desk.written());
  await desk.press('j', 'j', 'j', 'j', 'j');
  await desk.sees('6/23');
  expect((bytesOf(desk.written()) - before) / 5).toBeLessThan(whole / 3);

  // nobody reads for a while: what is typed meanwhile counts, and no whole screens pile up for it
  desk.pause();
  const held = bytesOf(desk.written());
  for (let key = 0; key < 12; key += 1) await desk.press('j');
  desk.resume();
  await desk.sees('18/23');
  expect(bytesOf(desk.written()) - held).toBeLessThan(12 * (whole / 3));
});
