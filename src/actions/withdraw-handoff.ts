import * as z from 'zod';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import type { Department } from '../domain/handoff/department.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import { withdrawalOf } from '../domain/handoff/withdrawal.ts';
import { hasLeft } from '../domain/outbox.ts';
import { workingCase } from '../store/cases.ts';
import { getHandoff, handoffsOf, packetMail, withdrawHandoff } from '../store/handoffs.ts';
import { removeOutgoing } from '../store/outbox.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';
import { putForDepartment } from './put-packet.ts';
import { readDepartments } from './read-pages.ts';
import { changeCase } from './set-case.ts';

const input = z.strictObject({
  /** its id */
  handoff: z.int().positive(),
  /** may be empty */
  reason: z.string(),
  /** where the packet has left by mail: the department is told by mail */
  tell: z.boolean(),
});

export interface Withdrawn {
  readonly handoff: Handoff;
  /** the packet had not left, and does not any more */
  readonly calledBack: boolean;
  /** where a mail that says so is on its way to; null: nobody is told by desk */
  readonly toldTo: string | null;
}

/**
 * Nobody waits for the department any more: its packet is called back or, where that is too late, it is told; the case is
 * ours again if nothing else of it lies with a department. Throws `no-such-handoff`, `handoff-ended`.
 */
export const withdraw: Action<z.infer<typeof input>, Withdrawn> = {
  id: 'handoff-withdraw',
  input,
  run: (writing, context, { handoff, reason, tell }) => {
    const { store } = writing;
    const before = getHandoff(store, handoff);
    if (before.state !== 'waiting') throw new DeskError('conflict', 'handoff-ended', { id: handoff });
    const found = workingCase(store, before.case);
    withdrawHandoff(writing, before);
    const mail = packetMail(store, before, found.number);
    const calledBack = mail !== null && !hasLeft(mail.state);
    if (calledBack) removeOutgoing(writing, mail.entry);
    const left = mail !== null && !calledBack;
    const toldTo =
      left || reason.trim() !== ''
        ? putWithdrawal(writing, context, before, reason, left && tell ? [mail.messageId] : null)
        : null;
    const [waits] = handoffsOf(store, found.number).filter(({ state }) => state === 'waiting');
    const department = found.department === before.department ? (waits?.department ?? null) : found.department;
    const status = found.status === 'hold' && waits === undefined ? { status: 'open' as const } : {};
    changeCase(writing, found, { department, ...status }, [], []);
    describeAction(writing, { case: found.number, cases: 1, what: before.department });
    return { handoff: getHandoff(store, handoff), calledBack, toldTo };
  },
};

/** The note that says so; as a mail too, in answer to the packet, where `packet` is what left. */
function putWithdrawal(
  writing: Writing,
  context: Context,
  { mark, department: name, case: number }: Handoff,
  reason: string,
  packet: readonly string[] | null,
): string | null {
  const found = workingCase(writing.store, number);
  const department = readDepartments(context).good.find(({ value }) => value.name === name)?.value ?? null;
  // a file that is gone since leaves its name, and nobody to tell
  const told: Department = department ?? { name, titles: {}, address: '', dueHours: 0, needs: [], answers: [] };
  const of = { id: mark, caseNumber: found.number, subject: found.subject, language: context.locale };
  return putForDepartment(writing, context, found, {
    ...{ department: told, text: withdrawalOf(told, of, reason), parts: () => [] },
    ...{ references: packet ?? [], mail: packet !== null && department !== null },
  });
}
