import { VIEWS } from '../../src/domain/views.ts';
import type { KeyId } from '../../src/tui/key-name.ts';
import { CARE_SCENES } from './scenes-care.ts';
import { FILES, REVIEW_SCENES, type Scene } from './scenes-review.ts';

const menu =
  (key: string): Scene =>
  (desk) => {
    desk.key(key);
    desk.tick(300);
  };
const fromPalette =
  (...rows: KeyId[]): Scene =>
  (desk) => {
    for (const row of rows) desk.press(row);
  };
/** What is to be done in several cases, some of it over. */
const agenda: Scene = (desk) => {
  for (const [row, when] of [
    ['follow-up', '12h'],
    ['promise', '32h'],
    ['promise', '2026-03-20'],
    ['follow-up', '5h'],
  ] as const) {
    desk.press(row);
    desk.type(`${when}\nжж ж жжж жж\n`);
    desk.press('next');
  }
  desk.press('first');
  desk.tick(4 * 3_600_000);
  desk.press('go-agenda');
};
const files: Scene = (desk) => {
  desk.send({ type: 'files-read', number: desk.state().shown?.case.number ?? 0, files: FILES });
};
const changed: Scene = (desk) => desk.press('solve-next', 'status-hold', 'priority-urgent', 'topic-complaint', 'undo');

/** Every screen and everything that can lie over one, reached from the list of the demo. What is typed is Cyrillic. */
export const SCENES: Readonly<Record<string, Scene>> = {
  list: () => {},
  'list, another case': (desk) => desk.press('next', 'next', 'next'),
  ...Object.fromEntries(
    VIEWS.map((view): [string, Scene] => [`the view ${view.id}`, (desk) => desk.press(`go-${view.id}`)]),
  ),
  'all cases, at the end': (desk) => desk.press('go-all', 'last'),
  'selected, narrowed': (desk) => {
    desk.press('mark', 'mark', 'narrow');
    desk.type('-ж\n');
  },
  'a long search, selected': (desk) => {
    desk.press('search');
    desk.type(`${'-ж '.repeat(60)}\n`);
    desk.press('mark', 'mark');
  },
  'nothing found': (desk) => {
    desk.press('search');
    desk.type('жжж\n');
  },
  'a long sentence': (desk) => desk.send({ type: 'told', notice: { text: 'Ж жжж жж ж ж '.repeat(20), tone: 'error' } }),
  'something was done': (desk) => desk.press('status-hold'),
  case: (desk) => desk.press('open', 'first'),
  'a Thai case': (desk) => {
    desk.goTo(40);
    desk.press('open');
  },
  'a case that was changed': (desk) => {
    desk.press('topic-complaint', 'mood-angry', 'snooze-week', 'priority-low', 'open', 'last');
  },
  'a case with others': (desk) => {
    desk.press('merge');
    desk.type('47\n');
    desk.goTo(47);
    desk.press('link');
    desk.type('49\n');
    desk.press('rating-2');
    desk.type('жж\n');
    desk.press('open', 'first');
  },
  compose: (desk) => {
    desk.press('template');
    desk.key('Enter');
  },
  'an answer that goes nowhere': (desk) => {
    desk.desk.store.db.exec("UPDATE entry_addresses SET role = 'cc'; DELETE FROM contact_points");
    desk.goTo(47);
    desk.press('open', 'reply');
  },
  review: (desk) => {
    desk.press('reply');
    desk.paste('ж жжж жжжж 😩 '.repeat(30));
    desk.press('review');
  },
  ...REVIEW_SCENES,
  'a reply that is held': (desk) => {
    desk.press('reply');
    desk.type('ж');
    desk.press('review', 'send');
    desk.key('Esc');
  },
  'review of a template': (desk) => {
    desk.press('template');
    desk.key('Enter');
    desk.press('review');
  },
  note: (desk) => desk.press('note'),
  'review of a note': (desk) => {
    desk.press('note');
    desk.type('жж');
    desk.press('review');
  },
  help: (desk) => desk.press('help'),
  'help of a case, further down': (desk) => desk.press('open', 'help', 'page-down'),
  'help, its end': (desk) => desk.press('help', 'last'),
  agenda,
  'agenda, by customer': (desk) => {
    agenda(desk);
    desk.key('Tab');
  },
  'agenda, nothing to do': (desk) => desk.press('go-agenda'),
  'agenda, moved': (desk) => {
    agenda(desk);
    desk.press('agenda-move');
    desk.type('2026-03-20');
  },
  why: (desk) => desk.press('why'),
  'why, with promises': (desk) => {
    agenda(desk);
    desk.key('Esc');
    desk.press('why');
  },
  'by deadline': (desk) => desk.press('by-deadline'),
  'asked: when to follow up': (desk) => {
    desk.press('follow-up');
    desk.type('2026-03-20');
  },
  'asked: what was promised': (desk) => {
    desk.press('promise');
    desk.type('2026-03-20\n');
  },
  'a case with a broken promise': (desk) => {
    desk.press('promise');
    desk.type('12h\nжж\n');
    desk.tick(6 * 3_600_000);
    desk.press('open', 'first');
  },
  ...CARE_SCENES,
  'undo list': (desk) => {
    changed(desk);
    desk.press('undo-list');
  },
  'undo list, after a selection': (desk) => {
    desk.press('mark-all', 'priority-low', 'snooze-week', 'undo-list');
  },
  palette: (desk) => desk.press('palette'),
  'palette, its end': (desk) => {
    desk.press('palette');
    for (let row = 0; row < 80; row += 1) desk.key('Down');
  },
  'palette in a case, its middle': (desk) => {
    desk.press('open', 'palette');
    for (let row = 0; row < 40; row += 1) desk.key('Down');
  },
  'palette, the longest names': (desk) => {
    desk.press('palette');
    desk.type('snooze');
  },
  'palette in the composer': (desk) => desk.press('reply', 'palette'),
  templates: (desk) => desk.press('template'),
  'templates, none fits': (desk) => {
    desk.press('template');
    desk.type('ж0ж');
  },
  ...Object.fromEntries(
    ['s', 'P', 'i', 'M', 'R', 'b', 'l', 'g', 'S', 'E'].map((key) => [`the menu ${key}`, menu(key)]),
  ),
  'a menu in a case': (desk) => {
    desk.press('open');
    menu('b')(desk);
  },
  tags: (desk) => {
    desk.press('tags');
    desk.type('ж');
  },
  'tags of several': (desk) => {
    desk.press('mark', 'mark', 'tags');
    desk.type('-ж');
  },
  'merge of several': (desk) => {
    desk.press('mark', 'mark', 'merge');
    desk.type('47');
  },
  ...Object.fromEntries(
    (
      ['narrow', 'snooze-date', 'snooze-firm', 'merge', 'link', 'split', 'new', 'call', 'rating-5', 'pipe'] as const
    ).map((row) => [`asked: ${row}`, fromPalette(row)]),
  ),
  'asked: a number that is one': (desk) => {
    desk.press('link');
    desk.type('47');
  },
  'asked: what is split off': (desk) => {
    desk.goTo(47);
    desk.press('split');
    for (let back = 0; back < 3; back += 1) desk.key('Backspace');
    desk.type('1-2');
  },
  'asked: what was said': (desk) => {
    desk.press('call');
    desk.type('5\n');
  },
  'asked: the subject of a new case': (desk) => {
    desk.press('new');
    desk.type('ж\n');
  },
  'asked: which link ends': (desk) => {
    desk.press('link');
    desk.type('47\n');
    desk.press('palette');
    desk.type('end a link\n');
  },
  'asked: what is taken out': (desk) => {
    desk.press('mark', 'mark', 'merge');
    desk.type('47\n');
    desk.goTo(47);
    desk.press('unmerge');
  },
  'a long search': (desk) => {
    desk.press('search');
    desk.paste('жжж жж жж '.repeat(20));
  },
  files,
  'asked: where to save a file': (desk) => {
    files(desk);
    desk.key('s');
  },
  'asked: where to save all files': (desk) => {
    files(desk);
    desk.key('S');
  },
  'a file before it is opened': (desk) => {
    files(desk);
    desk.key('j', 'Enter');
  },
  'a question': (desk) => desk.press('quit'),
  'a change again, of many': (desk) => {
    desk.press('snooze-week', 'mark-all', 'repeat');
  },
  'a template for many': (desk) => {
    desk.press('mark-all', 'template');
    desk.key('Enter');
  },
};
