import { expect, test } from 'vitest';
import { tiesOf } from '../../../src/store/forgetting/ties.ts';
import { createDesk } from '../../helpers/desk.ts';

/** Where words of a customer may stand though no reference leads there from her: each is cleaned by hand. */
const BY_HAND = ['customers', 'cases', 'changes', 'actions', 'events', 'unfiled', 'search', 'search_rows'];

/** Texts that forgetting leaves alone, table by table, each because no customer's word gets in. */
const NOBODYS: Readonly<Record<string, readonly string[]>> = {
  // hashes, paths and keys of the desk's own
  tombstones: ['hash'],
  forgotten_raw: ['sha256'],
  backups: ['path'],
  keys: ['name', 'hex'],
  // words that desk itself knows, and names of files that the agents write for everybody
  case_counts: ['status'],
  forgotten_cases: ['segment', 'targets', 'kind', 'topic', 'mood', 'status', 'channel', 'snooze_mode'],
  forgotten_entries: ['type', 'party', 'direction', 'channel', 'at_source'],
  forgotten_answers: ['playbook', 'step', 'answer'],
  forgotten_promises: ['kind'],
  forgotten_handoffs: ['department', 'state'],
  // what the desk says of itself, to everybody
  settings: ['key', 'value'],
  schedules: ['name', 'zone', 'week', 'lists', 'holidays'],
  targets: ['name', 'schedule', 'kinds', 'segments', 'query', 'paused_by', 'minutes'],
  templates: ['name', 'title', 'tags', 'set_fields', 'add_tags'],
  template_bodies: ['language', 'body'],
  mail_accounts: [
    ...['address', 'normal', 'name', 'user', 'auth', 'secret_from', 'secret', 'mailbox', 'after_fetch', 'move_to'],
    ...['imap_host', 'imap_tls', 'smtp_host', 'smtp_tls', 'sent_copy', 'sent_folder', 'authserv_id', 'auto_reply'],
    'signatures',
  ],
  mailboxes: ['mailbox'],
  // of a server, about the account as a whole; of one message it stands in the outbox
  mail_state: ['fetch_problem', 'send_problem', 'watcher'],
};

test('every text in the store goes with a customer, or is known to be nobody’s', () => {
  const { store } = createDesk();
  const texts = store.db
    .prepare<[], { tbl: string; column: string }>(
      `SELECT t.name AS tbl, c.name AS "column" FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
        WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND upper(c.type) IN ('TEXT', 'BLOB', 'ANY')`,
    )
    .all();
  const goes = new Set([...BY_HAND, ...hangingOn(['customers', 'cases', 'entries'])]);

  const left = texts.filter(({ tbl, column }) => !goes.has(tbl) && NOBODYS[tbl]?.includes(column) !== true);

  // a new one: give it a reference to her, her case or an entry, or say here why no word of hers can be in it
  expect(left.map(({ tbl, column }) => `${tbl}.${column}`)).toEqual([]);

  function hangingOn(parents: readonly string[]): string[] {
    const ties = tiesOf(store);
    const found = new Set<string>();
    for (let next = parents; next.length > 0; ) {
      next = next.flatMap((one) => (ties.get(one) ?? []).map(({ table }) => table)).filter((one) => !found.has(one));
      for (const one of next) found.add(one);
    }
    return [...found];
  }
});
