import { afterEach, expect, test } from 'vitest';
import { perform } from '../../../../src/actions/action.ts';
import { setConfig } from '../../../../src/actions/config.ts';
import { removeAccount } from '../../../../src/actions/mailing/accounts.ts';
import { fetchAccount } from '../../../../src/actions/mailing/fetch.ts';
import { undoLast } from '../../../../src/actions/undo.ts';
import type { ImapConnection } from '../../../../src/mail/net/transport.ts';
import { findMailAccount } from '../../../../src/store/mail-accounts.ts';
import { mailStates } from '../../../../src/store/mail-state.ts';
import { unfiledMails } from '../../../../src/store/unfiled.ts';
import { createDesk, type Desk } from '../../../helpers/desk.ts';
import { addAccount, answerTo, mailWorld, outgoing, SHOP, withMail, work } from '../../../helpers/mail-desk.ts';
import { mailOf } from '../../../helpers/sample-mails.ts';
import { type Fault, openSink, type Sink } from '../../../helpers/smtp-sink.ts';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A desk with a message that is due; its account is removed as soon as the server hears of the message. */
async function removedWhileSending(fault: Fault | null): Promise<{ desk: Desk; sink: Sink; entry: number }> {
  const sink = await openSink({
    onPlace: (place) => {
      if (place === 'mail') perform(desk, removeAccount, { address: SHOP });
    },
  });
  const desk = withMail(createDesk(), mailWorld('host:1:0'));
  open.push(desk, sink);
  perform(desk, setConfig, { key: 'me', value: SHOP });
  addAccount(desk, sink.port);
  const entry = answerTo(desk, 'lan@example.vn');
  desk.wait(11_000);
  sink.next(fault);
  return { desk, sink, entry };
}

test('a message whose account is removed while it leaves is sent, once', async () => {
  const { desk, sink, entry } = await removedWhileSending(null);
  expect(await work(desk)).toMatchObject({ sent: 1 });
  expect(outgoing(desk, entry)).toMatchObject({ state: 'sent', account: null });
  expect(sink.taken).toHaveLength(1);
});

test.each<[string, Fault]>([
  ['put off by the server', { at: 'rcpt', answer: 451 }],
  ['cut off before its words', { cut: 'mail' }],
])('one that is %s meanwhile is held, because its account is gone', async (_what, fault) => {
  const { desk, entry } = await removedWhileSending(fault);
  await work(desk);
  expect(outgoing(desk, entry)).toMatchObject({ state: 'held', hold: 'account-gone', account: null, notBefore: null });
});

test('a removal that is taken back lets its messages leave again', async () => {
  const sink = await openSink();
  const desk = withMail(createDesk(), mailWorld('host:1:0'));
  open.push(desk, sink);
  perform(desk, setConfig, { key: 'me', value: SHOP });
  addAccount(desk, sink.port);
  const entry = answerTo(desk, 'lan@example.vn');
  perform(desk, removeAccount, { address: SHOP });
  expect(outgoing(desk, entry)).toMatchObject({ state: 'held', hold: 'account-gone' });
  undoLast(desk);
  expect(findMailAccount(desk.store, SHOP)).not.toBeNull();
  expect(outgoing(desk, entry)).toMatchObject({ state: 'queued', hold: null });
  desk.wait(11_000);
  expect(await work(desk)).toMatchObject({ sent: 1 });
});

/** A server with these mails, whose account is removed while the second of them is read. */
function removedWhileFetching(desk: Desk, mails: readonly string[]): ImapConnection {
  const never = (): never => {
    throw new Error('nobody asks for that');
  };
  return {
    open: async () => ({ uidValidity: 1, uidNext: mails.length + 1 }),
    uidsAfter: async () => mails.map((_, at) => at + 1),
    read: async function* () {
      for (const [at, mail] of mails.entries()) {
        if (at === 1) perform(desk, removeAccount, { address: SHOP });
        yield { uid: at + 1, raw: Buffer.from(mail), size: mail.length };
      }
    },
    ...{ waitForNews: never, markSeen: never, moveTo: never, isInSent: never, appendToSent: never },
    close: async () => undefined,
  };
}

test('mails that were on their way when their account was removed are filed all the same', async () => {
  const desk = createDesk();
  open.push(desk);
  const account = addAccount(desk, 1);
  const mails = ['a', 'b', 'c'].map((id) => mailOf({ id: `${id}@x`, subject: `Oven ${id}` }));
  const fetched = await fetchAccount(desk, account, removedWhileFetching(desk, mails), {
    signal: new AbortController().signal,
  });
  expect(fetched).toMatchObject({ read: 3, added: 3, unfiled: 0 });
  expect(mailStates(desk.store)).toEqual([]);
});

test('a fault in filing such a mail is noted, and the mail is kept', async () => {
  const desk = createDesk();
  open.push(desk);
  const account = addAccount(desk, 1);
  const mails = ['a', 'b'].map((id) => mailOf({ id: `${id}@x`, subject: `Oven ${id}` }));
  const failing = { ...desk, parseMail: () => Promise.reject(new Error('a fault')) };
  const fetched = await fetchAccount(failing, account, removedWhileFetching(desk, mails), {
    signal: new AbortController().signal,
  });
  expect(fetched).toMatchObject({ read: 2, unfiled: 2 });
  expect(unfiledMails(desk.store).map((one) => one.account)).toEqual([null, null]);
});
