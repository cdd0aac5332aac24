import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES } from '../../src/context.ts';
import type { Place } from '../../src/tui/key-row.ts';
import { KEYMAP } from '../../src/tui/keymap.ts';
import { placeOf } from '../../src/tui/lookup.ts';
import { expectWholeFrame } from '../helpers/frames.ts';
import { openJourney } from '../helpers/journey-life.ts';
import { openPairs } from '../helpers/people-twice.ts';
import { runs } from '../helpers/random-cases.ts';
import { SCENES } from '../helpers/scenes.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const sizes = fc.record({ columns: fc.integer({ min: 60, max: 300 }), rows: fc.integer({ min: 20, max: 100 }) });
const EDGES = ['60x20', '61x21', '99x24', '100x24', '139x40', '140x40', '300x100'];

test.each(LOCALES.flatMap((locale) => Object.keys(SCENES).map((scene) => [locale, scene] as const)))(
  'in %s, %s fills a window of any size exactly',
  async (locale, scene) => {
    const desk = await openScreens({ seed: true, locale });
    SCENES[scene]?.(desk);
    for (const size of EDGES) {
      desk.resize(size);
      expectWholeFrame(desk);
    }
    fc.assert(
      fc.property(sizes, ({ columns, rows }) => {
        desk.resize(`${columns}x${rows}`);
        expectWholeFrame(desk);
      }),
      { numRuns: runs(5) },
    );
  },
);

/** A state in the middle of things, for each place where keys count. */
const MIDDLES: Readonly<Record<Place, (desk: Screens) => void>> = {
  list: (desk) => desk.press('go-all', 'next', 'next', 'next', 'mark'),
  case: (desk) => {
    desk.press('go-all');
    desk.goTo(47);
    desk.press('open', 'first', 'scroll-down');
  },
  compose: (desk) => {
    desk.press('reply');
    desk.type('abc');
  },
  review: (desk) => {
    desk.press('reply');
    desk.type('lange\n'.repeat(60));
    desk.press('review', 'scroll-down');
  },
  help: (desk) => desk.press('help', 'scroll-down'),
  history: (desk) => desk.press('priority-low', 'status-hold', 'undo-list', 'next'),
  mail: (desk) => {
    for (let answers = 0; answers < 3; answers += 1) {
      desk.press('reply');
      desk.type('Dạ');
      desk.press('review', 'send');
    }
    desk.press('go-mail', 'next');
  },
  agenda: (desk) => {
    for (const when of ['mai', 'in 3 days', '2026-03-20', 'fri 5pm']) {
      desk.press('follow-up');
      desk.type(when);
      desk.key('Enter');
      desk.type(`Gọi lại hỏi máy chạy có ổn không, và xin ý kiến về lần sửa vừa rồi ${when}`);
      desk.key('Enter');
    }
    desk.press('go-agenda', 'next', 'next');
  },
  playbooks: (desk) => {
    desk.press('go-all');
    desk.goTo(10);
    desk.press('topic-complaint', 'mood-angry', 'go-playbooks', 'next');
  },
  fields: (desk) => {
    desk.press('go-all');
    desk.goTo(10);
    desk.press('kind-support', 'stage-received', 'go-fields', 'next', 'field-edit');
    desk.type('không phản ứng khi chạm '.repeat(9));
    desk.key('Enter');
  },
  handoffs: (desk) => {
    for (let cases = 0; cases < 4; cases += 1) {
      desk.press('handoff');
      desk.type('warehouse\n');
      while (desk.state().overlay !== null) desk.type('x\n');
      desk.press('next');
    }
    desk.press('go-handoffs', 'next');
  },
  journey: (desk) => {
    openJourney(desk);
    desk.press('journey-older-silence', 'journey-newer-case');
  },
  customers: (desk) => desk.press('go-customers', 'next', 'next', 'next'),
  duplicates: (desk) => {
    openPairs(desk);
    desk.press('next');
  },
  why: (desk) => {
    desk.resize('80x20');
    desk.press('go-all');
    desk.goTo(10);
    desk.press('why', 'scroll-down');
  },
};

test.each(KEYMAP.flatMap((row) => row.in.map((place) => [row.id, place] as const)))(
  '%s does something at %s',
  async (id, place) => {
    const desk = await openScreens({ seed: true, size: '120x24' });
    MIDDLES[place](desk);
    const before = desk.state();
    expect(placeOf(before)).toBe(place);
    const row = KEYMAP.find((one) => one.id === id && one.in.includes(place));
    const [after, effects] = row?.does(before) ?? [before, []];
    const changed =
      effects.length > 0 || JSON.stringify(after) !== JSON.stringify(before) || after.list !== before.list;
    expect(changed).toBe(true);
  },
);
