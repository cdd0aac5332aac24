import type { Context } from '../../context.ts';
import { DeskError } from '../../domain/errors.ts';
import { dueCount } from '../../store/outbox.ts';
import { expected } from '../expected.ts';
import { growingPause, rest, type Times } from './watch-times.ts';

/** Works the queue of outgoing messages once. */
export type SendDue = (context: Context, signal: AbortSignal) => Promise<unknown>;

/**
 * Works the queue as soon as a message is due, until the signal says so. What is still due afterwards (a password that
 * can't be read) is tried again after growing pauses, or when more has become due.
 */
export async function keepSending(
  context: Context,
  sendDue: SendDue,
  signal: AbortSignal,
  times: Times,
): Promise<void> {
  const pause = growingPause(times);
  const due = (): number => dueCount(context.store, context.now());
  let left = 0;
  let triedAt = Number.NEGATIVE_INFINITY;
  let wait = 0;
  while (!signal.aborted) {
    const since = performance.now() - triedAt;
    const waiting = due();
    if (waiting > left || (waiting > 0 && since >= wait) || since >= times.sendAnyway) {
      try {
        await sendDue(context, signal);
      } catch (error) {
        if (!(expected(error) instanceof DeskError)) throw error; // the disk, or another writer: tried again
      }
      left = due();
      triedAt = performance.now();
      if (left === 0) pause.reset();
      wait = pause.next();
    }
    left = Math.min(left, due());
    await rest(times.look, signal);
  }
}
