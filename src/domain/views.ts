/** The queues every desk has. A view is a saved query; these are the built-in ones, in the order of the keys 1–6. */
export const VIEWS = [
  { id: 'inbox', query: 'is:open -is:snoozed', key: 'i' },
  { id: 'waiting', query: 'is:waiting -is:snoozed', key: 'w' },
  { id: 'theirs', query: 'status:pending -is:snoozed', key: 't' },
  { id: 'snoozed', query: 'is:snoozed sort:snoozed', key: 's' },
  { id: 'solved', query: 'status:solved,closed sort:updated', key: 'd' },
  { id: 'all', query: 'sort:updated', key: 'a' },
] as const;

export type ViewId = (typeof VIEWS)[number]['id'];
