import { expect, test } from 'vitest';
import { LOCALES } from '../../src/context.ts';
import { VIEWS } from '../../src/domain/views.ts';
import { wordsFor } from '../../src/i18n/index.ts';
import { helpLines } from '../../src/tui/screens/help/help-lines.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

/** The help as one reads it, from heading to heading. */
function sections(desk: Screens): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let heading = '';
  for (const line of helpLines(desk.state())) {
    const text = line.map((one) => one.text).join('');
    if (line[0]?.tone === 'title') heading = text.trim();
    else if (text.trim() !== '') found.set(heading, [...(found.get(heading) ?? []), text.slice(2, 16).trim()]);
  }
  return found;
}

test.each(LOCALES)(
  'in %s, no heading of the help has a key twice, and each place has a heading of its own',
  async (locale) => {
    const desk = await openScreens({ seed: true, locale });
    const { places } = wordsFor(locale).keys;
    const found = sections(desk);
    for (const [heading, keys] of found) expect(new Set(keys).size, heading).toBe(keys.length);
    expect(found.get(places.list)).toContain('j ↓');
    expect(found.get(places.case)).toContain('j ↓');
    expect(found.get(places.compose)).toContain('Ctrl-S');
  },
);

const MANY = { inbox: 1204, waiting: 1180, theirs: 377, snoozed: 95, solved: 20_418, all: 23_009, overdue: 12_094 };

test.each(LOCALES.flatMap((locale) => ['60x20', '80x24'].map((size) => [locale, size] as const)))(
  'in %s at %s every view has its whole count in the first row',
  async (locale, size) => {
    const desk = await openScreens({ seed: true, locale, size });
    const { list, standing } = desk.state();
    const window = { numbers: list.numbers, from: null, skipped: 0, more: false };
    desk.send({ type: 'listed', window, marked: [], counts: MANY, standing, empty: false, hand: 'keep' });
    const [row = ''] = desk.screen().split('\n');
    for (const [index, { id }] of VIEWS.entries())
      expect(row).toMatch(new RegExp(` ${index + 1} \\S* ?\\S* ?${MANY[id]}(?!\\d)`));
  },
);
