/** ms from the first unsaved letter to the draft in the store: what a crash can cost at most, well under a second. */
export const DRAFT_MS = 400;

/** ms until a change is tried again that met another program's writing. */
export const RETRY_MS = 100;
