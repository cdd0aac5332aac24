import { VIEWS } from '../domain/views.ts';
import * as compose from './commands/compose.ts';
import { askFiles } from './commands/files.ts';
import * as go from './commands/go.ts';
import { toHit } from './commands/hits.ts';
import * as move from './commands/move.ts';
import { onOne } from './commands/one-case.ts';
import { repeatLast } from './commands/repeat.ts';
import * as work from './commands/work.ts';
import { type KeyRow, ON_CASES, type Place } from './key-row.ts';
import { CUSTOMER_ROWS } from './key-rows-customer.ts';
import { CUSTOMERS_ROWS } from './key-rows-customers.ts';
import { DUE_ROWS } from './key-rows-due.ts';
import { FIELD_ROWS } from './key-rows-fields.ts';
import { HANDOFF_ROWS } from './key-rows-handoffs.ts';
import { JOURNEY_ROWS } from './key-rows-journey.ts';
import { LINK_ROWS } from './key-rows-link.ts';
import { MAIL_ROWS } from './key-rows-mail.ts';
import { PLAYBOOK_ROWS } from './key-rows-playbooks.ts';
import { REVIEW_ROWS } from './key-rows-review.ts';
import { SETTING_ROWS } from './key-rows-set.ts';
import { askForget } from './overlays/forget-prompt.ts';
import type { State } from './state.ts';

const both = ON_CASES;
const everywhere: readonly Place[] = [
  'list',
  'case',
  'help',
  'history',
  'mail',
  'agenda',
  'why',
  'playbooks',
  'handoffs',
  'journey',
  'customers',
  'duplicates',
  'fields',
];

const butNot = (...places: readonly Place[]): readonly Place[] => everywhere.filter((one) => !places.includes(one));

/** Screens of rows with a cursor. */
const ROWED = butNot('case', 'help', 'why');
/** Where one sees what undo takes back. */
const UNDOABLE = butNot('history', 'mail', 'why');

const MOVE: readonly KeyRow[] = [
  {
    id: 'next',
    in: ROWED,
    keys: ['j', 'Down'],
    group: 'move',
    does: (s) => move.by(s, 1),
    verb: 'list',
  },
  {
    id: 'previous',
    in: ROWED,
    keys: ['k', 'Up'],
    group: 'move',
    does: (s) => move.by(s, -1),
  },
  {
    id: 'scroll-down',
    in: ['case', 'help', 'review', 'why'],
    keys: ['j', 'Down'],
    group: 'move',
    does: (s) => move.scroll(s, 1),
  },
  {
    id: 'scroll-up',
    in: ['case', 'help', 'review', 'why'],
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
  {
    id: 'back',
    in: butNot('list'),
    keys: ['Esc', 'q'],
    group: 'move',
    does: move.back,
    bar: 9,
  },
];

const ANSWER: readonly KeyRow[] = [
  {
    id: 'reply',
    in: both,
    keys: ['r'],
    group: 'answer',
    does: onOne((s) => compose.start(s, 'reply', false)),
    bar: 2,
    writes: true,
    verb: 'reply',
  },
  {
    id: 'note',
    in: both,
    keys: ['n'],
    group: 'answer',
    does: onOne((s) => compose.start(s, 'note', false)),
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
  {
    id: 'call',
    in: both,
    keys: ['C'],
    group: 'answer',
    does: onOne((s) => work.askCall(s, 'out')),
    writes: true,
    verb: 'call',
  },
  {
    id: 'call-in',
    in: both,
    keys: [],
    group: 'answer',
    does: onOne((s) => work.askCall(s, 'in')),
    writes: true,
    verb: 'call',
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
  ...REVIEW_ROWS,
];

const WORK: readonly KeyRow[] = [
  { id: 'solve-next', in: both, keys: ['e'], group: 'work', does: work.solveAndNext, bar: 5, writes: true },
  ...SETTING_ROWS,
  ...FIELD_ROWS,
  ...DUE_ROWS,
  ...PLAYBOOK_ROWS,
  ...HANDOFF_ROWS,
  ...JOURNEY_ROWS,
  ...CUSTOMER_ROWS,
  {
    ...{ id: 'forget-customer', in: [...ON_CASES, 'journey', 'customers'], keys: [], group: 'work', writes: true },
    ...{ does: onOne(askForget), verb: 'customer-forget' },
  },
  ...CUSTOMERS_ROWS,
  ...LINK_ROWS,
  { id: 'repeat', in: both, keys: ['.'], group: 'work', does: repeatLast, writes: true },
  { id: 'tags', in: both, keys: ['t'], group: 'work', does: work.askTags, bar: 6, writes: true, verb: 'set' },
  { id: 'spam', in: both, keys: ['!'], group: 'work', does: (s) => work.spam(s, false), writes: true, verb: 'spam' },
  { id: 'not-spam', in: both, keys: [], group: 'work', does: (s) => work.spam(s, true), writes: true, verb: 'spam' },
  { id: 'mark', in: ['list'], keys: ['x'], group: 'work', does: move.mark },
  { id: 'mark-all', in: ['list'], keys: ['V'], group: 'work', does: move.markAll },
  {
    id: 'undo',
    in: UNDOABLE,
    keys: ['z'],
    group: 'work',
    does: work.undo,
    bar: 7,
    writes: true,
    verb: 'undo',
  },
  {
    id: 'redo',
    in: UNDOABLE,
    keys: ['Z'],
    group: 'work',
    does: work.redo,
    writes: true,
    verb: 'redo',
  },
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
  { id: 'next-hit', in: ['case'], keys: ['C-n'], group: 'find', does: (s) => toHit(s, 1) },
  { id: 'previous-hit', in: ['case'], keys: ['C-p'], group: 'find', does: (s) => toHit(s, -1) },
  { id: 'attachments', in: both, keys: ['a'], group: 'find', does: onOne(askFiles), verb: 'attachments' },
  { id: 'pipe', in: both, keys: ['|'], group: 'find', does: work.askPipe },
  { id: 'copy-number', in: both, keys: ['y'], group: 'find', does: onOne(work.copyNumber) },
];

const GO_KEYS = {
  inbox: 'g i',
  waiting: 'g w',
  theirs: 'g t',
  snoozed: 'g s',
  solved: 'g d',
  all: 'g a',
  overdue: 'g o',
} as const;

const GO: readonly KeyRow[] = VIEWS.map((view, index) => ({
  id: `go-${view.id}`,
  in: [...both, 'agenda', 'why'],
  keys: [GO_KEYS[view.id], String(index + 1)],
  group: 'go',
  does: (state: State) => go.view(state, view.id),
}));

const DESK: readonly KeyRow[] = [
  { id: 'palette', in: [...everywhere, 'compose', 'review'], keys: ['C-k', ':'], group: 'desk', does: go.palette },
  {
    id: 'help',
    in: [...both, 'agenda', 'why', 'journey', 'customers', 'duplicates'],
    keys: ['?'],
    group: 'desk',
    does: go.help,
    bar: 10,
  },
  { id: 'suspend', in: [...everywhere, 'compose', 'review'], keys: ['C-z'], group: 'desk', does: go.suspend },
  { id: 'quit', in: ['list'], keys: ['q'], group: 'desk', does: go.askQuit },
];

/** Every key there is; the only place where a key is bound. */
export const KEYMAP: readonly KeyRow[] = [...MOVE, ...ANSWER, ...WORK, ...FIND, ...GO, ...MAIL_ROWS, ...DESK];
