import { type Words, wordsFor } from '../../../i18n/index.ts';
import { clean } from '../../../text/clean.ts';
import { pad, width } from '../../../text/width.ts';
import { wrap } from '../../../text/wrap.ts';
import { keyName } from '../../key-name.ts';
import type { KeyGroup, KeyRow, Place } from '../../key-row.ts';
import { KEYMAP } from '../../keymap.ts';
import { keycap } from '../../parts/frame.ts';
import { blank, type Line, say, spaces, span, wrapped } from '../../parts/line.ts';
import type { State } from '../../state.ts';

const GROUPS: readonly KeyGroup[] = ['move', 'answer', 'work', 'find', 'go', 'desk'];
const KEYS = 14;

const PLACES: readonly Place[] = ['list', 'case', 'compose', 'review', 'history', 'help'];

/** What counts in one place only, first where help was asked for; then what counts in all, by what it is for. Each row once. */
function sections({ keys }: Words, asked: string): { heading: string; rows: KeyRow[] }[] {
  const bound = KEYMAP.filter((row) => row.keys.length > 0);
  const common = (row: KeyRow): boolean => row.in.includes('list') && row.in.includes('case');
  const at = (place: Place) => (row: KeyRow) => PLACES.find((one) => row.in.includes(one)) === place && !common(row);
  const all = [
    ...[...PLACES]
      .sort((a, b) => Number(b === asked) - Number(a === asked))
      .map((place) => ({ heading: keys.places[place], rows: bound.filter(at(place)) })),
    ...GROUPS.map((group) => ({
      heading: keys.groups[group],
      rows: bound.filter((row) => row.group === group && common(row)),
    })),
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/** Every key there is, from the table itself; in as many columns as fit. */
export function helpLines(state: State): Line[] {
  const words = wordsFor(state.locale);
  const { tui } = words;
  const lines: Line[] = [];
  const found = sections(words, state.screen.name === 'help' ? state.screen.back.name : state.screen.name);
  const names = found.flatMap(({ rows }) => rows.map((row) => width(clean(keyName(words, row.id), 'line'))));
  const across = Math.max(1, Math.floor((state.size.columns - 2) / (KEYS + Math.max(...names) + 3)));
  const wide = Math.floor((state.size.columns - 2) / across);
  for (const { heading, rows } of found) {
    // only where there is one column of them a name can need a second row
    const cells = rows.flatMap((row): Line[] => {
      const shown = row.keys.map((key) => keycap(key, state.locale)).join(' ');
      const room = wide - KEYS - 3;
      return wrap(clean(keyName(words, row.id), 'line'), room).map((name, at) => [
        span(spaces(2)),
        span(pad(clean(at === 0 ? shown : '', 'line'), KEYS), 'key'),
        span(pad(name, room)),
        span(spaces(1)),
      ]);
    });
    lines.push([say(` ${heading}`, 'title')]);
    const height = Math.ceil(cells.length / across);
    for (let row = 0; row < height; row += 1)
      lines.push(Array.from({ length: across }, (_, column) => cells[column * height + row] ?? blank).flat());
    lines.push(blank);
  }
  return [...lines, ...wrapped(tui.helpMore, state.size.columns, 1, 'dim')];
}
