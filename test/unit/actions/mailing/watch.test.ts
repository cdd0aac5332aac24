import { describe, expect, test, vi } from 'vitest';
import type { FetchOutcome } from '../../../../src/actions/mailing/fetch-once.ts';
import { type WatchOptions, watchAccounts } from '../../../../src/actions/mailing/watch.ts';
import type { Times } from '../../../../src/actions/mailing/watch-times.ts';
import { actorOf } from '../../../../src/context.ts';
import type { MailWorld } from '../../../../src/mail/net/transport.ts';
import { deleteMailAccount, updateMailAccount } from '../../../../src/store/mail-accounts.ts';
import { keepWatch } from '../../../../src/store/mail-state.ts';
import { write } from '../../../../src/store/writing.ts';
import { createDesk } from '../../../helpers/desk.ts';
import { canDovecot, startDovecot } from '../../../helpers/dovecot.ts';
import { type MailDesk, mailDesk, readingWorld } from '../../../helpers/reading-desk.ts';
import { mailOf } from '../../../helpers/sample-mails.ts';
import { startProxy } from '../../../helpers/tcp-proxy.ts';

const able = canDovecot();
const QUICK: Times = { look: 30, poll: 60_000, lease: 900, firstPause: 100, longestPause: 400, sendAnyway: 60_000 };
const WAIT = { timeout: 20_000, interval: 50 };

/** A watch that is under way: what it has told, and its end. */
function watching(desk: MailDesk, more: Partial<WatchOptions> = {}, world: MailWorld = readingWorld()) {
  const stop = new AbortController();
  const told: FetchOutcome[] = [];
  const other = createDesk({ path: desk.path, session: 'watcher' });
  const done = watchAccounts(
    { ...other, mail: async () => world },
    { signal: stop.signal, sendDue: null, times: QUICK, onFetched: (one) => void told.push(one), ...more },
  );
  return {
    told,
    end: async (): Promise<void> => {
      stop.abort();
      await done;
      other.close();
    },
  };
}

const subjects = (desk: MailDesk): unknown[] =>
  desk.store.db.prepare('SELECT subject FROM entries WHERE received IS NOT NULL ORDER BY id').pluck().all();
const state = (desk: MailDesk, column: string): unknown =>
  desk.store.db.prepare(`SELECT ${column} FROM mail_state`).pluck().get();

describe.runIf(able)('mail is watched on a real Dovecot', async () => {
  const dovecot = able ? await startDovecot() : null;
  if (dovecot === null) return;
  const put = (user: string, subject: string): Promise<void> =>
    dovecot.deliver(user, [mailOf({ id: `${subject}@x`, subject })]);

  test('what is there comes at once, what arrives comes by itself; the end gives up the watch, and waits for no poll', async () => {
    const desk = mailDesk(dovecot);
    desk.addAccount('watch');
    await put('watch', 'old');
    const watch = watching(desk);
    await vi.waitFor(() => expect(subjects(desk)).toEqual(['old']), WAIT);
    await put('watch', 'new');
    await vi.waitFor(() => expect(subjects(desk)).toEqual(['old', 'new']), WAIT);
    expect(state(desk, 'watcher')).toBe('here:1:1');

    const late = new Promise((resolve) => setTimeout(resolve, 10_000, 'late'));
    expect(await Promise.race([watch.end(), late])).toBe(undefined);
    expect(state(desk, 'watcher')).toBe(null);
  });

  test('a dead line is noticed by the poll, and a new connection brings what came meanwhile', async () => {
    const desk = mailDesk(dovecot);
    const proxy = await startProxy(dovecot.imap.port);
    desk.addAccount('dead', { imap: { ...dovecot.imap, port: proxy.port } });
    const watch = watching(desk, { times: { ...QUICK, poll: 300 } });
    await vi.waitFor(() => expect(watch.told.length).toBeGreaterThan(0), WAIT);
    proxy.swallow = true;
    await put('dead', 'meanwhile');
    await vi.waitFor(() => expect(watch.told.at(-1)?.problem?.code).toBe('server-silent'), WAIT);
    proxy.swallow = false;
    await vi.waitFor(() => expect(subjects(desk)).toEqual(['meanwhile']), WAIT);
    expect(proxy.connections()).toBeGreaterThan(1);
    await watch.end();
  });

  test('a connection that is lost is made anew, after pauses that grow; the account says what is wrong meanwhile', async () => {
    const desk = mailDesk(dovecot);
    desk.addAccount('lost');
    const watch = watching(desk);
    await vi.waitFor(() => expect(watch.told.length).toBe(1), WAIT);
    await dovecot.stop();
    await vi.waitFor(() => expect(watch.told.length).toBeGreaterThan(3), WAIT);
    expect(state(desk, 'fetch_problem')).toContain('server-');
    await dovecot.start();
    await put('lost', 'back');
    await vi.waitFor(() => expect(subjects(desk)).toEqual(['back']), WAIT);
    await vi.waitFor(() => expect(state(desk, 'fetch_problem')).toBe(null), WAIT);
    await watch.end();
  });

  test('accounts that are added, changed and removed while it runs are seen', async () => {
    const desk = mailDesk(dovecot);
    const watch = watching(desk);
    const account = desk.addAccount('added', { user: 'nobody-yet' });
    await vi.waitFor(() => expect(watch.told.length).toBe(1), WAIT);
    await put('added', 'first');
    const { id, addedAt: _, ...settings } = account;
    const change = (work: Parameters<typeof write>[3]) => write(desk.store, actorOf(desk), 'mail-set', work);
    change((writing) => updateMailAccount(writing, id, { ...settings, user: 'added' }));
    await vi.waitFor(() => expect(subjects(desk)).toEqual(['first']), WAIT);

    change((writing) => deleteMailAccount(writing, id));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await put('added', 'second');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(subjects(desk)).toEqual(['first']);
    await watch.end();
  });

  test('one of two watchers works; the other takes over when it is gone', async () => {
    const desk = mailDesk(dovecot);
    const { id } = desk.addAccount('two');
    keepWatch(desk.store, id, 'elsewhere:7:7', desk.now() + 3_600_000, desk.now(), () => false);
    let gone = false;
    const watch = watching(desk, {}, { ...readingWorld(), isGone: () => gone });
    await put('two', 'waiting');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(watch.told).toEqual([]);
    gone = true;
    await vi.waitFor(() => expect(subjects(desk)).toEqual(['waiting']), WAIT);
    await watch.end();
  });

  test('the queue is worked at the start, and when a message becomes due; one that stays due not at every look', async () => {
    const desk = mailDesk(dovecot);
    await desk.seed();
    desk.addAccount('sends', { smtp: { host: '127.0.0.1', port: 1, tls: 'off' } });
    const tried: number[] = [];
    const sendDue = async (): Promise<void> => void tried.push(Date.now());
    const times = { ...QUICK, firstPause: 5_000, longestPause: 10_000 };
    const watch = watching(desk, { sendDue, times });
    await vi.waitFor(() => expect(tried).toHaveLength(1), WAIT);
    const queue = (): void => {
      const free = 'SELECT min(id) AS entry FROM entries WHERE id NOT IN (SELECT entry FROM outbox)';
      const { entry } = desk.store.db.prepare<[], { entry: number }>(free).get() ?? { entry: 0 };
      desk.store.db
        .prepare("INSERT INTO outbox (entry, account, state, message_id, envelope) VALUES (?, 1, 'queued', ?, '{}')")
        .run(entry, `m${entry}@x`);
    };
    queue();
    await vi.waitFor(() => expect(tried).toHaveLength(2), WAIT);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(tried).toHaveLength(2);
    queue();
    await vi.waitFor(() => expect(tried).toHaveLength(3), WAIT);
    await watch.end();
  });

  test('a fault of ours ends the watch, and is not hidden', async () => {
    const desk = mailDesk(dovecot);
    desk.addAccount('fault');
    const world = { ...readingWorld(), imap: () => Promise.reject(new TypeError('nobody thought of this')) };
    await expect(
      watchAccounts(
        { ...desk, mail: async () => world },
        { signal: new AbortController().signal, sendDue: null, times: QUICK },
      ),
    ).rejects.toThrow('nobody thought of this');
  });
});
