import { join } from 'node:path';
import { expect, test } from 'vitest';
import { perform } from '../../../../src/actions/action.ts';
import { setConfig } from '../../../../src/actions/config.ts';
import { deliverMail } from '../../../../src/actions/live/deliver.ts';
import { fetchAccount } from '../../../../src/actions/mailing/fetch.ts';
import { holdMail } from '../../../../src/actions/mailing/hold.ts';
import { undoAction } from '../../../../src/actions/undo.ts';
import { DeskError } from '../../../../src/domain/errors.ts';
import type { ImapConnection } from '../../../../src/mail/net/transport.ts';
import { findOutgoing } from '../../../../src/store/outbox.ts';
import { createDesk, type Desk } from '../../../helpers/desk.ts';
import { temporaryFolder } from '../../../helpers/folder.ts';
import { addAccount, answerTo, mailWorld, SHOP, timesTaken, withMail, work } from '../../../helpers/mail-desk.ts';
import { mailOf } from '../../../helpers/sample-mails.ts';
import { openSink } from '../../../helpers/smtp-sink.ts';

const refusal = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof DeskError) return error.what;
    throw error;
  }
};

test('two processes send while agents call back and undo: each message leaves once or not at all, and says which', async () => {
  const path = join(temporaryFolder(), 'desk.db');
  const sink = await openSink();
  const desk = withMail(createDesk({ path }), mailWorld('host:1:0'));
  perform(desk, setConfig, { key: 'me', value: SHOP });
  addAccount(desk, sink.port);
  const sent = Array.from({ length: 24 }, (_, at) => {
    const entry = answerTo(desk, `c${at}@example.vn`);
    const { id } = desk.store.db.prepare('SELECT max(id) AS id FROM actions').get() as { id: number };
    return { entry, action: id, messageId: findOutgoing(desk.store, entry)?.messageId ?? '' };
  });
  desk.wait(11_000);
  const now = desk.now();
  const others = [2, 3].map((n) => withMail(createDesk({ path, now, session: `s${n}` }), mailWorld(`host:${n}:0`)));
  const answers = new Map<number, string | null>();
  const calling = async (): Promise<void> => {
    for (const [at, { entry, action }] of [...sent].reverse().entries()) {
      await new Promise((resolve) => setTimeout(resolve, 4));
      if (at % 3 === 0)
        answers.set(
          entry,
          refusal(() => perform(desk, holdMail, { entries: [entry] })),
        );
      if (at % 3 === 1)
        answers.set(
          entry,
          refusal(() => undoAction(desk, action)),
        );
    }
  };
  await Promise.all([...others.map((one) => work(one)), calling()]);

  for (const { entry, messageId } of sent) {
    const state = findOutgoing(desk.store, entry)?.state ?? 'undone';
    const wasStopped = answers.has(entry) && answers.get(entry) === null;
    expect([entry, state, timesTaken(sink, messageId)]).toEqual(
      wasStopped ? [entry, expect.stringMatching(/^(held|undone)$/), 0] : [entry, 'sent', 1],
    );
  }
  expect([...answers.values()]).toContain(null);
  for (const one of [desk, ...others]) one.close();
  await sink.close();
});

/** A server with one mail, which waits before it gives it away. */
const serverWith = (raw: Buffer, until: Promise<unknown>): ImapConnection => {
  const never = (): never => {
    throw new Error('nobody asks for that');
  };
  return {
    open: async () => ({ uidValidity: 1, uidNext: 2 }),
    uidsAfter: async () => [1],
    read: async function* () {
      await until;
      yield { uid: 1, raw, size: raw.length };
    },
    ...{ waitForNews: never, markSeen: never, moveTo: never, isInSent: never, appendToSent: never },
    close: async () => undefined,
  };
};

async function* stdin(raw: Buffer): AsyncGenerator<Buffer> {
  yield raw;
}

test('one mail that is fetched by two processes and delivered by a third at once becomes one entry', async () => {
  const path = join(temporaryFolder(), 'desk.db');
  const desks = [1, 2, 3].map((n): Desk => createDesk({ path, session: `s${n}` }));
  const [one, two, three] = desks;
  if (one === undefined || two === undefined || three === undefined) return;
  const account = addAccount(one, 1);
  const raw = Buffer.from(mailOf({ id: 'once@x', subject: 'Oven' }));
  const { signal } = new AbortController();
  const together = Promise.resolve();
  const [a, b, c] = await Promise.all([
    fetchAccount(one, account, serverWith(raw, together), { signal }),
    fetchAccount(two, account, serverWith(raw, together), { signal }),
    deliverMail(three, stdin(raw), {}),
  ]);
  expect(a.added + b.added + (c.how === 'new' ? 1 : 0)).toBe(1);
  expect(one.store.db.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(1);
  expect(one.store.db.prepare("SELECT count(*) FROM actions WHERE verb IN ('fetch', 'deliver')").pluck().get()).toBe(1);
  for (const desk of desks) desk.close();
});
