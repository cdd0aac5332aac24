import type { CaseFields } from '../actions/set-case.ts';
import { KINDS, MOODS, PRIORITIES, TOPICS } from '../domain/case.ts';
import { SCORES } from '../domain/rating.ts';
import { onOne } from './commands/one-case.ts';
import * as work from './commands/work.ts';
import type { KeyId } from './key-name.ts';
import { type KeyRow, ON_CASES } from './key-row.ts';
import type { Step } from './program.ts';
import type { State } from './state.ts';

/** A row that sets something on the selected cases, or on the one under the hand. */
const row = (id: KeyId, keys: string, does: (state: State) => Step): KeyRow => ({
  id,
  in: ON_CASES,
  keys: [keys],
  group: 'work',
  does,
  writes: true,
  verb: 'set',
});
const sets = (id: KeyId, keys: string, fields: CaseFields): KeyRow => row(id, keys, (state) => work.set(state, fields));

/** Nobody sets a case back to never answered by hand. */
const SET_STATUSES = ['open', 'pending', 'hold', 'solved', 'closed'] as const;
const STATUS_KEYS = { open: 'o', pending: 'p', hold: 'h', solved: 's', closed: 'c' } as const;
const PRIORITY_KEYS = { low: 'l', normal: 'n', high: 'h', urgent: 'u' } as const;
const KIND_KEYS = { support: 's', service: 'v', care: 'c' } as const;
const MOOD_KEYS = { calm: 'c', upset: 'u', angry: 'a' } as const;
const TOPIC_KEYS = {
  question: 'q',
  request: 'r',
  complaint: 'm',
  dispute: 'd',
  return: 'b',
  exchange: 'x',
  advice: 'a',
  feedback: 'f',
  fault: 't',
  installation: 'i',
  thanks: 'k',
} as const;

/** Status, priority, kind, topic, mood, rating and snooze: a letter that opens the menu, and one that chooses. */
export const SETTING_ROWS: readonly KeyRow[] = [
  ...SET_STATUSES.map((status) => sets(`status-${status}`, `s ${STATUS_KEYS[status]}`, { status })),
  ...PRIORITIES.map((priority) => sets(`priority-${priority}`, `P ${PRIORITY_KEYS[priority]}`, { priority })),
  ...KINDS.map((kind) => sets(`kind-${kind}`, `i ${KIND_KEYS[kind]}`, { kind })),
  ...TOPICS.map((topic) => sets(`topic-${topic}`, `i ${TOPIC_KEYS[topic]}`, { topic })),
  ...MOODS.map((mood) => sets(`mood-${mood}`, `M ${MOOD_KEYS[mood]}`, { mood })),
  ...SCORES.map(
    (score): KeyRow => ({
      ...row(
        `rating-${score}`,
        `R ${score}`,
        onOne((state) => work.askRating(state, score)),
      ),
      verb: 'rating-add',
    }),
  ),
  sets('mood-none', 'M n', { mood: null }),
  row('snooze-tomorrow', 'b t', (state) => work.snoozeDays(state, 1)),
  row('snooze-3-days', 'b 3', (state) => work.snoozeDays(state, 3)),
  row('snooze-week', 'b w', (state) => work.snoozeDays(state, 7)),
  row('snooze-date', 'b d', (state) => work.askSnooze(state, 'until')),
  row('snooze-firm', 'b f', (state) => work.askSnooze(state, 'firm')),
  sets('snooze-reply', 'b r', { snooze: { mode: 'reply', until: null } }),
  sets('wake', 'b n', { snooze: null }),
];
