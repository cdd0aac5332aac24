import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { createDesk } from '../../helpers/desk.ts';

function deskWithCase() {
  const desk = createDesk();
  perform(desk, newCase, {
    customer: 'Lan <lan@x.example>',
    subject: 'Oven',
    kind: 'support',
    channel: 'email',
    message: 'x',
  });
  return desk.store.db;
}

test('every table is STRICT', () => {
  const { db } = createDesk().store;

  const loose = db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all();

  expect(loose).toEqual([]);
});

const WRONG: readonly (readonly [string, string])[] = [
  ['a status nobody knows', "UPDATE cases SET status = 'lost'"],
  ['a kind nobody knows', "UPDATE cases SET kind = 'other'"],
  ['a topic nobody knows', "UPDATE cases SET topic = 'other'"],
  ['a mood nobody knows', "UPDATE cases SET mood = 'glad'"],
  ['a channel nobody knows', "UPDATE cases SET channel = 'pigeon'"],
  ['a fifth priority', 'UPDATE cases SET priority = 4'],
  ['a snooze without a mode', 'UPDATE cases SET snooze_until = 5'],
  ['a snooze without an end', "UPDATE cases SET snooze_mode = 'firm'"],
  ['an end to a snooze until they reply', "UPDATE cases SET snooze_mode = 'reply', snooze_until = 5"],
  ['half unread', 'UPDATE cases SET unread = 2'],
  ['a text for a time', "UPDATE cases SET created_at = 'yesterday'"],
  ['a fraction of a millisecond', 'UPDATE cases SET created_at = 1.5'],
  ['no subject at all', 'UPDATE cases SET subject = NULL'],
  ['a customer who is not there', 'UPDATE cases SET customer = 99'],
  ['a case merged into nothing', 'UPDATE cases SET merged_into = 99'],
  ['a date from nowhere', 'UPDATE entries SET at_source = NULL'],
  ['a source of no date', 'UPDATE entries SET at = NULL'],
  ['a direction nobody knows', "UPDATE entries SET direction = 'up'"],
  ['a party nobody knows', "UPDATE entries SET party = 'press'"],
  ['an entry of no case', 'UPDATE entries SET case_number = 99'],
  ['a role nobody knows', "UPDATE entry_addresses SET role = 'witness'"],
  ['a segment nobody knows', "UPDATE customers SET segment = 'rich'"],
  ['a way to reach nobody', "UPDATE contact_points SET kind = 'pigeon'"],
  ['a message in no state', "INSERT INTO outbox (entry, state, message_id, envelope) VALUES (1, 'lost', 'x', '{}')"],
  ['a merge from a status nobody knows', "INSERT INTO merges (source, status) VALUES (1, 'lost')"],
  ['an entry that came from no merge', 'INSERT INTO merge_entries (source, entry) VALUES (1, 1)'],
  ['a link with itself', 'INSERT INTO links (a, b) VALUES (1, 1)'],
  ['a sixth star', "INSERT INTO ratings (case_number, score, comment, at, author) VALUES (1, 6, '', 0, '')"],
  ['a case with entries gone', 'DELETE FROM cases'],
  ['a customer with cases gone', 'DELETE FROM customers'],
];

test.each(WRONG)('the file itself refuses %s', (_what, sql) => {
  const db = deskWithCase();

  const write = () => db.exec(sql);

  expect(write).toThrow(/constraint failed|cannot store/);
});

test('a number that was given to a case is never given again', () => {
  const desk = createDesk();
  const fresh = { customer: 'Lan', subject: 'x', kind: 'care', channel: 'phone' } as const;
  perform(desk, newCase, fresh);
  perform(desk, newCase, fresh);
  desk.store.db.exec('DELETE FROM cases WHERE number = 2');

  const { output } = perform(desk, newCase, fresh);

  expect(output.number).toBe(3);
});
