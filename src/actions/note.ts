import * as z from 'zod';
import { DeskError } from '../domain/errors.ts';
import { asWritten } from '../domain/placeholders.ts';
import { updateCase, workingCase } from '../store/cases.ts';
import { consumeDraft } from '../store/drafts.ts';
import { insertEntry, writtenHere } from '../store/new-entries.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';

const input = z.strictObject({
  case: z.int().positive(),
  text: z.string(),
  fromDraft: z.boolean(),
});

/** Adds a private note. It goes to nobody and changes nobody's turn. */
export const note: Action<z.infer<typeof input>, { entry: number }> = {
  id: 'note',
  input,
  run: (writing, context, { case: named, text, fromDraft }) => {
    if (text.trim() === '') throw new DeskError('bad-value', 'empty-message');
    const before = workingCase(writing.store, named);
    const { number } = before;
    const own = {
      uid: context.newId(),
      case: number,
      type: 'note',
      channel: before.channel,
      text: asWritten(text),
    } as const;
    const entry = insertEntry(writing, writtenHere(writing, own));
    if (fromDraft) consumeDraft(writing, number, 'note', text);
    updateCase(writing, before, { touchedAt: writing.now, unread: false });
    describeAction(writing, { case: number, cases: 1 });
    return { entry };
  },
};
