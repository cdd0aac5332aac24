import type { Kind, Mood, Priority, Status, Topic } from '../domain/case.ts';
import type { Outcome, Stage } from '../domain/case-fields.ts';
import type { Segment } from '../domain/customer.ts';
import type { Score } from '../domain/rating.ts';
import type { ViewId } from '../domain/views.ts';
import type { Words } from '../i18n/index.ts';

/** The rows of the key table: those with words of their own, and those that are made from a field's values or a view. */
export type KeyId =
  | keyof Words['keys']['names']
  | `status-${Exclude<Status, 'new'>}`
  | `priority-${Priority}`
  | `kind-${Kind}`
  | `topic-${Topic}`
  | `mood-${Mood}`
  | `rating-${Score}`
  | `stage-${Stage}`
  | `outcome-${Outcome}`
  | `segment-${Segment}`
  | `go-${ViewId}`;

/** What a key does, in a few words: its own, or the field and the value it sets. */
export function keyName(words: Words, id: KeyId): string {
  const own = lookUp(words.keys.names, id);
  if (own !== null) return own;
  const [what = '', value = ''] = /^([a-z]+)-(.+)$/.exec(id)?.slice(1) ?? [];
  if (what === 'go') return lookUp(words.views, value) ?? value;
  const values = {
    status: words.statuses,
    priority: words.priorities,
    kind: words.kinds,
    topic: words.topics,
    mood: words.moods,
    rating: words.ratings,
    segment: words.segments,
    stage: words.stages,
    outcome: words.outcomes,
  };
  const name = Object.entries(values).find(([field]) => field === what)?.[1];
  return `${lookUp({ ...words.caseFields, ...words.fields }, what) ?? what}: ${(name === undefined ? null : lookUp(name, value)) ?? value}`;
}

const lookUp = (table: Readonly<Record<string, string>>, key: string): string | null =>
  Object.hasOwn(table, key) ? (table[key] ?? null) : null;
