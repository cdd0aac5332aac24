import * as link from './commands/link.ts';
import { type KeyRow, ON_CASES } from './key-row.ts';

const row = (more: Pick<KeyRow, 'id' | 'keys' | 'does' | 'verb'>): KeyRow => ({
  ...more,
  in: ON_CASES,
  group: 'work',
  writes: true,
});

/** What brings cases together and takes them apart: `l`, then a letter. */
export const LINK_ROWS: readonly KeyRow[] = [
  row({ id: 'merge', keys: ['l m'], does: link.askMerge, verb: 'merge' }),
  row({ id: 'unmerge', keys: ['l u'], does: link.askUnmerge, verb: 'unmerge' }),
];
