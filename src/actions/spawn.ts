import * as z from 'zod';
import { KINDS, type Kind } from '../domain/case.ts';
import { belongsTo, type CaseFieldName } from '../domain/case-fields.ts';
import { readFields } from '../domain/field-rows.ts';
import { changeField, fieldRows } from '../store/case-fields.ts';
import { insertCase, workingCase } from '../store/cases.ts';
import { addLink } from '../store/links.ts';
import { insertEntry, writtenHere } from '../store/new-entries.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';

const input = z.strictObject({
  case: z.int().positive(),
  kind: z.enum(KINDS),
  /** null: as the case is called that it comes from */
  subject: z.string().trim().min(1).nullable(),
  /** why there is one; null: the reason or symptom that is known */
  reason: z.string().trim().min(1).nullable(),
  /** says where it came from, in the agent's language */
  note: z.string().min(1),
});

export interface Spawned {
  readonly from: number;
  /** the new case */
  readonly number: number;
}

/**
 * Opens a case of its own for what a case has led to: care for a customer whose fault is mended. It is the same
 * customer's, both know each other, and product, serial number and reason come along.
 */
export const spawn: Action<z.infer<typeof input>, Spawned> = {
  id: 'spawn',
  input,
  run: (writing, context, { case: named, kind, subject, reason, note }) => {
    const { store, now } = writing;
    const from = workingCase(store, named);
    const own = readFields(fieldRows(store, from.number)).values;
    const { product, channel, customer, mood } = from;
    const number = insertCase(writing, {
      ...{ uid: context.newId(), subject: subject ?? from.subject, kind, product, channel, customer, mood },
      ...{ topic: null, status: 'new', priority: 'normal', department: null },
      ...{ createdAt: now, updatedAt: now, waitingSince: null, solvedAt: null },
      ...{ snooze: null, unread: false, touchedAt: now },
    });
    const why = reason ?? own.reason ?? own.symptom ?? null;
    const carried: [CaseFieldName, string | null][] = [
      ['serial', own.serial ?? null],
      [whyField(kind), why],
    ];
    for (const [name, value] of carried)
      if (value !== null && belongsTo(name, kind)) changeField(writing, number, name, value);
    insertEntry(
      writing,
      writtenHere(writing, {
        ...{ uid: context.newId(), case: number, type: 'note', party: 'agent', direction: null },
        ...{ channel, author: writing.agent, text: note },
      }),
    );
    addLink(writing, from.number, number);
    describeAction(writing, { case: from.number, cases: 1, what: `#${number}` });
    return { from: from.number, number };
  },
};

const whyField = (kind: Kind): CaseFieldName => (kind === 'support' ? 'symptom' : 'reason');
