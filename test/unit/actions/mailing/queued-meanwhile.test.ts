import { afterEach, expect, test } from 'vitest';
import { perform } from '../../../../src/actions/action.ts';
import { setConfig } from '../../../../src/actions/config.ts';
import { releaseMail } from '../../../../src/actions/mailing/release.ts';
import { merge } from '../../../../src/actions/merge.ts';
import { split } from '../../../../src/actions/split.ts';
import { getEntry } from '../../../../src/store/entries.ts';
import { createDesk, type Desk } from '../../../helpers/desk.ts';
import { receive } from '../../../helpers/live-desk.ts';
import { addAccount, answerTo, mailWorld, outgoing, SHOP, withMail, work } from '../../../helpers/mail-desk.ts';
import { mailOf } from '../../../helpers/sample-mails.ts';
import { openSink, type Sink } from '../../../helpers/smtp-sink.ts';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function setUp(address = SHOP): Promise<{ desk: Desk; sink: Sink }> {
  const sink = await openSink();
  const desk = withMail(createDesk(), mailWorld('host:1:0'));
  open.push(desk, sink);
  perform(desk, setConfig, { key: 'me', value: address });
  addAccount(desk, sink.port, { address, subjectNumber: true });
  return { desk, sink };
}

const caseOf = (desk: Desk, entry: number): number => getEntry(desk.store, entry).case;

test.each(['merged', 'split'])(
  'an answer whose case is %s while it waits leaves, and what answers it finds its place',
  async (how) => {
    const { desk, sink } = await setUp();
    const [first, second] = [answerTo(desk, 'lan@example.vn'), answerTo(desk, 'lan@example.vn')];
    if (how === 'merged') perform(desk, merge, { from: [caseOf(desk, second)], into: caseOf(desk, first) });
    else perform(desk, split, { case: caseOf(desk, second), entries: [second] });
    desk.wait(11_000);
    expect(await work(desk)).toMatchObject({ sent: 2 });
    const { messageId } = outgoing(desk, second);
    expect(sink.taken.map(({ id }) => id)).toContain(messageId);
    const answer = mailOf({ id: 'a@x', from: 'lan@example.vn', to: SHOP, references: [messageId] });
    expect((await receive(desk, Buffer.from(answer))).case).toBe(caseOf(desk, second));
  },
);

test('a clock that is set back keeps a message no longer than it was set back, and sends none twice', async () => {
  const { desk, sink } = await setUp();
  answerTo(desk, 'lan@example.vn');
  desk.wait(-3_600_000);
  expect(await work(desk)).toMatchObject({ sent: 0 });
  desk.wait(3_600_000 + 11_000);
  expect(await work(desk)).toMatchObject({ sent: 1 });
  desk.wait(-3_600_000);
  expect(await work(desk)).toMatchObject({ sent: 0 });
  expect(sink.taken).toHaveLength(1);
});

test('an address with capitals is the same account: it sends, and what it released leaves', async () => {
  const { desk, sink } = await setUp('CSKH@MayMoi.example');
  perform(desk, setConfig, { key: 'me', value: 'cskh@maymoi.example' });
  const entry = answerTo(desk, 'Lan@Example.vn');
  expect(outgoing(desk, entry)).toMatchObject({ state: 'queued' });
  desk.store.db.exec("UPDATE outbox SET state = 'held', hold = 'stale', not_before = NULL, account = NULL");
  perform(desk, releaseMail, { entries: [entry] });
  desk.wait(11_000);
  expect(await work(desk)).toMatchObject({ sent: 1 });
  expect(sink.taken[0]?.to).toEqual(['Lan@Example.vn']);
});
