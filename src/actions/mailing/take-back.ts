import * as z from 'zod';
import type { DraftHead } from '../../domain/draft-head.ts';
import type { Entry } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import { hasLeft, type Outgoing } from '../../domain/outbox.ts';
import { waitingSince } from '../../domain/standing.ts';
import { getCase, updateCase } from '../../store/cases.ts';
import { draftFor, insertDraft } from '../../store/drafts.ts';
import { getEntry, spokenIn } from '../../store/entries.ts';
import { removeEntry } from '../../store/new-entries.ts';
import { describeAction } from '../../store/writing.ts';
import type { Action } from '../action.ts';
import { meantMessages } from './meant-messages.ts';

const input = z.strictObject({ entry: z.int().positive() });

/**
 * Takes a message that has not left out of the outbox and makes a draft of it again, with its head and its files; the case
 * is ours to answer. Throws `not-outgoing`, `mail-gone`, `draft-there`.
 */
export const takeBackMail: Action<z.infer<typeof input>, { readonly case: number }> = {
  id: 'mail-edit',
  input,
  run: (writing, _context, { entry }) => {
    const { store, now } = writing;
    const [message] = meantMessages(store, [entry]);
    if (message === undefined || hasLeft(message.state)) throw new DeskError('conflict', 'mail-gone', { id: entry });
    const { case: number } = message;
    if ((draftFor(store, number, 'reply')?.text ?? '') !== '')
      throw new DeskError('conflict', 'draft-there', { number });
    const written = getEntry(store, entry);
    // a packet for a department is no answer: as a draft it would go to the customer
    if (written.type === 'note') throw new DeskError('conflict', 'mail-to-department', { id: entry });
    removeEntry(writing, entry);
    const waits = waitingSince(spokenIn(store, number));
    updateCase(writing, getCase(store, number), { status: 'open', waitingSince: waits, touchedAt: now });
    const { version } = getCase(store, number);
    const head = message.state === 'manual' ? {} : headOf(message, written);
    insertDraft(writing, {
      ...{ case: number, type: 'reply', text: written.text, template: null },
      ...{ head, caseVersion: version, updatedAt: now },
    });
    describeAction(writing, { case: number, cases: 1 });
    return { case: number };
  },
};

function headOf({ envelope }: Outgoing, { parts, quoted }: Entry): DraftHead {
  const { to, cc, bcc, from, subject } = envelope;
  return {
    ...{ to, cc, bcc, subject, from: from.address },
    ...(parts.length === 0 ? {} : { parts }),
    ...(quoted === '' ? {} : { quote: true }),
  };
}
