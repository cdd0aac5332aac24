import { askSpawn } from './commands/fields.ts';
import * as link from './commands/link.ts';
import * as live from './commands/live.ts';
import { onOne } from './commands/one-case.ts';
import { type KeyRow, ON_CASES } from './key-row.ts';

const row = (more: Pick<KeyRow, 'id' | 'keys' | 'does' | 'verb'>): KeyRow => ({
  ...more,
  in: ON_CASES,
  group: 'work',
  writes: true,
});

/** What brings cases together and takes them apart: `l`, then a letter. */
export const LINK_ROWS: readonly KeyRow[] = [
  {
    ...row({ id: 'join-case', keys: ['+'], does: onOne(live.join), verb: 'merge' }),
    ...{ bar: 1.5, when: (state) => live.belongsWith(state) !== null },
  },
  { ...row({ id: 'reopen', keys: ['O'], does: onOne(live.reopen), verb: 'set' }), bar: 1.6, when: live.wasFiled },
  row({ id: 'merge', keys: ['l m'], does: link.askMerge, verb: 'merge' }),
  row({ id: 'split', keys: ['l s'], does: onOne((state) => link.askAbout(state, 'split')), verb: 'split' }),
  row({ id: 'link', keys: ['l l'], does: onOne(link.askLink), verb: 'link' }),
  row({ id: 'unmerge', keys: ['l u'], does: onOne((state) => link.askAbout(state, 'unmerge')), verb: 'unmerge' }),
  row({ id: 'spawn', keys: ['l c'], does: onOne(askSpawn), verb: 'spawn' }),
  row({ id: 'unlink', keys: [], does: onOne((state) => link.askAbout(state, 'unlink')), verb: 'unlink' }),
];
