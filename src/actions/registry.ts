/**
 * Everything desk can do, once. Keys, palette, command line, help and undo are spellings of this list: a test walks it
 * and fails for a verb that lacks one of them without a reason given here.
 */
interface Verb {
  /** does it change the store? then undo takes it back, unless `noUndo` says why not */
  readonly changes: boolean;
  readonly noUndo?: string;
  /** why no key or palette entry does it */
  readonly noKey?: string;
  /** the subcommand, as typed after `desk` */
  readonly command: string;
}

export const VERBS = {
  import: {
    changes: true,
    command: 'import',
    noKey: 'files are named on the command line, where a shell completes them',
  },
  list: { changes: false, command: 'list' },
  show: { changes: false, command: 'show' },
  source: { changes: false, command: 'source', noKey: 'bytes belong in a file or a pipe, not on the screen' },
  history: { changes: false, command: 'history' },
  attachments: { changes: false, command: 'attachments' },
  new: { changes: true, command: 'new' },
  reply: { changes: true, command: 'reply' },
  note: { changes: true, command: 'note' },
  call: { changes: true, command: 'call' },
  set: { changes: true, command: 'set' },
  merge: { changes: true, command: 'merge' },
  unmerge: { changes: true, command: 'unmerge' },
  split: { changes: true, command: 'split' },
  spawn: { changes: true, command: 'spawn' },
  link: { changes: true, command: 'link' },
  unlink: { changes: true, command: 'unlink' },
  'template-list': { changes: false, command: 'templates list' },
  'template-show': {
    changes: false,
    command: 'templates show',
    noKey: 'the list of templates shows the words of each',
  },
  'template-add': { changes: true, command: 'templates add', noKey: 'a template is a file that an editor writes' },
  'template-set': { changes: true, command: 'templates set', noKey: 'a template is a file that an editor writes' },
  'template-remove': {
    changes: true,
    command: 'templates remove',
    noKey: 'rare, and one slip away from templates in use',
  },
  'template-render': { changes: false, command: 'templates render' },
  spam: { changes: true, command: 'spam' },
  'rating-add': { changes: true, command: 'ratings add' },
  'rating-list': { changes: false, command: 'ratings list', noKey: 'the head of each case shows its rating' },
  'follow-up-list': { changes: false, command: 'follow-ups list' },
  'follow-up-add': { changes: true, command: 'follow-ups add' },
  'follow-up-done': { changes: true, command: 'follow-ups done' },
  'follow-up-move': { changes: true, command: 'follow-ups move' },
  'follow-up-drop': { changes: true, command: 'follow-ups drop' },
  'follow-up-run': { changes: true, command: 'follow-ups run' },
  'promise-list': { changes: false, command: 'promises list' },
  'promise-add': { changes: true, command: 'promises add' },
  'promise-done': { changes: true, command: 'promises done' },
  'promise-move': { changes: true, command: 'promises move' },
  'promise-drop': { changes: true, command: 'promises drop' },
  'customer-list': {
    changes: false,
    command: 'customers list',
    noKey: 'the card beside each case shows its customer',
  },
  'customer-show': { changes: false, command: 'customers show' },
  'customer-journey': { changes: false, command: 'customers journey' },
  'customer-set': { changes: true, command: 'customers set', noKey: 'many fields at once, which a shell completes' },
  'customer-merge': {
    changes: true,
    command: 'customers merge',
    noKey: 'rare, and looked at with --dry-run first',
  },
  'customer-unmerge': { changes: true, command: 'customers unmerge', noKey: 'rare; undo takes back a fresh merge' },
  'customer-import': {
    changes: true,
    command: 'customers import',
    noKey: 'files are named on the command line, where a shell completes them',
  },
  'customer-duplicates': {
    changes: false,
    command: 'customers duplicates',
    noKey: 'goes through all customers, now and then',
  },
  'purchase-add': { changes: true, command: 'customers buy', noKey: 'many fields at once, which a shell completes' },
  'purchase-remove': {
    changes: true,
    command: 'customers unbuy',
    noKey: 'rare, and undo takes back what was just noted',
  },
  'mark-overrule': {
    changes: true,
    command: 'customers overrule',
    noKey: 'rare; the ledger that names the mark is told by the subcommand',
  },
  why: { changes: false, command: 'why' },
  handoff: { changes: true, command: 'handoff' },
  'handoff-receive': {
    changes: true,
    command: 'handoff receive',
    noKey: 'an answer comes by mail, or as a file or from a pipe',
  },
  'handoff-withdraw': { changes: true, command: 'handoff withdraw' },
  'handoff-list': { changes: false, command: 'handoff list' },
  'plan-list': {
    changes: false,
    command: 'plans list',
    noKey: 'set up once, in files; the day’s list shows what the plans make',
  },
  'plan-show': { changes: false, command: 'plans show', noKey: 'a plan is a file that an editor shows' },
  'plan-lint': { changes: false, command: 'plans lint', noKey: 'for whoever writes the files, beside an editor' },
  'playbook-list': {
    changes: false,
    command: 'playbooks list',
    noKey: 'the screen of playbooks proposes those that fit the case',
  },
  'playbook-show': { changes: false, command: 'playbooks show' },
  'playbook-offer': { changes: true, command: 'playbooks offer' },
  'playbook-answer': { changes: true, command: 'playbooks answer' },
  'playbook-lint': {
    changes: false,
    command: 'playbooks lint',
    noKey: 'for whoever writes the files, beside an editor; the screen names a broken file',
  },
  'schedule-list': { changes: false, command: 'schedules list', noKey: 'set up once, by hand or by script' },
  'schedule-set': { changes: true, command: 'schedules set', noKey: 'set up once, by hand or by script' },
  'schedule-remove': { changes: true, command: 'schedules remove', noKey: 'set up once, by hand or by script' },
  'target-list': { changes: false, command: 'targets list', noKey: 'set up once, by hand or by script' },
  'target-set': { changes: true, command: 'targets set', noKey: 'set up once, by hand or by script' },
  'target-remove': { changes: true, command: 'targets remove', noKey: 'set up once, by hand or by script' },
  'mail-add': { changes: true, command: 'mail add', noKey: 'set up once, with questions that a terminal asks' },
  'mail-set': { changes: true, command: 'mail set', noKey: 'set up once, by hand or by script' },
  'mail-remove': { changes: true, command: 'mail remove', noKey: 'rare, and one slip away from no mail at all' },
  'mail-fetch': {
    changes: true,
    command: 'mail fetch',
    noKey: 'mail comes in by itself while the screens are open',
  },
  'mail-status': { changes: false, command: 'mail status' },
  'mail-send': {
    changes: true,
    command: 'mail send',
    noUndo: 'what has left stays out; before that undo takes the reply itself back',
    noKey: 'the screens send by themselves while they are open',
  },
  'mail-outbox': { changes: false, command: 'mail list' },
  'mail-release': { changes: true, command: 'mail release' },
  'mail-hold': { changes: true, command: 'mail hold' },
  'mail-settle': { changes: true, command: 'mail settle' },
  'mail-edit': { changes: true, command: 'mail edit' },
  deliver: {
    changes: true,
    command: 'mail deliver',
    noKey: 'a delivery program hands mail over, not an agent',
  },
  undo: { changes: true, command: 'undo', noUndo: 'redo takes it back' },
  redo: { changes: true, command: 'redo', noUndo: 'undo takes it back' },
  'config-get': { changes: false, command: 'config get', noKey: 'set up once, by hand or by script' },
  'config-set': { changes: true, command: 'config set', noKey: 'set up once, by hand or by script' },
  doctor: { changes: false, command: 'doctor', noKey: 'asked when something is wrong, also with the screens' },
  reindex: {
    changes: true,
    command: 'reindex',
    noKey: 'search keeps itself up to date; asked for by doctor',
  },
  export: { changes: false, command: 'export', noKey: 'what comes out belongs in a file or a pipe' },
  backup: { changes: false, command: 'backup', noKey: 'a file is named on the command line, and a timer runs it' },
  restore: {
    changes: true,
    command: 'restore',
    noUndo: 'the replaced store is kept beside it, and can be restored itself',
    noKey: 'no window may be open while the store is replaced',
  },
  completion: { changes: false, command: 'completion', noKey: 'it is for the shell' },
  demo: { changes: false, command: 'demo', noKey: 'a store of its own; the screens stay in the one they opened' },
} as const satisfies Record<string, Verb>;

export type VerbId = keyof typeof VERBS;
