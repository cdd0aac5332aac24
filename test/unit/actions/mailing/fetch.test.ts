import { describe, expect, test } from 'vitest';
import type { FetchedAccount } from '../../../../src/actions/mailing/connect.ts';
import { accountsToFetch, type FetchOutcome, fetchOnce } from '../../../../src/actions/mailing/fetch-once.ts';
import { fileUnfiled } from '../../../../src/actions/mailing/file-kept.ts';
import { undoAction } from '../../../../src/actions/undo.ts';
import { actorOf } from '../../../../src/context.ts';
import { LARGEST_KEPT } from '../../../../src/intake/limits.ts';
import { deleteMailAccount } from '../../../../src/store/mail-accounts.ts';
import { keepWatch, readUpTo } from '../../../../src/store/mail-state.ts';
import { write } from '../../../../src/store/writing.ts';
import { canDovecot, startDovecot } from '../../../helpers/dovecot.ts';
import { type MailDesk, mailDesk, readingWorld } from '../../../helpers/reading-desk.ts';
import { mailOf } from '../../../helpers/sample-mails.ts';
import { startProxy } from '../../../helpers/tcp-proxy.ts';

const able = canDovecot();
const signal = new AbortController().signal;

const some = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) =>
    mailOf({ id: `m${from + at}@x`, from: `c${from + at}@buyer.example`, subject: `Oven ${from + at}` }),
  );

const counts = ({ fetched, problem }: FetchOutcome) => ({
  read: fetched?.read,
  added: fetched?.added,
  unchanged: fetched?.unchanged,
  problem: problem?.code ?? null,
});

const fine = (added: number, unchanged = 0) => ({ read: added + unchanged, added, unchanged, problem: null });

const all = (desk: MailDesk, sql: string): unknown[] => desk.store.db.prepare(sql).pluck().all();
const ids = (desk: MailDesk): unknown[] =>
  all(
    desk,
    `SELECT r.message_id FROM message_refs r JOIN entries e ON e.id = r.entry
    WHERE r.position = 0 AND e.received IS NOT NULL ORDER BY e.id`,
  );

describe.runIf(able)('mail is fetched from a real Dovecot', async () => {
  const dovecot = able ? await startDovecot() : null;
  if (dovecot === null) return;
  const fetch = (desk: MailDesk, account: FetchedAccount): Promise<FetchOutcome> =>
    fetchOnce(desk, account, { signal });

  test('each mail comes in once, as a case; a second fetch adds none, and new ones are joined to theirs', async () => {
    const desk = mailDesk(dovecot);
    const account = desk.addAccount('shop');
    await dovecot.deliver('shop', some(0, 5));

    expect(counts(await fetch(desk, account))).toEqual(fine(5));
    expect(counts(await fetch(desk, account))).toEqual(fine(0));
    await dovecot.deliver('shop', [mailOf({ id: 'again@x', from: 'c1@buyer.example', references: ['m1@x'] })]);
    expect(counts(await fetch(desk, account))).toEqual(fine(1));

    expect(ids(desk)).toEqual(['m0@x', 'm1@x', 'm2@x', 'm3@x', 'm4@x', 'again@x']);
    expect(all(desk, 'SELECT count(*) FROM cases')).toEqual([5]);
    expect(all(desk, 'SELECT fetch_problem FROM mail_state')).toEqual([null]);
    expect(all(desk, 'SELECT count(fetched_at) FROM mail_state')).toEqual([1]);
  });

  test('each filed mail is an action of its own, which undo takes back, and no other session does by its last one', async () => {
    const desk = mailDesk(dovecot);
    const account = desk.addAccount('undone');
    await dovecot.deliver('undone', some(0, 2));
    await fetch(desk, account);

    const actions = all(desk, "SELECT id FROM actions WHERE verb = 'fetch' ORDER BY id").map(Number);
    expect(actions).toHaveLength(2);
    undoAction(desk, actions[0] ?? 0);
    expect(ids(desk)).toEqual(['m1@x']);
    expect(all(desk, "SELECT DISTINCT session FROM actions WHERE verb = 'fetch'")).toEqual(['mail']);
  });

  test('a folder that was made anew is read from its start; what is known is only counted', async () => {
    const desk = mailDesk(dovecot);
    await dovecot.as('anew', (client) => client.mailboxCreate('Shop'));
    const account = desk.addAccount('anew', { mailbox: 'Shop' });
    const fill = (mails: readonly string[]): Promise<void> =>
      dovecot.as('anew', async (client) => {
        for (const mail of mails) await client.append('Shop', mail.replaceAll('\n', '\r\n'));
      });
    await fill(some(0, 4));
    expect(counts(await fetch(desk, account))).toEqual(fine(4));
    const before = readUpTo(desk.store, account.id, 'Shop')?.uidValidity ?? 0;

    await dovecot.as('anew', async (client) => {
      await client.mailboxDelete('Shop');
      await client.mailboxCreate('Shop');
    });
    await fill(some(2, 6));
    expect(counts(await fetch(desk, account))).toEqual(fine(2, 2));
    expect(readUpTo(desk.store, account.id, 'Shop')?.uidValidity).not.toBe(before);
    expect(counts(await fetch(desk, account))).toEqual(fine(0));
    expect(ids(desk)).toHaveLength(6);
  });

  test('the same mail in two mailboxes is one entry', async () => {
    const desk = mailDesk(dovecot);
    const accounts = [desk.addAccount('first'), desk.addAccount('second')];
    for (const user of ['first', 'second']) await dovecot.deliver(user, some(0, 3));
    for (const account of accounts) await fetch(desk, account);
    expect(ids(desk)).toHaveLength(3);
  });

  test('the first fetch leaves what is older on the server; what is moved there later comes, however old', async () => {
    const desk = mailDesk(dovecot);
    const put = (mails: readonly string[], date: string): Promise<void> =>
      dovecot.as('since', async (client) => {
        for (const mail of mails) await client.append('INBOX', mail, [], new Date(date));
      });
    await put(some(0, 2), '2026-03-10T00:00:00Z');
    await put(some(2, 5), '2026-02-01T00:00:00Z');
    const account = desk.addAccount('since', { since: Date.parse('2026-03-01T00:00:00Z') });
    expect(counts(await fetch(desk, account))).toEqual(fine(2));
    expect(counts(await fetch(desk, account))).toEqual(fine(0));
    await put(some(5, 6), '2026-01-01T00:00:00Z');
    expect(counts(await fetch(desk, account))).toEqual(fine(1));
  });

  test('where nobody has said how far back, a first fetch goes back 30 days', async () => {
    const desk = mailDesk(dovecot);
    for (const days of [40, 20])
      await dovecot.as('unsaid', (client) =>
        client.append('INBOX', mailOf({ id: `${days}@x` }), [], new Date(desk.now() - days * 86_400_000)),
      );
    await fetch(desk, desk.addAccount('unsaid', { since: null }));
    expect(ids(desk)).toEqual(['20@x']);
  });

  test('mails are marked as seen, or moved, once they are in; a folder that is not there is told, and all come in', async () => {
    const desk = mailDesk(dovecot);
    for (const user of ['seen', 'moved', 'nowhere']) await dovecot.deliver(user, some(0, 3));
    await dovecot.as('moved', (client) => client.mailboxCreate('Done'));
    const status = (user: string, folder: string) =>
      dovecot.as(user, (client) => client.status(folder, { messages: true, unseen: true }));

    await fetch(desk, desk.addAccount('seen', { afterFetch: 'seen' }));
    expect(await status('seen', 'INBOX')).toMatchObject({ messages: 3, unseen: 0 });
    await fetch(desk, desk.addAccount('moved', { afterFetch: 'move', moveTo: 'Done' }));
    expect(await status('moved', 'INBOX')).toMatchObject({ messages: 0 });
    expect(await status('moved', 'Done')).toMatchObject({ messages: 3 });

    const lost = desk.addAccount('nowhere', { afterFetch: 'move', moveTo: 'Gone' });
    expect(counts(await fetch(desk, lost))).toEqual({ ...fine(0, 3), problem: 'no-folder' });
    expect(await status('nowhere', 'INBOX')).toMatchObject({ messages: 3, unseen: 3 });
    expect(all(desk, `SELECT fetch_problem FROM mail_state WHERE account = ${lost.id}`)[0]).toContain('Gone');
  });

  test('a fault while a mail is filed loses nothing and stops no other; tried again, it finds its case', async () => {
    const desk = mailDesk(dovecot);
    const account = desk.addAccount('fault');
    await dovecot.deliver('fault', some(0, 3));
    desk.store.db.exec(`CREATE TEMP TRIGGER fault BEFORE INSERT ON main.entries WHEN new.subject = 'Oven 1'
      BEGIN SELECT RAISE(ABORT, 'nobody thought of this'); END`);
    const { fetched } = await fetch(desk, account);
    expect(fetched).toMatchObject({ read: 3, added: 2, unfiled: 1 });
    expect(ids(desk)).toEqual(['m0@x', 'm2@x']);
    expect(all(desk, 'SELECT problem FROM unfiled')[0]).toContain('nobody thought of this');
    expect(counts(await fetch(desk, account))).toEqual(fine(0));
    expect(await fileUnfiled(desk)).toEqual({ filed: 0, unfiled: 1 });

    desk.store.db.exec('DROP TRIGGER temp.fault');
    expect(await fileUnfiled(desk)).toEqual({ filed: 1, unfiled: 0 });
    expect(ids(desk)).toEqual(['m0@x', 'm2@x', 'm1@x']);
    expect(all(desk, 'SELECT count(*) FROM unfiled')).toEqual([0]);
  });

  test('a reader of mails that fails takes one mail with it, and its bytes are kept', async () => {
    const made = mailDesk(dovecot);
    const account = made.addAccount('reader');
    await dovecot.deliver('reader', some(0, 3));
    const parseMail: MailDesk['parseMail'] = (raw, hints) =>
      raw.includes('m1@x') ? Promise.reject(new Error('no reader')) : made.parseMail(raw, hints);
    const { fetched } = await fetchOnce({ ...made, parseMail }, account, { signal });
    expect(fetched).toMatchObject({ added: 2, unfiled: 1 });
    expect(await fileUnfiled(made)).toEqual({ filed: 1, unfiled: 0 });
  });

  test('a mail that is too large stays on the server, is told of, and holds nobody up', async () => {
    const desk = mailDesk(dovecot);
    const account = desk.addAccount('large');
    await dovecot.deliver('large', some(0, 2));
    const world = readingWorld();
    const withLarge: typeof world = {
      ...world,
      imap: async (...connecting) => {
        const connection = await world.imap(...connecting);
        return {
          ...connection,
          read: async function* (uids) {
            for await (const mail of connection.read(uids))
              yield mail.uid === 1 ? { uid: 1, raw: null, size: LARGEST_KEPT + 1 } : mail;
          },
        };
      },
    };
    const outcome = await fetchOnce({ ...desk, mail: async () => withLarge }, account, { signal });
    expect(outcome.fetched).toMatchObject({ read: 2, added: 1, left: 1 });
    expect(all(desk, 'SELECT fetch_problem FROM mail_state')[0]).toContain('mail-too-large');
    expect(counts(await fetch(desk, account))).toEqual(fine(0));
  });

  test('a mail of many megabytes comes in whole', async () => {
    const desk = mailDesk(dovecot);
    const account = desk.addAccount('heavy');
    await dovecot.deliver('heavy', [
      mailOf({ id: 'heavy@x', text: `${'A'.repeat(99)}\n`.repeat(120_000) }),
      ...some(0, 2),
    ]);
    expect(counts(await fetch(desk, account))).toEqual(fine(3));
    expect(all(desk, 'SELECT received FROM entries WHERE received IS NOT NULL')).toHaveLength(3);
  });

  test('cut again and again at other bytes, every mail is in exactly once in the end', async () => {
    const desk = mailDesk(dovecot);
    const proxy = await startProxy(dovecot.imap.port);
    await dovecot.deliver('cut', some(0, 40));
    const account = desk.addAccount('cut', { imap: { ...dovecot.imap, port: proxy.port } });
    const codes = new Set<string | undefined>();
    for (let bytes = 500; bytes < 30_000; bytes += 1999) {
      proxy.cutAfter = bytes;
      codes.add((await fetch(desk, account)).problem?.code);
    }
    proxy.cutAfter = null;
    await fetch(desk, account);
    expect(ids(desk)).toEqual(some(0, 40).map((_, at) => `m${at}@x`));
    expect(codes).toContain('server-closed');
    expect(all(desk, 'SELECT fetch_problem FROM mail_state')).toEqual([null]);
  });

  test('a wrong password and a server that is away are noted with the account, and hold up no other', async () => {
    const desk = mailDesk(dovecot);
    const wrong = desk.addAccount('wrong', { secret: { from: 'file', path: '/nonexistent' } });
    const tls = desk.addAccount('tls', { imap: dovecot.imaps });
    const right = desk.addAccount('right');
    await dovecot.deliver('right', some(0, 1));
    expect((await fetch(desk, wrong)).problem?.code).toBe('secret-unread');
    expect((await fetch(desk, tls)).problem?.code).toBe('certificate-wrong');
    expect(counts(await fetch(desk, right))).toEqual(fine(1));
    expect(all(desk, 'SELECT fetch_problem IS NULL FROM mail_state ORDER BY account')).toEqual([0, 0, 1]);
    expect(accountsToFetch(desk, ['right@DESK.example'])).toEqual([right]);
  });

  test('a server that was away is read from where it was left, when it is back', async () => {
    const desk = mailDesk(dovecot);
    const account = desk.addAccount('back');
    await dovecot.deliver('back', some(0, 2));
    await fetch(desk, account);
    await dovecot.stop();
    expect((await fetch(desk, account)).problem?.code).toBe('server-unreachable');
    await dovecot.start();
    await dovecot.deliver('back', some(2, 3));
    expect(counts(await fetch(desk, account))).toEqual(fine(1));
  });

  test('an account that is removed in the midst takes nothing with it', async () => {
    const desk = mailDesk(dovecot);
    const account = desk.addAccount('removed');
    await dovecot.deliver('removed', some(0, 3));
    const { fetched } = await fetchOnce(desk, account, {
      signal,
      onMail: ({ read }) => {
        if (read === 1) write(desk.store, actorOf(desk), 'mail-remove', (one) => deleteMailAccount(one, account.id));
      },
    });
    expect(fetched).toMatchObject({ added: 3, unfiled: 0 });
    expect(keepWatch(desk.store, account.id, 'here:1:1', 1, 0, () => false)).toBe(false);
  });

  test('a signal in the midst ends the fetch; the next one goes on from there', async () => {
    const desk = mailDesk(dovecot);
    const account = desk.addAccount('stopped');
    await dovecot.deliver('stopped', some(0, 20));
    const stop = new AbortController();
    await fetchOnce(desk, account, {
      signal: stop.signal,
      onMail: ({ read }) => {
        if (read === 7) stop.abort();
      },
    });
    expect(ids(desk)).toHaveLength(7);
    await fetch(desk, account);
    expect(ids(desk)).toHaveLength(20);
    expect(new Set(ids(desk)).size).toBe(20);
  });
});
