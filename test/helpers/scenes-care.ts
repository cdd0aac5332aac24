import type { CasePlaybooks } from '../../src/actions/read-playbooks.ts';
import type { InLanguages } from '../../src/domain/playbook/page.ts';
import type { Scene } from './scenes-review.ts';
import type { Screens } from './screen.ts';

const foreign = (texts: InLanguages, text: string): InLanguages =>
  Object.fromEntries(Object.keys(texts).map((language) => [language, text]));

/** The words of a file are its writer's: here they are Cyrillic, so that the desk's own stand out. */
const foreignBook = (book: CasePlaybooks): CasePlaybooks => ({
  ...book,
  standing: book.standing.map(({ playbook, sure, ladder }) => ({
    playbook: { ...playbook, titles: foreign(playbook.titles, 'Жжж жж жжжж') },
    sure,
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
};
