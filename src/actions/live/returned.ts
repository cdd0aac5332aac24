import type { Outgoing } from '../../domain/outbox.ts';
import { problemOf, problemText } from '../../domain/problem.ts';
import type { Bounce } from '../../mail/bounce.ts';
import { messagesWithId, noteReturned } from '../../store/live-signs.ts';
import { findOutgoing } from '../../store/outbox.ts';
import { settleUncertain } from '../../store/outbox-states.ts';
import type { Writing } from '../../store/writing.ts';
import { noteLost } from './effects.ts';

/** A mail that names a message of ours proves that it has left: an uncertain one is settled. */
export function settleNamed(writing: Writing, ids: readonly string[]): void {
  for (const { entry, state } of outgoingNamed(writing, ids))
    if (state === 'uncertain')
      settleUncertain(writing.store, entry, { state: 'sent', sentAt: writing.now, problem: null });
}

/**
 * What a delivery report changes: of one that failed the message is marked as bounced and its case comes back, for the
 * customer has no answer; of one that is late the message says so and stays sent. True: a case came back. Nobody waits
 * for an automatic answer.
 */
export function noteBounce(writing: Writing, bounce: Bounce): boolean {
  const left = outgoingNamed(writing, bounce.ids).filter(({ state }) => RETURNABLE.has(state));
  if (bounce.fate === 'delivered') {
    settleNamed(writing, bounce.ids);
    return false;
  }
  const failed = bounce.fate === 'failed';
  // a delay that is told after the end changes nothing of it
  for (const outgoing of left) if (failed || outgoing.state !== 'bounced') noteOne(writing, outgoing, bounce);
  const lost = left.filter(({ automatic }) => failed && !automatic);
  for (const { case: number, entry } of lost) noteLost(writing, number, entry);
  return lost.length > 0;
}

const RETURNABLE: ReadonlySet<string> = new Set(['sent', 'uncertain', 'bounced']);

function noteOne(writing: Writing, { entry, envelope }: Outgoing, { fate, address, code }: Bounce): void {
  const facts = { address: address ?? envelope.to[0]?.address ?? '', code: code ?? '' };
  const failed = fate === 'failed';
  const problem = problemText(problemOf(failed ? 'bounced' : 'delayed', facts));
  noteReturned(writing, entry, failed ? 'bounced' : 'sent', problem, code);
}

const outgoingNamed = ({ store }: Writing, ids: readonly string[]): Outgoing[] =>
  [...new Set(ids.flatMap((id) => messagesWithId(store, id).map((one) => one.id)))].flatMap(
    (entry) => findOutgoing(store, entry) ?? [],
  );
