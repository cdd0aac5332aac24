import { expect, test } from 'vitest';
import { SCENES } from '../helpers/scenes.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

let desk: Screens;

/** The ids of actions depend on how many slices the import took. */
const withoutIds = (screen: string): string => screen.replace(/^( . ) +\d+(?= {2}\d\d:\d\d )/gm, '$1   id');
const looksLike = (name: string): Promise<void> =>
  expect(`${withoutIds(desk.screen())}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
const seeded = async (locale: 'en' | 'vi' | 'th', size = '80x24'): Promise<void> => {
  desk = await openScreens({ seed: true, locale, size });
};

test.each([
  ['en', '80x24'],
  ['vi', '80x24'],
  ['th', '80x24'],
  ['en', '120x40'],
  ['en', '140x40'],
  ['vi', '120x40'],
  ['vi', '140x40'],
  ['th', '140x40'],
] as const)('the list, %s at %s', async (locale, size) => {
  await seeded(locale, size);
  await looksLike(`list-${locale}-${size}`);
});

test.each(['en', 'vi', 'th'] as const)('a case, %s', async (locale) => {
  await seeded(locale);
  desk.goTo(47);
  desk.press('open');
  await looksLike(`case-${locale}`);
});

test.each(['en', 'vi', 'th'] as const)('the case beside its customer, %s', async (locale) => {
  await seeded(locale, '140x40');
  desk.goTo(47);
  desk.press('open');
  await looksLike(`case-${locale}-140x40`);
});

test('the composer with a template, and its review', async () => {
  await seeded('en');
  desk.goTo(47);
  desk.press('reply');
  await looksLike('compose-empty');
  desk.type(';;screen reset');
  await looksLike('templates');
  desk.key('Enter');
  await looksLike('compose');
  desk.press('review');
  await looksLike('review');
});

test('the composer beside the case', async () => {
  await seeded('vi', '120x40');
  desk.goTo(47);
  desk.press('reply');
  desk.type('Dạ em chào chị Lan,\n\nEm đã nhận được tin của chị.');
  await looksLike('compose-vi-120x40');
});

test('a private note', async () => {
  await seeded('en');
  desk.press('note');
  desk.type('Asked the warehouse.');
  await looksLike('note');
  desk.press('review');
  await looksLike('note-review');
});

test('what lies over the list', async () => {
  await seeded('en');
  desk.press('palette');
  await looksLike('palette');
  desk.type('snooze');
  await looksLike('palette-found');
  desk.key('Esc', 'i');
  desk.tick(300);
  await looksLike('menu-kind-and-topic');
  desk.key('Esc', 'b');
  desk.tick(300);
  await looksLike('menu-snooze');
  desk.key('Esc');
  desk.press('tags');
  desk.type('bả');
  await looksLike('tags');
  desk.key('Esc');
  desk.press('search');
  desk.type('man hinh');
  await looksLike('search');
  desk.key('Esc');
  desk.press('quit');
  await looksLike('quit');
});

test('what is asked in one line, over the list and over the composer', async () => {
  await seeded('en');
  desk.goTo(47);
  for (const row of ['narrow', 'snooze-date', 'merge', 'link', 'split', 'new', 'call', 'rating-5'] as const) {
    desk.press(row);
    await looksLike(`ask-${row}`);
    desk.key('Esc');
  }
  desk.press('reply', 'palette');
  await looksLike('palette-compose');
});

/** The file of each, beside those that have a story of their own. */
const FURTHER: Readonly<Record<string, string>> = {
  'menu-status': 'the menu s',
  'menu-priority': 'the menu P',
  'menu-mood': 'the menu M',
  'menu-rating': 'the menu R',
  'menu-link': 'the menu l',
  'menu-go': 'the menu g',
  'ask-snooze-firm': 'asked: snooze-firm',
  'ask-pipe': 'asked: pipe',
  'ask-target': 'asked: a number that is one',
  'ask-call-text': 'asked: what was said',
  'ask-new-subject': 'asked: the subject of a new case',
  'ask-unmerge': 'asked: what is taken out',
  'ask-unlink': 'asked: which link ends',
  'ask-save-file': 'asked: where to save a file',
  'ask-save-all': 'asked: where to save all files',
  'ask-open-file': 'a file before it is opened',
  'ask-repeat': 'a change again, of many',
  'ask-template-for-many': 'a template for many',
  'ask-merge-many': 'merge of several',
  'ask-tags-many': 'tags of several',
  'menu-stage': 'the menu S',
  'menu-outcome': 'the menu E',
  'ask-field': 'asked: a field',
  'ask-step': 'asked: one more step',
  'ask-spawn': 'asked: a care case',
  'fields-care': 'fields of a care case',
  'fields-service': 'fields of a service case',
  files: 'files',
  'nothing-found': 'nothing found',
  'templates-none': 'templates, none fits',
  'review-template': 'review of a template',
  'review-head': 'review, with everything',
  'review-reply-to': 'review, another way to answer',
  'review-paths': 'review, paths to choose from',
  'ask-leave-at': 'review, a moment as it is typed',
  'no-address': 'an answer that goes nowhere',
  'case-with-others': 'a case with others',
  'case-changed': 'a case that was changed',
  'reply-held': 'a reply that is held',
  'help-end': 'help, its end',
};

test.each(Object.entries(FURTHER))('%s: %s', async (name, scene) => {
  await seeded('en');
  SCENES[scene]?.(desk);
  await looksLike(name);
});

test('selected cases', async () => {
  await seeded('en');
  desk.press('mark', 'mark', 'next', 'mark');
  await looksLike('selected');
});

test.each(['en', 'vi', 'th'] as const)('help, %s', async (locale) => {
  await seeded(locale);
  desk.press('help');
  await looksLike(`help-${locale}`);
});

test('the undo list', async () => {
  await seeded('en');
  desk.press('solve-next', 'status-hold', 'priority-urgent', 'undo', 'undo-list');
  await looksLike('undo-list');
});

test.each(['en', 'vi', 'th'] as const)('an empty store, %s', async (locale) => {
  desk = await openScreens({ locale });
  await looksLike(`empty-${locale}`);
});

test('a window that is too small', async () => {
  await seeded('en', '50x10');
  await looksLike('too-small');
});
