import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES, type Locale } from '../../src/context.ts';
import { wordsFor } from '../../src/i18n/index.ts';
import { clean } from '../../src/text/clean.ts';
import { makeForeign } from '../helpers/foreign.ts';
import { expectWholeFrame } from '../helpers/frames.ts';
import { cutWords } from '../helpers/own-words.ts';
import { runs } from '../helpers/random-cases.ts';
import { SCENES } from '../helpers/scenes.ts';
import { openScreens, plainLines, type Screens } from '../helpers/screen.ts';

const sizes = fc.oneof(
  fc.record({ columns: fc.integer({ min: 60, max: 150 }), rows: fc.integer({ min: 20, max: 40 }) }),
  fc.record({ columns: fc.integer({ min: 60, max: 300 }), rows: fc.integer({ min: 20, max: 100 }) }),
);
const EDGES = ['60x20', '60x100', '61x20', '77x20', '80x24', '99x24', '100x24', '139x40', '140x40', '300x100'];

/** What desk says itself is whole at this size, and so are the rules; what customers wrote may be cut. */
function expectWhole(desk: Screens, locale: Locale, size: string): void {
  desk.resize(size);
  expect(cutWords(plainLines(desk.frame()), locale), size).toEqual([]);
  expectWholeFrame(desk);
}

function expectWholeAtAnySize(desk: Screens, locale: Locale, numRuns: number): void {
  for (const size of EDGES) expectWhole(desk, locale, size);
  fc.assert(
    fc.property(sizes, ({ columns, rows }) => expectWhole(desk, locale, `${columns}x${rows}`)),
    { numRuns: runs(numRuns) },
  );
}

test.each(LOCALES.flatMap((locale) => Object.keys(SCENES).map((scene) => [locale, scene] as const)))(
  'in %s, %s has no word and no rule of its own cut at any size',
  async (locale, scene) => {
    const desk = await openScreens({ seed: true, locale });
    makeForeign(desk.desk);
    desk.press('go-inbox');
    SCENES[scene]?.(desk);
    expectWholeAtAnySize(desk, locale, 6);
  },
);

test.each(LOCALES)('in %s, nor has an empty store', async (locale) => {
  expectWholeAtAnySize(await openScreens({ locale }), locale, 20);
});

test.each(LOCALES)('in %s, nor how the desk stands, whatever its figures are', async (locale) => {
  const desk = await openScreens({ seed: true, locale });
  makeForeign(desk.desk);
  desk.press('go-inbox');
  const { list, standing } = desk.state();
  const counts = { inbox: 1204, waiting: 1180, theirs: 377, snoozed: 95, solved: 20_418, all: 23_009, overdue: 12_094 };
  const window = { numbers: list.numbers, from: null, skipped: 0, more: false };
  const figures = { ...standing, waiting: 1180, held: 1024 };
  desk.send({ type: 'listed', window, marked: [], counts, standing: figures, empty: false, hand: 'keep' });
  expectWholeAtAnySize(desk, locale, 20);
});

const flat = (text: string): string => text.replace(/\s+/gu, '');

test.each(LOCALES)(
  'in %s, questions, menus and warnings are read to their end at the smallest size',
  async (locale) => {
    const { tui, keys } = wordsFor(locale);
    const { names } = keys;
    const asked: Readonly<Record<string, readonly string[]>> = {
      'a question': [tui.quitAsk],
      'the menu b': [names['snooze-tomorrow'], names['snooze-firm'], names['snooze-date'], names.wake],
      'the menu l': [names.merge, names.unmerge, names.link, names.split],
      'merge of several': [tui.mergeBulkAsk],
      'tags of several': [tui.tagsBulkAsk(2)],
      'asked: split': [tui.splitAsk],
      'asked: snooze-date': [tui.snoozeAsk],
      'asked: rating-5': [tui.ratingAsk],
      'a file before it is opened': [tui.openFileAsk],
      'an answer that goes nowhere': [tui.noAddress],
      review: [tui.heldExplained],
      'help, its end': [tui.helpMore],
      files: [tui.panelKeys.open, tui.panelKeys.save, tui.panelKeys.saveAll, tui.panelKeys.cancel],
    };
    for (const [scene, texts] of Object.entries(asked)) {
      const desk = await openScreens({ seed: true, locale, size: '60x20' });
      SCENES[scene]?.(desk);
      for (const text of texts) expect(flat(desk.screen()), scene).toContain(flat(clean(text, 'line')));
    }
  },
);
