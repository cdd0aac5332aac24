/** The values an error tells. */
export type Facts = Readonly<Record<string, string | number>>;

/** What happened, and what to do next (or ''). */
export type Say = (facts: Facts) => readonly [happened: string, next: string];
