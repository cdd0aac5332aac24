import { expect, test } from 'vitest';
import { undoAction } from '../../../../src/actions/undo.ts';
import { LAN, mailTo, SHOP, shop } from '../../../helpers/live-shop.ts';

type Shop = Awaited<ReturnType<typeof shop>>;

function report({ desk }: Shop, action: string, status: string, messageId: string): Buffer {
  const parts = [
    '--b1\nContent-Type: text/plain\n\nThis is the mail system.\n',
    `--b1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; ${LAN}\nAction: ${action}\nStatus: ${status}\n`,
    `--b1\nContent-Type: text/rfc822-headers\n\nFrom: ${SHOP}\nMessage-ID: <${messageId}>\n`,
    '--b1--',
  ];
  const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"';
  return mailTo(desk, 'MAILER-DAEMON@mx.thuxanh.example', ['Return-Path: <>', type], parts.join('\n'));
}

test('an answer that did not arrive is marked with its code, and its case comes back', async () => {
  const story = await shop();
  const { entry, messageId } = story.answer();
  story.set({ status: 'solved' });
  expect(await story.get(report(story, 'failed', '5.1.1', messageId))).toMatchObject({ how: 'joined' });
  expect(story.outgoing(entry)).toMatchObject({ state: 'bounced', code: '5.1.1', seen: false });
  expect(story.outgoing(entry).problem).toContain(LAN);
  expect(story.stands()).toMatchObject({ status: 'open', unread: true });
  expect(story.stands().waitingSince).not.toBe(null);
  expect(story.entries().at(-1)).toMatchObject({ automatic: 'bounce', filedOnly: null });
});

test('one that is late stays sent with a remark, and nothing moves', async () => {
  const story = await shop();
  const { entry, messageId } = story.answer();
  await story.get(report(story, 'delayed', '4.4.1', messageId));
  expect(story.outgoing(entry)).toMatchObject({ state: 'sent', code: '4.4.1' });
  expect(story.outgoing(entry).problem).toContain('delayed');
  expect(story.stands()).toMatchObject({ status: 'pending', waitingSince: null });
});

test('one that was given up after days is lost, though its status begins with a 4', async () => {
  const story = await shop();
  const { entry, messageId } = story.answer();
  await story.get(report(story, 'delayed', '4.4.1', messageId));
  await story.get(report(story, 'failed', '4.4.7', messageId));
  expect(story.outgoing(entry)).toMatchObject({ state: 'bounced', code: '4.4.7' });
  expect(story.status()).toBe('open');
});

test.each([
  ['failed', 'bounced'],
  ['delayed', 'sent'],
  ['delivered', 'sent'],
])('an uncertain one is settled by its report: %s → %s', async (action, state) => {
  const story = await shop();
  const { entry, messageId } = story.answer('uncertain');
  await story.get(report(story, action, action === 'failed' ? '5.0.0' : '2.0.0', messageId));
  expect(story.outgoing(entry).state).toBe(state);
});

test('a report with an id that we did not give changes nothing of any case', async () => {
  const story = await shop();
  const { entry, messageId } = story.answer();
  const forged = messageId.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@'));
  const filed = await story.get(report(story, 'failed', '5.1.1', forged));
  expect(filed).toMatchObject({ how: 'new' });
  expect(story.outgoing(entry).state).toBe('sent');
  expect(story.status()).toBe('pending');
});

test('a message that never left is not bounced by anybody', async () => {
  const story = await shop();
  const { entry, messageId } = story.answer('queued');
  await story.get(report(story, 'failed', '5.1.1', messageId));
  expect(story.outgoing(entry).state).toBe('queued');
  expect(story.status()).toBe('pending');
});

test('undo takes the report back, and with it what it said of the message', async () => {
  const story = await shop();
  const { entry, messageId } = story.answer();
  const { action } = await story.get(report(story, 'failed', '5.1.1', messageId));
  undoAction(story.desk, action);
  expect(story.outgoing(entry).state).toBe('sent');
  expect(story.stands()).toMatchObject({ status: 'pending', waitingSince: null });
});
