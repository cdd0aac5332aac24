import { afterEach, describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { forgetCustomer, planForgetting } from '../../../src/actions/forget-customer.ts';
import { fetchAccount } from '../../../src/actions/mailing/fetch.ts';
import { note } from '../../../src/actions/note.ts';
import { rate } from '../../../src/actions/ratings.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import type { Context } from '../../../src/context.ts';
import type { ImapConnection } from '../../../src/mail/net/transport.ts';
import { claimNext } from '../../../src/store/outbox-states.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { addAccount, answerTo, mailWorld, outgoing, SHOP, withMail, work } from '../../helpers/mail-desk.ts';
import { importMails } from '../../helpers/random-actions.ts';
import { mailOf } from '../../helpers/sample-mails.ts';
import { openSink, type Sink } from '../../helpers/smtp-sink.ts';

function forget(context: Context, id: number): void {
  const steps = forgetCustomer(context, planForgetting(context, id));
  while (steps.next().done !== true);
}

const rows = (desk: Desk, sql: string): unknown[] => desk.store.db.prepare(sql).all();

/** What clocks, ratings and figures are made of, of one case: where it lies as long as she is known, and afterwards. */
const facts = (desk: Desk, number: number, [cases, entries, ratings]: readonly string[]) => ({
  case: rows(
    desk,
    `SELECT number, kind, topic, mood, status, priority, channel, created_at, updated_at, solved_at FROM ${cases}
      WHERE number = ${number}`,
  ),
  entries: rows(
    desk,
    `SELECT id, type, party, direction, channel, at, at_source, came_at, minutes, thanks,
        ${entries === 'entries' ? 'automatic IS NOT NULL AS automatic' : 'automatic'}
       FROM ${entries} WHERE case_number = ${number} ORDER BY id`,
  ),
  ratings: rows(desk, `SELECT id, score, at FROM ${ratings} WHERE case_number = ${number} ORDER BY id`),
  events: rows(
    desk,
    `SELECT at, field, old, new FROM events WHERE case_number = ${number}
      AND field IN ('created', 'status', 'priority', 'snooze', 'message', 'note', 'rating') ORDER BY id`,
  ),
});

test('of a case that was forgotten everything stays that its clocks and figures are made of, by which targets too', async () => {
  const desk = createDesk();
  await importMails(desk, [0, 1, 2]);
  perform(desk, setCase, {
    cases: [1],
    fields: { status: 'solved', priority: 'high' },
    addTags: ['zqx'],
    removeTags: [],
  });
  perform(desk, note, { case: 1, text: 'zqx', fromDraft: false });
  perform(desk, rate, { case: 1, score: 4, comment: 'zqx' });
  const before = facts(desk, 1, ['cases', 'entries', 'ratings']);

  forget(desk, 1);

  expect(facts(desk, 1, ['forgotten_cases', 'forgotten_entries', 'forgotten_ratings'])).toEqual(before);
  expect(before.entries.length).toBeGreaterThan(3);
  expect(rows(desk, 'SELECT targets FROM forgotten_cases')).toEqual([{ targets: 'desk' }]);
  desk.close();
});

test('the tables of anonymous facts have room for desk’s own words alone: no subject, text, name, address or author', () => {
  const desk = createDesk();
  const columns = rows(
    desk,
    `SELECT DISTINCT c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
      WHERE t.name LIKE 'forgotten%' AND c.type = 'TEXT' ORDER BY c.name`,
  ).map((row) => Object.values(row ?? {})[0]);
  expect(columns).toEqual([
    ...['answer', 'at_source', 'channel', 'department', 'direction', 'kind', 'mood', 'party', 'playbook', 'segment'],
    ...['sha256', 'state', 'status', 'step', 'targets', 'topic', 'type'],
  ]);
  desk.close();
});

describe('with mail going in and out', () => {
  let desk: Desk;
  let sink: Sink;
  afterEach(async () => {
    desk.close();
    await sink.close();
  });
  const opened = async (): Promise<void> => {
    sink = await openSink();
    desk = withMail(createDesk(), mailWorld('host:1:0'));
    perform(desk, setConfig, { key: 'me', value: SHOP });
  };

  test('the same mail on a server, and our own answer in its folder of sent mail, come in no second time; a new one does', async () => {
    await opened();
    const account = addAccount(desk, sink.port);
    const entry = answerTo(desk, 'lan@example.vn');
    desk.wait(11_000);
    await work(desk);
    const [sent] = sink.taken;
    const { messageId } = outgoing(desk, entry);
    const hers = mailOf({ id: 'a@x', from: 'Lan <lan@example.vn>', text: 'x' });
    const fetch = (...mails: string[]) =>
      fetchAccount(desk, account, serverWith(mails), { signal: new AbortController().signal });
    expect(await fetch(hers)).toMatchObject({ added: 1 });
    const kept = desk.store.raw().size().blobs;
    expect(kept).toBe(2);

    forget(desk, 1);

    expect(desk.store.raw().size().blobs).toBe(0);
    desk.store.db.exec('DELETE FROM mailboxes');
    const ours = mailOf({ id: messageId, from: SHOP, to: 'lan@example.vn', text: 'Bản do máy chủ giữ' });
    expect(await fetch(hers, ours)).toMatchObject({ read: 2, added: 0, unchanged: 2 });
    expect(desk.store.raw().size().blobs).toBe(0);
    expect(sent).toBeDefined();
    desk.store.db.exec('DELETE FROM mailboxes');
    expect(await fetch(mailOf({ id: 'b@x', from: 'Lan <lan@example.vn>', references: ['a@x'] }))).toMatchObject({
      added: 1,
    });
  });

  test('a message that is being handed over is waited for: until then nothing more goes, and the same again ends it', async () => {
    await opened();
    const account = addAccount(desk, sink.port);
    const entry = answerTo(desk, 'lan@example.vn');
    desk.wait(11_000);
    expect(claimNext(desk.store, account.id, 'other', desk.now())?.entry).toBe(entry);

    expect(() => forget(desk, 1)).toThrow('forget-sending');
    expect(outgoing(desk, entry).state).toBe('sending');
    desk.wait(3_600_000);
    forget(desk, 1);
    expect(rows(desk, 'SELECT 1 FROM outbox')).toEqual([]);
  });
});

/** A server whose folder holds these mails. */
const serverWith = (mails: readonly string[]): ImapConnection => {
  const never = (): never => {
    throw new Error('nobody asks for that');
  };
  return {
    open: async () => ({ uidValidity: 1, uidNext: mails.length + 1 }),
    uidsAfter: async () => mails.map((_, at) => at + 1),
    read: async function* () {
      for (const [at, mail] of mails.entries()) yield { uid: at + 1, raw: Buffer.from(mail), size: mail.length };
    },
    ...{ waitForNews: never, markSeen: never, moveTo: never, isInSent: never, appendToSent: never },
    close: async () => undefined,
  };
};
