import type { VerbId } from '../actions/registry.ts';
import { KINDS, MOODS, PRIORITIES, TOPICS } from '../domain/case.ts';
import { VIEWS } from '../domain/views.ts';
import * as compose from './commands/compose.ts';
import * as go from './commands/go.ts';
import * as move from './commands/move.ts';
import * as work from './commands/work.ts';
import type { KeyId } from './key-name.ts';
import type { Step } from './program.ts';
import type { State } from './state.ts';

/** Where a key counts. */
export type Place = 'list' | 'case' | 'compose' | 'review' | 'help' | 'history';

export type KeyGroup = 'move' | 'answer' | 'work' | 'find' | 'go' | 'desk';

/** One row of the table from which dispatch, bottom bar, help, palette, README and test driver come. */
export interface KeyRow {
  readonly id: KeyId;
  readonly in: readonly Place[];
  /** names as keys.ts gives them; `s o` is a chord; none: palette only */
  readonly keys: readonly string[];
  readonly group: KeyGroup;
  readonly does: (state: State) => Step;
  /** the order in the bottom bar; left out: not there */
  readonly bar?: number;
  /** changes the store: off when the store is only read */
  readonly writes?: true;
  /** asks once before it happens, or cannot be called back */
  readonly danger?: true;
  /** the verb of the product that this is a spelling of */
  readonly verb?: VerbId;
}

const both: readonly Place[] = ['list', 'case'];
const everywhere: readonly Place[] = ['list', 'case', 'help', 'history'];

const MOVE: readonly KeyRow[] = [
  { id: 'next', in: ['list', 'history'], keys: ['j', 'Down'], group: 'move', does: (s) => move.by(s, 1), verb: 'list' },
  { id: 'previous', in: ['list', 'history'], keys: ['k', 'Up'], group: 'move', does: (s) => move.by(s, -1) },
  {
    id: 'scroll-down',
    in: ['case', 'help', 'review'],
    keys: ['j', 'Down'],
    group: 'move',
    does: (s) => move.scroll(s, 1),
  },
  {
    id: 'scroll-up',
    in: ['case', 'help', 'review'],
    keys: ['k', 'Up'],
    group: 'move',
    does: (s) => move.scroll(s, -1),
  },
  {
    id: 'page-down',
    in: [...everywhere, 'review'],
    keys: ['PageDown', ' '],
    group: 'move',
    does: (s) => move.page(s, 1),
  },
  { id: 'page-up', in: [...everywhere, 'review'], keys: ['PageUp', '-'], group: 'move', does: (s) => move.page(s, -1) },
  { id: 'first', in: everywhere, keys: ['Home', '<'], group: 'move', does: (s) => move.toEnd(s, 'first') },
  { id: 'last', in: everywhere, keys: ['End', '>'], group: 'move', does: (s) => move.toEnd(s, 'last') },
  { id: 'open', in: ['list'], keys: ['Enter', 'o'], group: 'move', does: move.open, bar: 1, verb: 'show' },
  { id: 'next-case', in: ['case'], keys: ['J'], group: 'move', does: (s) => move.caseBy(s, 1) },
  { id: 'previous-case', in: ['case'], keys: ['K'], group: 'move', does: (s) => move.caseBy(s, -1) },
  { id: 'preview-down', in: ['list'], keys: ['J'], group: 'move', does: (s) => move.preview(s, 1) },
  { id: 'preview-up', in: ['list'], keys: ['K'], group: 'move', does: (s) => move.preview(s, -1) },
  { id: 'unfold', in: both, keys: ['h'], group: 'move', does: move.unfold },
  { id: 'back', in: ['case', 'help', 'history'], keys: ['Esc', 'q'], group: 'move', does: move.back, bar: 9 },
];

const ANSWER: readonly KeyRow[] = [
  {
    id: 'reply',
    in: both,
    keys: ['r'],
    group: 'answer',
    does: (s) => compose.start(s, 'reply', false),
    bar: 2,
    writes: true,
    verb: 'reply',
  },
  {
    id: 'note',
    in: both,
    keys: ['n'],
    group: 'answer',
    does: (s) => compose.start(s, 'note', false),
    bar: 4,
    writes: true,
    verb: 'note',
  },
  {
    id: 'template',
    in: both,
    keys: ['m'],
    group: 'answer',
    does: compose.template,
    bar: 3,
    writes: true,
    verb: 'template-list',
  },
  { id: 'new', in: both, keys: ['c'], group: 'answer', does: work.askNewCase, writes: true, verb: 'new' },
  {
    id: 'insert-template',
    in: ['compose'],
    keys: ['C-t'],
    group: 'answer',
    does: compose.pick,
    bar: 2,
    verb: 'template-render',
  },
  { id: 'review', in: ['compose'], keys: ['C-s'], group: 'answer', does: compose.review, bar: 1 },
  { id: 'editor', in: ['compose'], keys: ['C-x'], group: 'answer', does: compose.editOutside, bar: 3 },
  { id: 'keep-draft', in: ['compose', 'review'], keys: ['Esc'], group: 'answer', does: compose.keep, bar: 9 },
  {
    id: 'send',
    in: ['review'],
    keys: ['Enter'],
    group: 'answer',
    does: compose.send,
    bar: 1,
    danger: true,
    writes: true,
  },
  { id: 'edit', in: ['review'], keys: ['e'], group: 'answer', does: compose.edit, bar: 2 },
];

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

const WORK: readonly KeyRow[] = [
  { id: 'solve-next', in: both, keys: ['e'], group: 'work', does: work.solveAndNext, bar: 5, writes: true },
  ...SET_STATUSES.map(
    (status): KeyRow => ({
      id: `status-${status}`,
      in: both,
      keys: [`s ${STATUS_KEYS[status]}`],
      group: 'work',
      does: (s) => work.set(s, { status }),
      writes: true,
      verb: 'set',
    }),
  ),
  ...PRIORITIES.map(
    (priority): KeyRow => ({
      id: `priority-${priority}`,
      in: both,
      keys: [`P ${PRIORITY_KEYS[priority]}`],
      group: 'work',
      does: (s) => work.set(s, { priority }),
      writes: true,
      verb: 'set',
    }),
  ),
  ...KINDS.map(
    (kind): KeyRow => ({
      id: `kind-${kind}`,
      in: both,
      keys: [`i ${KIND_KEYS[kind]}`],
      group: 'work',
      does: (s) => work.set(s, { kind }),
      writes: true,
      verb: 'set',
    }),
  ),
  ...TOPICS.map(
    (topic): KeyRow => ({
      id: `topic-${topic}`,
      in: both,
      keys: [`i ${TOPIC_KEYS[topic]}`],
      group: 'work',
      does: (s) => work.set(s, { topic }),
      writes: true,
      verb: 'set',
    }),
  ),
  ...MOODS.map(
    (mood): KeyRow => ({
      id: `mood-${mood}`,
      in: both,
      keys: [`M ${MOOD_KEYS[mood]}`],
      group: 'work',
      does: (s) => work.set(s, { mood }),
      writes: true,
      verb: 'set',
    }),
  ),
  {
    id: 'mood-none',
    in: both,
    keys: ['M n'],
    group: 'work',
    does: (s) => work.set(s, { mood: null }),
    writes: true,
    verb: 'set',
  },
  { id: 'tags', in: both, keys: ['t'], group: 'work', does: work.askTags, bar: 6, writes: true, verb: 'set' },
  {
    id: 'snooze-tomorrow',
    in: both,
    keys: ['b t'],
    group: 'work',
    does: (s) => work.snoozeDays(s, 1),
    writes: true,
    verb: 'set',
  },
  {
    id: 'snooze-3-days',
    in: both,
    keys: ['b 3'],
    group: 'work',
    does: (s) => work.snoozeDays(s, 3),
    writes: true,
    verb: 'set',
  },
  {
    id: 'snooze-week',
    in: both,
    keys: ['b w'],
    group: 'work',
    does: (s) => work.snoozeDays(s, 7),
    writes: true,
    verb: 'set',
  },
  {
    id: 'snooze-date',
    in: both,
    keys: ['b d'],
    group: 'work',
    does: (s) => work.askSnooze(s, 'until'),
    writes: true,
    verb: 'set',
  },
  {
    id: 'snooze-firm',
    in: both,
    keys: ['b f'],
    group: 'work',
    does: (s) => work.askSnooze(s, 'firm'),
    writes: true,
    verb: 'set',
  },
  {
    id: 'snooze-reply',
    in: both,
    keys: ['b r'],
    group: 'work',
    does: (s) => work.set(s, { snooze: { mode: 'reply', until: null } }),
    writes: true,
    verb: 'set',
  },
  {
    id: 'wake',
    in: both,
    keys: ['b n'],
    group: 'work',
    does: (s) => work.set(s, { snooze: null }),
    writes: true,
    verb: 'set',
  },
  { id: 'mark', in: ['list'], keys: ['x'], group: 'work', does: move.mark },
  { id: 'mark-all', in: ['list'], keys: ['V'], group: 'work', does: move.markAll },
  {
    id: 'undo',
    in: [...both, 'help'],
    keys: ['z'],
    group: 'work',
    does: work.undo,
    bar: 7,
    writes: true,
    verb: 'undo',
  },
  { id: 'redo', in: [...both, 'help'], keys: ['Z'], group: 'work', does: work.redo, writes: true, verb: 'redo' },
  { id: 'undo-list', in: both, keys: ['u'], group: 'work', does: go.history, verb: 'history' },
  {
    id: 'undo-this',
    in: ['history'],
    keys: ['z', 'Enter'],
    group: 'work',
    does: work.undoThis,
    bar: 1,
    writes: true,
    verb: 'undo',
  },
];

const FIND: readonly KeyRow[] = [
  { id: 'search', in: both, keys: ['/'], group: 'find', does: go.askSearch, bar: 8, verb: 'list' },
  { id: 'narrow', in: ['list'], keys: ['\\'], group: 'find', does: go.askNarrow },
  { id: 'widen', in: ['list'], keys: ['Esc'], group: 'find', does: go.widen },
  { id: 'copy-number', in: both, keys: ['y'], group: 'find', does: work.copyNumber },
];

const GO_KEYS = { inbox: 'g i', waiting: 'g w', theirs: 'g t', snoozed: 'g s', solved: 'g d', all: 'g a' } as const;

const GO: readonly KeyRow[] = VIEWS.map((view, index) => ({
  id: `go-${view.id}`,
  in: both,
  keys: [GO_KEYS[view.id], String(index + 1)],
  group: 'go',
  does: (state: State) => go.view(state, view.id),
}));

const DESK: readonly KeyRow[] = [
  { id: 'palette', in: [...everywhere, 'compose'], keys: ['C-k', ':'], group: 'desk', does: go.palette },
  { id: 'help', in: both, keys: ['?'], group: 'desk', does: go.help, bar: 10 },
  { id: 'suspend', in: [...everywhere, 'compose', 'review'], keys: ['C-z'], group: 'desk', does: go.suspend },
  { id: 'quit', in: ['list'], keys: ['q'], group: 'desk', does: go.askQuit },
];

export const KEYMAP: readonly KeyRow[] = [...MOVE, ...ANSWER, ...WORK, ...FIND, ...GO, ...DESK];
