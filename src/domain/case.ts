import type { Due } from './clock/due.ts';

/** What kind of work a case is: technical and reactive, one request or complaint, or the long relation. */
export const KINDS = ['support', 'service', 'care'] as const;
export type Kind = (typeof KINDS)[number];

export const TOPICS = [
  'question',
  'request',
  'complaint',
  'dispute',
  'return',
  'exchange',
  'advice',
  'feedback',
  'fault',
  'installation',
  'thanks',
] as const;
export type Topic = (typeof TOPICS)[number];

export const MOODS = ['calm', 'upset', 'angry'] as const;
export type Mood = (typeof MOODS)[number];

/** new: never answered · open: ours to answer · pending: customer's turn · hold: a department's turn · solved · closed */
export const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

/** In rising order, so that `priority>=high` can compare positions. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const CHANNELS = ['email', 'phone', 'video', 'chat', 'social', 'sms', 'web', 'visit'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * until: out of sight until a date, or until the customer writes · reply: until the customer writes ·
 * firm: until a date, even if the customer writes.
 */
export const SNOOZE_MODES = ['until', 'reply', 'firm'] as const;
export type SnoozeMode = (typeof SNOOZE_MODES)[number];

export type Snooze =
  | { readonly mode: 'reply'; readonly until: null }
  | { readonly mode: 'until' | 'firm'; readonly until: number };

/** One matter of one customer. Times are ms since 1970 UTC; `null` is "not" or "not known". */
export interface Case {
  readonly number: number;
  readonly uid: string;
  readonly subject: string;
  readonly kind: Kind;
  readonly topic: Topic | null;
  readonly mood: Mood | null;
  readonly status: Status;
  readonly priority: Priority;
  readonly channel: Channel;
  readonly customer: number | null;
  readonly product: string | null;
  readonly department: string | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  readonly waitingSince: number | null;
  readonly solvedAt: number | null;
  readonly snooze: Snooze | null;
  readonly unread: boolean;
  /** When an agent of this desk last acted on it; imports never set it, and leave touched cases together. */
  readonly touchedAt: number | null;
  readonly mergedInto: number | null;
  /** a case that this one may be part of: a weak sign that joins nothing by itself */
  readonly mayBelong: number | null;
  /** what is due next, worked out from its events; null: nothing */
  readonly due: Due | null;
  /** Counts every change; a writer that names the version it has read is told when the case moved on. */
  readonly version: number;
}

/** Is the case ours to work on: never answered, or answered by the customer again. */
export const isOpen = (status: Status): boolean => status === 'new' || status === 'open';

/** Is nothing left to do in the case? */
export const isDone = (status: Status): boolean => status === 'solved' || status === 'closed';

/** Out of sight now? Waking is this comparison with the clock, never a write. */
export const isSnoozed = (snooze: Snooze | null, now: number): boolean =>
  snooze !== null && (snooze.mode === 'reply' || snooze.until > now);
