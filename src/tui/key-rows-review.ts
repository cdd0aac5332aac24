import * as review from './commands/review.ts';
import type { KeyRow } from './key-row.ts';

const row = (more: Pick<KeyRow, 'id' | 'keys' | 'does'>, bar?: number): KeyRow => ({
  ...more,
  in: ['review'],
  group: 'answer',
  verb: 'reply',
  writes: true,
  when: review.isMail,
  ...(bar === undefined ? {} : { bar }),
});

/** What single keys change in the head of an answer before it goes out. */
export const REVIEW_ROWS: readonly KeyRow[] = [
  row({ id: 'answer-to', keys: ['t'], does: review.askHead('to') }, 4),
  row({ id: 'answer-cc', keys: ['c'], does: review.askHead('cc') }, 6),
  row({ id: 'answer-bcc', keys: ['b'], does: review.askHead('bcc') }),
  row({ id: 'answer-from', keys: ['f'], does: review.nextFrom }),
  row({ id: 'answer-subject', keys: ['s'], does: review.askHead('subject') }),
  row({ id: 'attach', keys: ['a'], does: review.askAttach }, 3),
  row({ id: 'unattach', keys: ['x'], does: review.unattach }),
  row({ id: 'quote', keys: ['>'], does: review.quote }),
  row({ id: 'send-later', keys: ['l'], does: review.askLater }, 5),
  { ...row({ id: 'answer-reply-to', keys: ['r'], does: review.useReplyTo }, 1.5), when: review.asksElsewhere },
];
