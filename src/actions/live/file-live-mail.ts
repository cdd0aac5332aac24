import type { Context } from '../../context.ts';
import type { FiledOnly } from '../../domain/entry.ts';
import { foldAnswer } from '../../domain/handoff/fold-answer.ts';
import type { ParsedMail } from '../../domain/incoming.ts';
import type { MailAccount } from '../../domain/mail-account.ts';
import { problemOf } from '../../domain/problem.ts';
import { addLink } from '../../store/links.ts';
import { entryOfMail, messagesWithId } from '../../store/live-signs.ts';
import { findOutgoing } from '../../store/outbox.ts';
import { describeAction, type Writing } from '../../store/writing.ts';
import { insertMail } from '../import/insert-mail.ts';
import { takeAnswer } from '../receive-handoff.ts';
import { type DepartmentWord, departmentWord } from './department-word.ts';
import { filedOnly, noteFiled, noteOurWords, noteWords } from './effects.ts';
import { answerFirst } from './first-answer.ts';
import { openLiveCase } from './open-live-case.ts';
import { type Read, readLive } from './read-live.ts';
import { noteBounce, settleNamed } from './returned.ts';
import { type Place, whichCase } from './which-case.ts';

/** A mail that has come, kept and parsed. */
export interface LiveMail {
  /** of the raw bytes */
  readonly sha256: string;
  /** all of it, or of a large one its beginning */
  readonly raw: Buffer;
  readonly parsed: ParsedMail;
  readonly identity: string;
}

/** linked: a new case, because the one it answers is closed · same: it lay there before · own: we wrote it ourselves */
export interface FiledLive {
  readonly entry: number | null;
  readonly case: number | null;
  readonly how: 'new' | 'joined' | 'linked' | 'same' | 'own';
}

/**
 * Files a mail that came to a desk at work, inside the action `fetch` or `deliver`: into the case it belongs to, with
 * what follows for that case, or into a new one. A mail that is there already, or that is a copy of one in our outbox,
 * adds nothing. `account` is the one that it came to; null where none is known.
 */
export function fileLiveMail(
  writing: Writing,
  context: Context,
  mail: LiveMail,
  account: MailAccount | null,
): FiledLive {
  const same = entryOfMail(writing.store, mail.sha256, mail.identity);
  const filed: FiledLive =
    same === null
      ? file(writing, context, readLive(writing, mail, account))
      : { entry: same.id, case: same.case, how: 'same' };
  describeAction(writing, { case: filed.case, cases: 1, what: mail.parsed.subject ?? '' });
  return filed;
}

function file(writing: Writing, context: Context, arrival: Read): FiledLive {
  const { parsed, ours, bounce } = arrival;
  const copied = ours && parsed.messageId !== null ? ourCopy(writing, parsed.messageId) : null;
  if (copied !== null) return copied;
  const place = whichCase(writing.store, arrival);
  if (bounce === null) settleNamed(writing, arrival.signs.ids);
  if (ours) return fileOurs(writing, context, arrival, place);
  const word = departmentWord(context, arrival, place.joins);
  if (word !== null) return fileDepartment(writing, context, arrival, place, word);
  const { joins } = place;
  if (joins === null) return fileNew(writing, context, arrival, place);
  const quiet = filedOnly(writing.store, joins, parsed, arrival.from, arrival.flood);
  if (joins.status === 'closed' && (quiet === null || quiet === 'flood'))
    return fileLinked(writing, context, arrival, place, joins.number);
  const back = bounce !== null && noteBounce(writing, bounce);
  const entry = insert(writing, context, arrival, place, joins.number, back ? null : quiet);
  if (quiet === null) noteWords(writing, joins.number, parsed.at ?? writing.now);
  else if (!back) noteFiled(writing, joins.number);
  return { entry, case: joins.number, how: 'joined' };
}

/** A copy of what lies in our outbox, from the folder of sent mail or by Bcc: it has left, and nothing is added. */
function ourCopy(writing: Writing, messageId: string): FiledLive | null {
  const found = messagesWithId(writing.store, messageId).find((one) => findOutgoing(writing.store, one.id) !== null);
  if (found === undefined) return null;
  settleNamed(writing, [messageId]);
  return { entry: found.id, case: found.case, how: 'same' };
}

function fileOurs(writing: Writing, context: Context, arrival: Read, place: Place): FiledLive {
  const { joins } = place;
  const number = joins?.number ?? openLiveCase(writing, context, arrival, place.mayBelong);
  const entry = insert(writing, context, arrival, place, number, null);
  if (joins !== null && arrival.parsed.automatic === null) noteOurWords(writing, number);
  else if (joins !== null) noteFiled(writing, number);
  return { entry, case: number, how: 'own' };
}

function fileNew(writing: Writing, context: Context, arrival: Read, place: Place): FiledLive {
  const number = openLiveCase(writing, context, arrival, place.mayBelong);
  const entry = insert(writing, context, arrival, place, number, null);
  if (arrival.bounce !== null) noteBounce(writing, arrival.bounce);
  answerFirst(writing, context, number, arrival);
  return { entry, case: number, how: 'new' };
}

/** A department's word comes in as what it is; where it answers a hand-off, its case wakes. */
function fileDepartment(
  writing: Writing,
  context: Context,
  arrival: Read,
  place: Place,
  { number, handoff, answer }: DepartmentWord,
): FiledLive {
  const { parsed } = arrival;
  const read = { ...arrival, parsed: { ...parsed, ...foldAnswer(parsed.text, parsed.quoted) } };
  const entry = insert(writing, context, read, place, number, null, 'department');
  if (handoff !== null) takeAnswer(writing, handoff, answer, entry);
  else noteFiled(writing, number);
  return { entry, case: number, how: 'joined' };
}

/** What is closed stays closed: its customer's words open another case, and the two know each other. */
function fileLinked(writing: Writing, context: Context, arrival: Read, place: Place, closed: number): FiledLive {
  const number = openLiveCase(writing, context, arrival, null);
  const entry = insert(writing, context, arrival, place, number, null);
  addLink(writing, closed, number);
  answerFirst(writing, context, number, arrival);
  return { entry, case: number, how: 'linked' };
}

function insert(
  writing: Writing,
  context: Context,
  { mail, parsed, ours, authenticated }: Read,
  { reusedId }: Place,
  number: number,
  quiet: FiledOnly | null,
  party?: 'department',
): number {
  const problem = parsed.problem ?? (reusedId ? problemOf('id-reused') : null);
  const { sha256, identity } = mail;
  const more = { filedOnly: quiet, authenticated, cameAt: writing.now, ...(party === undefined ? {} : { party }) };
  return insertMail(writing, context, number, { parsed: { ...parsed, problem }, sha256, identity, ours }, more);
}
