import { keepDraft } from '../../src/actions/typing.ts';
import type { Context } from '../../src/context.ts';
import { type DraftType, draftFor } from '../../src/store/drafts.ts';

/** An agent goes on with the draft of a case as it lies there, until it says this. */
export const typeDraft = (
  context: Context,
  number: number,
  text: string,
  type: DraftType = 'reply',
  template: string | null = null,
): string =>
  keepDraft(context, {
    ...{ case: number, type, text, template, head: {}, caseVersion: 1 },
    loaded: draftFor(context.store, number, type)?.text ?? '',
  });
