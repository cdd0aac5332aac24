import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perform } from '../../src/actions/action.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { width } from '../../src/text/width.ts';
import { createDesk, type Desk } from '../helpers/desk.ts';
import { renderInk } from '../helpers/ink-terminal.tsx';
import { openScreens, plainLines, type Screens } from '../helpers/screen.ts';
import { UNSURE, WORDS } from '../helpers/words-of-width.ts';

const SIZES = ['60x20', '80x24', '100x30', '140x40', '200x60', '300x100'];

const phraseOf = (words: readonly string[]): fc.Arbitrary<string[]> =>
  fc.array(fc.oneof(fc.constantFrom(...words), fc.constantFrom('Lan', 'order', '#12')), {
    minLength: 1,
    maxLength: 9,
  });

/** Cases whose names, subjects and messages are put together from these words; always the same ones. */
function strangers(desk: Desk, words: readonly string[]): void {
  const texts = fc.sample(phraseOf(words), { numRuns: 60, seed: 7 }).map((some) => some.join(' '));
  for (let at = 0; at < texts.length; at += 3) {
    const [name = '', subject = '', message = ''] = texts.slice(at, at + 3);
    perform(desk, newCase, {
      customer: `S${at}`,
      subject,
      kind: 'service',
      channel: 'phone',
      message: `${message}\n${name} ${subject} ${message}`,
    });
    desk.store.db.prepare('UPDATE customers SET name = ? WHERE id = (SELECT max(id) FROM customers)').run(name);
  }
}

/** In which columns the rules between the panes should stand, row by row. */
const rulesWanted = (desk: Screens): number[][] =>
  plainLines(desk.frame()).map((line) => [...line.matchAll(/│/gu)].map((found) => width(line.slice(0, found.index))));

test.each([
  ['en', 'signs'],
  ['vi', 'clusters'],
  ['th', 'clusters'],
] as const)(
  'in %s, a terminal that counts %s has every rule in its column, at every size and after every change of it',
  async (locale, counting) => {
    const inner = createDesk({ locale });
    strangers(inner, counting === 'signs' ? [...WORDS, ...UNSURE] : WORDS);
    const desk = await openScreens({ desk: inner });
    const terminal = renderInk(desk, counting);
    const faults: string[] = [];
    for (const size of SIZES) {
      await terminal.resize(size);
      for (const keys of [['j', 'j', 'j', 'j', 'j'], ['\r'], ['\x1b', 'r', 'น้ำ 👩‍👩‍👧 ế'], ['\x1b']]) {
        await terminal.keys(...keys);
        await terminal.rows();
        const wanted = rulesWanted(desk);
        terminal.columnsOf('│').forEach((columns, row) => {
          if (columns.join() !== (wanted[row] ?? []).join())
            faults.push(`${size} row ${row}: ${columns} not ${wanted[row]}: ${plainLines(desk.frame())[row]}`);
        });
      }
    }
    expect(faults).toEqual([]);
    inner.close();
  },
  240_000,
);
