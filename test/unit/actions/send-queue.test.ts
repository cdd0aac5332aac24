import { afterEach, describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { reply } from '../../../src/actions/reply.ts';
import { beginRedo, finish, undoAction, undoLast } from '../../../src/actions/undo.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import type { NewMailAccount } from '../../../src/domain/mail-account.ts';
import { CLAIM_MS } from '../../../src/domain/outbox.ts';
import { getEntry } from '../../../src/store/entries.ts';
import { mailStates } from '../../../src/store/mail-state.ts';
import { claimNext } from '../../../src/store/outbox-states.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { headerFields } from '../../helpers/hostile-message.ts';
import {
  addAccount,
  answerTo,
  mailWorld,
  outgoing,
  problemOn,
  type SentFolder,
  SHOP,
  sentFolder,
  timesTaken,
  withMail,
  work,
} from '../../helpers/mail-desk.ts';
import { openSink, type Sink } from '../../helpers/smtp-sink.ts';

const IMAP = { host: 'localhost', port: 1, tls: 'off' } as const;
const MINUTE = 60_000;
const LAN = 'lan@example.vn';
const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

interface Setting {
  readonly desk: Desk;
  readonly sink: Sink;
  readonly sent: SentFolder;
}

async function setUp(account: Partial<NewMailAccount> = {}): Promise<Setting> {
  const sink = await openSink();
  const sent = sentFolder(() => sink.taken.map(({ id }) => id));
  const desk = withMail(createDesk(), mailWorld('host:1:0', sent));
  open.push(desk, sink);
  perform(desk, setConfig, { key: 'me', value: SHOP });
  addAccount(desk, sink.port, account);
  return { desk, sink, sent };
}

/** An answer that is due now. */
function due(desk: Desk, customer = LAN): number {
  const entry = answerTo(desk, customer);
  desk.wait(11_000);
  return entry;
}

describe('an answer', () => {
  test('leaves when ten seconds are over, with its bytes kept', async () => {
    const { desk, sink } = await setUp();
    const entry = answerTo(desk, LAN);
    expect(await work(desk)).toMatchObject({ sent: 0 });

    desk.wait(11_000);
    expect(await work(desk)).toMatchObject({ sent: 1, away: [] });

    const [taken] = sink.taken;
    const { received, delivery } = getEntry(desk.store, entry);
    expect(taken).toMatchObject({ from: SHOP, to: [LAN], id: outgoing(desk, entry).messageId });
    expect(delivery).toBe('sent');
    expect(
      desk.store
        .raw()
        .read(received ?? '')
        ?.equals(taken?.raw ?? Buffer.of()),
    ).toBe(true);
    expect(await work(desk)).toMatchObject({ sent: 0 });
  });

  test('carries the number of its case, and an address that leads back to it, where the account says so', async () => {
    const { desk, sink } = await setUp({ subjectNumber: true, plusAddress: true });
    due(desk);
    await work(desk);
    const fields = headerFields(sink.taken[0]?.raw ?? Buffer.of());
    expect(fields).toContainEqual(expect.stringMatching(/^Reply-To: cskh\+1\.[0-9a-f]{16}@maymoi\.example$/));
    expect(fields.join()).toContain('=5B=231=5D'); // [#1]
  });

  test('can be taken back before it leaves, and not after', async () => {
    const { desk } = await setUp();
    answerTo(desk, LAN);
    undoLast(desk);
    desk.wait(60_000);
    expect(await work(desk)).toMatchObject({ sent: 0 });

    finish(beginRedo(desk));
    expect(await work(desk)).toMatchObject({ sent: 0 });
    desk.wait(11_000);
    expect(await work(desk)).toMatchObject({ sent: 1 });
    expect(() => undoLast(desk)).toThrow(expect.objectContaining({ what: 'undo-left' }));
  });

  test('to many, of which one has left: the others are taken back', async () => {
    const { desk, sink } = await setUp();
    const entries = ['a@example.vn', 'b@example.vn', 'c@example.vn'].map((customer) => answerTo(desk, customer));
    const cases = entries.map((entry) => getEntry(desk.store, entry).case);
    const many = { cases, text: 'Một lời nữa ạ.', fields: {}, addTags: [], fromDraft: false };
    const { action, output } = perform(desk, reply, many);
    desk.wait(11_000);
    for (let nth = 0; nth < 4; nth += 1) {
      const claimed = claimNext(desk.store, 1, 'host:9:9', desk.now());
      if (nth < 3) expect(entries).toContain(claimed?.entry);
    }

    const { kept } = undoAction(desk, action ?? 0);

    expect(kept).toEqual([cases[0]]);
    expect(
      output.map(({ entry }) => desk.store.db.prepare('SELECT state FROM outbox WHERE entry = ?').get(entry)),
    ).toEqual([{ state: 'sending' }, undefined, undefined]);
    expect(sink.taken).toEqual([]);
  });
});

describe('a server that refuses', () => {
  test('for now is asked again after 1, 5, 30 minutes, 2, 6 and 24 hours, and then no more', async () => {
    const { desk, sink } = await setUp();
    sink.decide(() => ({ at: 'rcpt', answer: 451, text: '4.7.1 come back' }));
    const entry = due(desk);
    for (const minutes of [1, 5, 30, 120, 360, 1440]) {
      expect(await work(desk)).toMatchObject({ again: 1 });
      expect(outgoing(desk, entry)).toMatchObject({ state: 'queued', code: '4.7.1' });
      desk.wait((minutes - 0.5) * MINUTE);
      expect(await work(desk)).toMatchObject({ again: 0, failed: 0 });
      desk.wait(0.5 * MINUTE);
    }
    expect(await work(desk)).toMatchObject({ failed: 1 });
    expect(outgoing(desk, entry)).toMatchObject({ state: 'failed', attempts: 7 });
  });

  test('for now, and takes it then, has it once', async () => {
    const { desk, sink } = await setUp();
    sink.next({ at: 'end', answer: 451 });
    const entry = due(desk);
    await work(desk);
    desk.wait(MINUTE);
    expect(await work(desk)).toMatchObject({ sent: 1 });
    expect(timesTaken(sink, outgoing(desk, entry).messageId)).toBe(1);
  });

  test('for good is not asked again', async () => {
    const { desk, sink } = await setUp();
    sink.next({ at: 'end', answer: 554, text: '5.7.1 no' });
    const entry = due(desk);
    expect(await work(desk)).toMatchObject({ failed: 1 });
    const failed = outgoing(desk, entry);
    expect([failed.state, failed.code, problemOn(failed)]).toEqual(['failed', '5.7.1', 'message-refused']);
    desk.wait(48 * 60 * MINUTE);
    expect(await work(desk)).toMatchObject({ sent: 0, failed: 0 });
  });
});

describe('a server that is away', () => {
  test('leaves the message as untried, is asked less and less often, and once for all that is due', async () => {
    const { desk, sink } = await setUp();
    sink.decide(() => ({ cut: 'connect' }));
    const entries = [due(desk), due(desk, 'mai@example.vn')];
    const report = await work(desk);
    expect(report.away).toMatchObject([{ address: SHOP, problem: { code: 'server-closed' } }]);
    expect(entries.map((entry) => outgoing(desk, entry))).toMatchObject([
      { state: 'queued', attempts: 0 },
      { state: 'queued', attempts: 0 },
    ]);
    expect(sink.connections()).toBe(1);
    expect(mailStates(desk.store)).toMatchObject([{ sendProblem: expect.stringContaining('server-closed') }]);
    let asked = 0;
    for (let minute = 0; minute < 180; minute += 1) {
      desk.wait(MINUTE);
      asked += (await work(desk)).away.length;
    }
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThan(40);

    sink.decide(() => null);
    desk.wait(31 * MINUTE);
    expect(await work(desk)).toMatchObject({ sent: 2, away: [] });
    expect(mailStates(desk.store)).toMatchObject([{ sendProblem: null }]);
  });

  test('an unread password keeps everything where it is', async () => {
    const { desk, sink } = await setUp();
    const entry = due(desk);
    const secretFor = () =>
      Promise.reject(new DeskError('bad-config', 'secret-command', { command: 'pass', code: '1' }));
    expect((await work(desk, { secretFor })).away).toMatchObject([{ problem: { code: 'secret-unread' } }]);
    expect(outgoing(desk, entry)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(sink.connections()).toBe(0);
  });
});

describe('a message that nobody knows the fate of', () => {
  test('is found in Sent, and is sent', async () => {
    const { desk, sink } = await setUp({ imap: IMAP, sentCopy: 'server' });
    sink.next({ cut: 'end-taken' });
    const entry = due(desk);
    expect(await work(desk)).toMatchObject({ uncertain: 1 });
    expect(outgoing(desk, entry).state).toBe('uncertain');
    desk.wait(3 * MINUTE);
    await work(desk);
    expect(outgoing(desk, entry)).toMatchObject({ state: 'sent', problem: null });
    expect(sink.taken).toHaveLength(1);
  });

  test('is not in Sent where the server puts every copy, and goes again under the same id', async () => {
    const { desk, sink } = await setUp({ imap: IMAP, sentCopy: 'server' });
    sink.next({ cut: 'end' });
    const entry = due(desk);
    await work(desk);
    desk.wait(MINUTE);
    expect(await work(desk)).toMatchObject({ sent: 0 }); // its copy may still be on the way there
    desk.wait(2 * MINUTE);
    expect(await work(desk)).toMatchObject({ sent: 1 });
    expect(timesTaken(sink, outgoing(desk, entry).messageId)).toBe(1);
  });

  test.each(['append', 'none'] as const)(
    'is not in Sent, which says nothing here (%s): it waits for the agent',
    async (sentCopy) => {
      const { desk, sink } = await setUp({ imap: IMAP, sentCopy });
      sink.next({ cut: 'end' });
      const entry = due(desk);
      await work(desk);
      for (let hour = 0; hour < 5; hour += 1) {
        desk.wait(60 * MINUTE);
        await work(desk);
      }
      expect(outgoing(desk, entry).state).toBe('uncertain');
      expect(sink.taken).toEqual([]);
    },
  );

  test('stays open while Sent can not be read', async () => {
    const { desk, sink, sent } = await setUp({ imap: IMAP, sentCopy: 'server' });
    sink.next({ cut: 'end' });
    sent.problem = { code: 'server-silent', facts: { host: 'x' } };
    const entry = due(desk);
    await work(desk);
    desk.wait(5 * MINUTE);
    await work(desk);
    expect(outgoing(desk, entry).state).toBe('uncertain');
  });

  test('is one whose sender died in the middle, known by its end or by the end of its claim', async () => {
    const { desk } = await setUp();
    const [one, two] = [due(desk), due(desk, 'mai@example.vn')];
    claimNext(desk.store, 1, 'gone:1:0', desk.now());
    claimNext(desk.store, 1, 'elsewhere:1:0', desk.now());
    await work(desk);
    expect([outgoing(desk, one).state, outgoing(desk, two).state]).toEqual(['uncertain', 'sending']);
    desk.wait(CLAIM_MS + 1);
    await work(desk);
    expect(outgoing(desk, two).state).toBe('uncertain');
    expect(problemOn(outgoing(desk, two))).toBe('sender-gone');
  });
});

describe('the copy in Sent', () => {
  test('is put there where the account wants desk to', async () => {
    const { desk, sink, sent } = await setUp({ imap: IMAP, sentCopy: 'append' });
    due(desk);
    await work(desk);
    expect(sent.appended[0]?.equals(sink.taken[0]?.raw ?? Buffer.of())).toBe(true);
  });

  test('that can not be put there is told, and nothing is sent again', async () => {
    const { desk, sink, sent } = await setUp({ imap: IMAP, sentCopy: 'append' });
    sent.problem = { code: 'server-silent', facts: { host: 'x' } };
    const entry = due(desk);
    await work(desk);
    desk.wait(60 * MINUTE);
    await work(desk);
    expect(outgoing(desk, entry).state).toBe('sent');
    expect(problemOn(outgoing(desk, entry))).toBe('sent-copy-failed');
    expect(sink.taken).toHaveLength(1);
  });
});

test('two at once send each message once', async () => {
  const { desk, sink } = await setUp();
  const entries = Array.from({ length: 30 }, (_, nth) => answerTo(desk, `c${nth}@example.vn`));
  desk.wait(11_000);
  const reports = await Promise.all([1, 2, 3].map((pid) => work(withMail(desk, mailWorld(`host:${pid}:0`)))));
  expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(30);
  for (const entry of entries) expect(timesTaken(sink, outgoing(desk, entry).messageId)).toBe(1);
});

test('what has waited for over a day untried is held for a look', async () => {
  const { desk, sink } = await setUp();
  const entry = answerTo(desk, LAN);
  desk.wait(25 * 60 * MINUTE);
  await work(desk);
  expect(outgoing(desk, entry)).toMatchObject({ state: 'held', hold: 'stale' });
  expect(sink.taken).toEqual([]);
});

test('an address that is none fails its message, and the next one goes', async () => {
  const { desk } = await setUp();
  const entry = due(desk);
  desk.store.db
    .prepare(`UPDATE outbox SET envelope = replace(envelope, '${LAN}', 'lân@x, b@y') WHERE entry = ?`)
    .run(entry);
  due(desk, 'mai@example.vn');
  expect(await work(desk)).toMatchObject({ failed: 1, sent: 1 });
  expect(problemOn(outgoing(desk, entry))).toBe('not-composed');
});

test('a recipient that was refused is told with the message that was sent', async () => {
  const sink = await openSink({ refuse: { 'mai@example.vn': 550 } });
  const desk = withMail(createDesk(), mailWorld('host:1:0'));
  open.push(desk, sink);
  perform(desk, setConfig, { key: 'me', value: SHOP });
  addAccount(desk, sink.port);
  const entry = due(desk);
  const both = `replace(envelope, '"cc":[]', '"cc":[{"name":"","address":"mai@example.vn"}]')`;
  desk.store.db.prepare(`UPDATE outbox SET envelope = ${both} WHERE entry = ?`).run(entry);
  await work(desk);
  expect(outgoing(desk, entry)).toMatchObject({ state: 'sent', problem: expect.stringContaining('mai@example.vn') });
});

test('what was sent stays ours when our addresses change', async () => {
  const { desk } = await setUp();
  const entry = due(desk);
  await work(desk);
  perform(desk, setConfig, { key: 'me', value: 'another@maymoi.example' });
  expect(getEntry(desk.store, entry)).toMatchObject({ direction: 'out', party: 'agent' });
});
