import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES } from '../../src/context.ts';
import type { Place } from '../../src/tui/key-row.ts';
import { KEYMAP } from '../../src/tui/keymap.ts';
import { placeOf } from '../../src/tui/lookup.ts';
import { expectWholeFrame } from '../helpers/frames.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

/** Every screen and everything that can lie over one, reached from the list. */
const SCENES: Readonly<Record<string, (desk: Screens) => void>> = {
  list: () => {},
  'list, another case': (desk) => desk.press('next', 'next', 'next'),
  'all cases, at the end': (desk) => desk.press('go-all', 'last'),
  'selected, narrowed': (desk) => {
    desk.press('mark', 'mark', 'narrow');
    desk.type('-tag:vip\n');
  },
  'nothing found': (desk) => {
    desk.press('search');
    desk.type('zzz\n');
  },
  'a long sentence': (desk) =>
    desk.send({ type: 'told', notice: { text: 'Dài ơi là dài ผิดพลาด '.repeat(20), tone: 'error' } }),
  case: (desk) => desk.press('open', 'first'),
  'a Thai case': (desk) => {
    desk.goTo(40);
    desk.press('open');
  },
  compose: (desk) => {
    desk.press('template');
    desk.type('screen\n');
  },
  review: (desk) => {
    desk.press('reply');
    desk.paste('จอทัชสกรีนแท็บเล็ตกดไม่ติดเลยครับ 😩 '.repeat(30));
    desk.press('review');
  },
  note: (desk) => desk.press('note'),
  help: (desk) => desk.press('help'),
  'undo list': (desk) => desk.press('undo-list'),
  palette: (desk) => desk.press('palette'),
  'palette in the composer': (desk) => desk.press('reply', 'palette'),
  templates: (desk) => desk.press('template'),
  'status menu': (desk) => {
    desk.key('s');
    desk.tick(300);
  },
  'kind menu': (desk) => {
    desk.key('i');
    desk.tick(300);
  },
  'go menu': (desk) => {
    desk.key('g');
    desk.tick(300);
  },
  tags: (desk) => {
    desk.press('tags');
    desk.type('b');
  },
  'a long search': (desk) => {
    desk.press('search');
    desk.paste('thật là dài '.repeat(20));
  },
  'a question': (desk) => desk.press('quit'),
};

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
      { numRuns: 12 },
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
