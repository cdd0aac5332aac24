import { type DraftHead, isNothingChosen, NOTHING_CHOSEN } from '../domain/draft-head.ts';
import { DeskError } from '../domain/errors.ts';
import { bothEdits } from '../text/both-edits.ts';
import { FAMILY } from './merges.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import { type Writing, writeQuietly } from './writing.ts';

export type DraftType = 'reply' | 'note';

/** What an agent has typed and not sent. */
export interface Draft {
  readonly case: number;
  readonly type: DraftType;
  readonly text: string;
  readonly template: string | null;
  /** whom it goes to and what goes along, where that is not as proposed */
  readonly head: DraftHead;
  /** the version of the case that was on the screen when the draft was begun */
  readonly caseVersion: number;
  /** ms */
  readonly updatedAt: number;
}

type DraftRow = Omit<Draft, 'head'> & { readonly head: string | null };

const SELECT = `SELECT case_number AS "case", type, text, template, head, case_version AS caseVersion, updated_at AS updatedAt FROM drafts`;

const draftOf = (row: DraftRow | undefined): Draft | null =>
  row === undefined ? null : { ...row, head: headOf(row.head) };

/** As saveDraft wrote it; nothing chosen where another program wrote something else. */
function headOf(json: string | null): DraftHead {
  if (json === null) return NOTHING_CHOSEN;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : NOTHING_CHOSEN;
  } catch {
    return NOTHING_CHOSEN;
  }
}

const headText = (head: DraftHead): string | null => (isNothingChosen(head) ? null : JSON.stringify(head));

/** The draft in this very case. */
export function findDraft(store: Store, number: number, type: DraftType): Draft | null {
  return draftOf(
    prepared<[number, DraftType], DraftRow>(store, `${SELECT} WHERE case_number = ? AND type = ?`).get(number, type),
  );
}

/** The draft to go on with: this case's, or where it has none, the newest one of the cases that were merged into it. */
export function draftFor(store: Store, number: number, type: DraftType): Draft | null {
  return draftOf(
    prepared<[number, DraftType, number], DraftRow>(
      store,
      `${FAMILY} ${SELECT} WHERE case_number IN (SELECT number FROM family) AND type = ?
        ORDER BY case_number = ? DESC, updated_at DESC LIMIT 1`,
    ).get(number, type, number),
  );
}

/**
 * Keeps what is being typed; an empty text takes the draft away. Not an action: it is written at every pause. `loaded`:
 * the text that the typing began from ('' for none). Where another window has written on it since, what both have
 * written is kept. Returns the text as it lies in the store now.
 */
export function saveDraft(store: Store, draft: Draft, loaded: string): string {
  let { text } = draft;
  writeQuietly(store, () => {
    takeOver(store, draft.case, draft.type);
    text = bothEdits(loaded, findDraft(store, draft.case, draft.type)?.text ?? '', draft.text);
    if (text === '') {
      prepared(store, 'DELETE FROM drafts WHERE case_number = ? AND type = ?').run(draft.case, draft.type);
      return;
    }
    prepared(
      store,
      `INSERT INTO drafts (case_number, type, text, template, head, case_version, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (case_number, type) DO UPDATE SET text = excluded.text, template = excluded.template, head = excluded.head,
         case_version = excluded.case_version, updated_at = excluded.updated_at`,
    ).run(draft.case, draft.type, text, draft.template, headText(draft.head), draft.caseVersion, draft.updatedAt);
  });
  return text;
}

/** Puts a draft of an import where there is none. */
export function insertDraft(writing: Writing, draft: Draft): void {
  prepared(
    writing.store,
    `INSERT INTO drafts (case_number, type, text, template, head, case_version, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_number, type) DO NOTHING`,
  ).run(draft.case, draft.type, draft.text, draft.template, headText(draft.head), draft.caseVersion, draft.updatedAt);
}

/** A draft that came with a merged case and is gone on with here belongs here from now on. */
function takeOver(store: Store, number: number, type: DraftType): void {
  const shown = draftFor(store, number, type);
  if (shown !== null && shown.case !== number)
    prepared(store, 'UPDATE drafts SET case_number = ? WHERE case_number = ? AND type = ?').run(
      number,
      shown.case,
      type,
    );
}

/**
 * Takes the draft away as part of the action that sends it: undo brings exactly that text back. Throws `conflict` when
 * it says something else than what is sent: then another window has written on it, and nobody has read that yet.
 */
export function consumeDraft(writing: Writing, number: number, type: DraftType, sent: string): void {
  const lying = findDraft(writing.store, number, type);
  if (lying !== null && lying.text !== sent) throw new DeskError('conflict', 'draft-moved-on', { number });
  prepared(writing.store, 'DELETE FROM drafts WHERE case_number = ? AND type = ?').run(number, type);
}
