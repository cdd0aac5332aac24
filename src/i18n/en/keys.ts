const names = {
  next: 'next case',
  previous: 'previous case',
  'scroll-down': 'down a line',
  'scroll-up': 'up a line',
  'page-down': 'down a page',
  'page-up': 'up a page',
  first: 'to the beginning',
  last: 'to the end',
  open: 'open',
  'next-case': 'next case',
  'previous-case': 'previous case',
  'preview-down': 'scroll the preview down',
  'preview-up': 'scroll the preview up',
  unfold: 'show or fold quoted text',
  back: 'back',
  reply: 'reply',
  note: 'note',
  template: 'template',
  new: 'new case',
  'insert-template': 'insert a template',
  review: 'review and send',
  editor: 'write in $EDITOR',
  'keep-draft': 'keep as draft',
  send: 'send',
  edit: 'edit',
  'solve-next': 'solve, next',
  'mood-none': 'mood: not set',
  tags: 'tags',
  'snooze-tomorrow': 'snooze until tomorrow 8:00',
  'snooze-3-days': 'snooze for 3 days',
  'snooze-week': 'snooze for a week',
  'snooze-date': 'snooze until a date or a reply …',
  'snooze-firm': 'snooze until a date, even if they reply …',
  'snooze-reply': 'snooze until they reply',
  wake: 'wake up now',
  mark: 'select',
  'mark-all': 'select all, or none',
  undo: 'undo',
  redo: 'redo',
  'undo-list': 'what was done',
  'undo-this': 'take this back',
  search: 'search',
  narrow: 'narrow the list',
  widen: 'take back search and selection',
  'copy-number': 'copy the number',
  palette: 'all commands',
  help: 'help',
  suspend: 'suspend to the shell',
  quit: 'quit',
};

const groups = {
  move: 'Moving',
  answer: 'Answering',
  work: 'Working',
  find: 'Finding',
  go: 'Going',
  desk: 'Desk',
};

/** Titles of the menus that chords open. */
const menus = { s: 'Status', P: 'Priority', i: 'Kind and topic', M: 'Mood', b: 'Snooze', g: 'Go to' };

/** Keys by the names that the table uses; other keys are written as they are. */
const keycaps = { ' ': 'Space', Up: '↑', Down: '↓', PageUp: 'PgUp', PageDown: 'PgDn', Esc: 'Esc', Enter: 'Enter' };

export const keys = { names, groups, menus, keycaps };
