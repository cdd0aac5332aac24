import type { Context } from '../context.ts';
import { getCase } from '../store/cases.ts';
import { type Draft, saveDraft } from '../store/drafts.ts';
import { markLookedAt } from '../store/outbox-states.ts';
import { setPatience } from '../store/patience.ts';
import { lastSeen, markSeen, newsSince, rememberSeen } from '../store/seen.ts';

/** What is being typed, with the text that the typing began from ('' for none). */
export type Typing = Omit<Draft, 'updatedAt'> & { readonly loaded: string };

/**
 * Keeps what the agent is typing in a case. Not an action: it happens at every pause, and the editor has its own undo.
 * Returns the draft's text as it is kept: another one than was typed where another window has written on it too.
 */
export function keepDraft(context: Context, { loaded, ...draft }: Typing): string {
  getCase(context.store, draft.case); // it may have been taken back in another window: an error, not a lost text
  return saveDraft(context.store, { ...draft, updatedAt: context.now() }, loaded);
}

/** The agent has opened the case. Not an action: looking changes nothing for anybody else. */
export const seeCase = (context: Context, number: number): void => markSeen(context.store, number);

/** The agent has looked at the outbox: what failed there is no news any more. */
export const seeMail = (context: Context): void => markLookedAt(context.store);

/** What has come in since the agent was last here; null on the first visit. */
export function greet(context: Context): { since: number; cases: number; messages: number } | null {
  const since = lastSeen(context.store);
  return since === null ? null : { since, ...newsSince(context.store, since) };
}

/** The agent is still here: what comes from now on is news the next time. */
export const stayed = (context: Context): void => rememberSeen(context.store, context.now());

/** With screens open a key must not wait for another program's writing: the change is tried again instead. */
export const beQuick = (context: Context): void => setPatience(context.store, KEY_WAIT_MS);

const KEY_WAIT_MS = 20;

/** At the end nobody waits for a key any more: the last draft may wait for another writer. */
export const bePatient = (context: Context): void => setPatience(context.store, END_WAIT_MS);

const END_WAIT_MS = 5000;
