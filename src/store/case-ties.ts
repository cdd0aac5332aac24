import type { RecordTies } from '../domain/incoming.ts';
import { bringHandoffs, bringOptions, handoffRecordsOf, optionRecordsOf } from './care-records.ts';
import { bringFields, ownFieldRows } from './case-fields.ts';
import { bringCommitments, recordsOf } from './commitment-records.ts';
import type { Store } from './open.ts';
import { addRating } from './ratings.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** What ties a case to others and to its customer's judgement, by uids: for its export. */
export function tiesOf(store: Store, number: number): RecordTies {
  return {
    ratings: prepared<[number], NonNullable<RecordTies['ratings']>[number]>(
      store,
      'SELECT score, comment, at, author FROM ratings WHERE case_number = ? ORDER BY at, id',
    ).all(number),
    commitments: recordsOf(store, 'case', number),
    options: optionRecordsOf(store, number),
    handoffs: handoffRecordsOf(store, number),
    fields: Object.fromEntries(ownFieldRows(store, number).map(({ field, value }) => [field, value])),
    linkedWith: prepared<[{ number: number }], { uid: string }>(
      store,
      `SELECT c.uid FROM links l JOIN cases c ON c.number = iif(l.a = @number, l.b, l.a)
        WHERE @number IN (l.a, l.b) ORDER BY c.number`,
    )
      .all({ number })
      .map((row) => row.uid),
    blockedSenders: prepared<[number], NonNullable<RecordTies['blockedSenders']>[number]>(
      store,
      'SELECT address, at FROM blocked_senders WHERE case_number = ? ORDER BY address',
    ).all(number),
    merge: mergeOf(store, number),
  };
}

function mergeOf(store: Store, number: number): RecordTies['merge'] {
  const found = prepared<[number], Pick<NonNullable<RecordTies['merge']>, 'status' | 'waitingSince'>>(
    store,
    'SELECT status, waiting_since AS waitingSince FROM merges WHERE source = ?',
  ).get(number);
  if (found === undefined) return undefined;
  const entries = prepared<[number], { uid: string }>(
    store,
    'SELECT e.uid FROM merge_entries m JOIN entries e ON e.id = m.entry WHERE m.source = ? ORDER BY e.id',
  ).all(number);
  const tags = prepared<[number], { tag: string }>(store, 'SELECT tag FROM merge_tags WHERE source = ? ORDER BY tag');
  return { ...found, entries: entries.map((row) => row.uid), tags: tags.all(number).map((row) => row.tag) };
}

/** Ties an imported case as it was tied, as far as the others are here by now. */
export function tieAsBefore(writing: Writing, number: number, ties: RecordTies): void {
  const { store } = writing;
  for (const rating of ties.ratings ?? []) addRating(writing, { ...rating, case: number });
  bringCommitments(writing, { case: number, customer: null }, ties.commitments);
  bringOptions(writing, number, ties.options);
  bringHandoffs(writing, number, ties.handoffs);
  bringFields(writing, number, ties.fields);
  const block = prepared(
    store,
    'INSERT INTO blocked_senders (address, case_number, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const { address, at } of ties.blockedSenders ?? []) block.run(address, number, at);
  // whichever of the two comes second makes the link
  const link = prepared(
    store,
    `INSERT INTO links (a, b) SELECT min(number, @number), max(number, @number) FROM cases WHERE uid = @uid AND number <> @number
      ON CONFLICT DO NOTHING`,
  );
  for (const uid of ties.linkedWith ?? []) link.run({ number, uid });
  if (ties.merge !== undefined) rememberMerge(writing, number, ties.merge);
}

function rememberMerge({ store }: Writing, number: number, merge: NonNullable<RecordTies['merge']>): void {
  const { status, waitingSince, entries, tags } = merge;
  prepared(store, 'INSERT INTO merges (source, status, waiting_since) VALUES (?, ?, ?)').run(
    number,
    status,
    waitingSince,
  );
  const entry = prepared(store, 'INSERT OR IGNORE INTO merge_entries SELECT ?, id FROM entries WHERE uid = ?');
  for (const uid of entries) entry.run(number, uid);
  const tag = prepared(store, 'INSERT OR IGNORE INTO merge_tags (source, tag) VALUES (?, ?)');
  for (const one of tags) tag.run(number, one);
}
