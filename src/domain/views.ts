/** The queues every desk has. A view is a saved query; these are the built-in ones, in the order of the keys 1–7. */
export const VIEWS = [
  { id: 'inbox', query: 'is:open -is:snoozed' },
  { id: 'waiting', query: 'is:waiting -is:snoozed' },
  { id: 'theirs', query: 'status:pending -is:snoozed' },
  { id: 'snoozed', query: 'is:snoozed sort:snoozed' },
  { id: 'solved', query: 'status:solved,closed sort:updated' },
  { id: 'all', query: 'sort:updated' },
  { id: 'overdue', query: 'is:overdue sort:due' },
] as const;

export type ViewId = (typeof VIEWS)[number]['id'];
