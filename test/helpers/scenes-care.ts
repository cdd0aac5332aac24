import type { CasePlaybooks } from '../../src/actions/read-playbooks.ts';
import type { InLanguages } from '../../src/domain/playbook/page.ts';
import { type LifeWords, openJourney } from './journey-life.ts';
import { openPairs } from './people-twice.ts';
import type { Scene } from './scenes-review.ts';
import type { Screens } from './screen.ts';

const foreign = (texts: InLanguages, text: string): InLanguages =>
  Object.fromEntries(Object.keys(texts).map((language) => [language, text]));

/** The words of a file are its writer's: here they are Cyrillic, so that the desk's own stand out. */
const foreignBook = (book: CasePlaybooks): CasePlaybooks => ({
  ...book,
  departments: { жж: { titles: { en: 'Жжжжж' }, tries: false } },
  standing: book.standing.map(({ playbook, sure, ladder }) => ({
    playbook: { ...playbook, titles: foreign(playbook.titles, 'Жжж жж жжжж') },
    sure,
    said: {},
    ladder: {
      ...ladder,
      rungs: ladder.rungs.map((rung) => {
        const step = {
          ...rung.step,
          titles: foreign(rung.step.titles, 'Ж жжж жж жжжж'),
          words: foreign(rung.step.words, 'Жж жжжж ж, жжж жж. '.repeat(12)),
          department: rung.step.department === null ? null : 'жж',
        };
        return { ...rung, step };
      }),
    },
  })),
});

function playbooks(desk: Screens): void {
  desk.press('go-playbooks');
  const { screen } = desk.state();
  if (screen.name === 'playbooks') desk.send({ type: 'playbooks-read', book: foreignBook(screen.book) });
}

/** So many cases lie with a department; the titles of what it asks for are its file's, so nobody looks at them. */
function handOff(desk: Screens, cases: number): void {
  for (let done = 0; done < cases; done += 1) {
    desk.press('handoff');
    desk.type('warehouse\n');
    for (let asked = 0; asked < 9 && desk.state().overlay !== null; asked += 1) desk.type('ж\n');
    desk.press('next');
  }
  desk.desk.store.db.exec("UPDATE handoffs SET department = 'жжж'");
  desk.desk.store.db.exec('UPDATE handoffs SET due_at = due_at - 100000000 WHERE id % 2 = 0');
}

const FOREIGN: LifeWords = {
  ...{ customer: 'Жж Жжж <qq@qqq.qq>', honorific: 'ж', product: 'Жжж' },
  subjects: ['Жж жж жжж жжжж жж', 'Жжжж жж', 'Жж жжж жжж'],
  ...{ said: 'Жж жжж жжж жж. '.repeat(8), promised: 'Жж жжж жж' },
};

/** A customer with half a year behind her; what files call their options and departments is foreign here. */
function journey(desk: Screens): void {
  openJourney(desk, FOREIGN);
  foreignTitles(desk);
}

function foreignTitles(desk: Screens): void {
  const { screen } = desk.state();
  if (screen.name !== 'journey') return;
  const titles = Object.entries(screen.view.titles).map(
    ([name, one]) => [name, { ...one, titles: foreign(one.titles, 'Жж жжж жж') }] as const,
  );
  desk.send({ type: 'journey-read', view: { ...screen.view, titles: Object.fromEntries(titles) } });
}

/** A case in the middle of a repair; what is typed is Cyrillic, as what customers write. */
function repair(desk: Screens): void {
  desk.press('kind-support', 'stage-received', 'stage-waiting-for-part', 'go-fields');
  for (const text of ['жжж', 'Жжжж жж жжжж '.repeat(12), 'ж жж', 'жжж жж', 'жж']) {
    desk.press('field-edit');
    desk.type(`${text}\n`);
    desk.press('next');
  }
  desk.key('Esc');
}

/** The screens of care. */
export const CARE_SCENES: Readonly<Record<string, Scene>> = {
  playbooks: (desk) => {
    desk.press('topic-complaint', 'mood-angry');
    playbooks(desk);
  },
  'playbooks, answered': (desk) => {
    desk.press('topic-exchange', 'go-playbooks', 'last', 'playbook-no');
    desk.key('Esc');
    playbooks(desk);
    desk.press('first');
  },
  'playbooks, none fits': (desk) => {
    desk.press('topic-installation');
    playbooks(desk);
  },
  'fields of a support case': (desk) => {
    repair(desk);
    desk.press('go-fields', 'next');
  },
  'fields of a care case': (desk) => {
    desk.press('open', 'kind-care', 'outcome-exchanged', 'go-fields');
    const { screen } = desk.state();
    const named = [{ playbook: 'ж', step: 'ж', title: 'Жжж жжж жжжжж' }];
    if (screen.name === 'fields')
      desk.send({ type: 'fields-read', view: screen.view, options: { offered: named, taken: [], tried: [] } });
  },
  'fields of a service case': (desk) => desk.press('kind-service', 'go-fields'),
  'a case with fields': (desk) => {
    repair(desk);
    desk.press('open', 'first');
  },
  'asked: a field': (desk) => desk.press('kind-support', 'go-fields', 'field-edit'),
  'asked: one more step': (desk) => desk.press('kind-support', 'go-fields', 'next', 'next', 'field-edit'),
  'asked: a care case': (desk) => desk.press('spawn'),
  handoffs: (desk) => {
    handOff(desk, 3);
    desk.press('go-handoffs', 'next');
  },
  journey,
  'journey, its beginning': (desk) => {
    journey(desk);
    desk.press('last');
  },
  'journey, the marks': (desk) => {
    journey(desk);
    desk.press('journey-marks', 'next', 'next');
  },
  'journey, calls alone': (desk) => {
    journey(desk);
    desk.press('journey-filter', 'journey-filter');
  },
  'journey, the menu e': (desk) => {
    journey(desk);
    desk.key('e');
    desk.tick(300);
  },
  'asked: what was bought': (desk) => {
    journey(desk);
    desk.press('purchase-add');
    desk.type('жжж жж amount=9500000 warranty=24mo at=2026-07-02 serial=ж');
  },
  'asked: why a mark does not count': (desk) => {
    journey(desk);
    desk.press('journey-marks', 'next', 'next', 'mark-overrule');
  },
  'asked: the honorific': (desk) => {
    journey(desk);
    desk.key('e', 'h');
  },
  'asked: who is the same person': (desk) => {
    journey(desk);
    desk.press('customer-merge');
    desk.type('1');
  },
  'a merge of customers before it is done': (desk) => {
    journey(desk);
    desk.press('customer-merge');
    desk.type('1\n');
  },
  'asked: who is taken out again': (desk) => {
    journey(desk);
    desk.press('customer-merge');
    desk.type('1\n');
    desk.key('y');
    foreignTitles(desk);
    desk.press('customer-unmerge');
  },
  customers: (desk) => {
    journey(desk);
    desk.press('go-customers', 'next');
  },
  'customers at risk, searched': (desk) => {
    desk.press('go-customers', 'customers-search');
    desk.type('ж\n');
    desk.press('customers-at-risk');
  },
  'customers, the search': (desk) => desk.press('go-customers', 'customers-search'),
  'customers who may be one person': (desk) =>
    openPairs(desk, [
      ['Жжж Жжжж <жжжжжж@жжж.example>', 'Жжж Жжжж <жж@жжж.example>'],
      ['Жж Жж <ж@жж.example>', 'Жж Жж <жжжж@жж.example>'],
    ]),
  'journey of somebody new': (desk) => desk.press('go-journey'),
  'handoffs, nothing there': (desk) => desk.press('go-handoffs'),
  'asked: what a department needs': (desk) => {
    const number = desk.state().shown?.case.number ?? 1;
    const departments = [{ name: 'жж', title: 'Жжж жж' }];
    desk.send({ type: 'handoff-read', number, departments, asked: ['жж'], form: null });
    const missing = (['not-a-date', 'empty'] as const).map((why) => ({ name: 'ж', title: 'Жжж', why }));
    const form = { department: 'жж', title: 'Жжж жж', given: {}, missing, files: [], proposed: [], mails: false };
    desk.send({ type: 'handoff-read', number, departments, asked: [], form });
  },
  'asked: which department': (desk) => {
    const number = desk.state().shown?.case.number ?? 1;
    const departments = [
      { name: 'жж', title: 'Жжж жж' },
      { name: 'жжж', title: 'Жжж жжж' },
    ];
    desk.send({ type: 'handoff-read', number, departments, asked: ['жж'], form: null });
    desk.type('жж');
  },
};
