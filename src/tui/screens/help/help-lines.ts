import { type Words, wordsFor } from '../../../i18n/index.ts';
import { clean } from '../../../text/clean.ts';
import { pad } from '../../../text/width.ts';
import { keyName } from '../../key-name.ts';
import type { KeyGroup, KeyRow, Place } from '../../key-row.ts';
import { KEYMAP } from '../../keymap.ts';
import { keycap } from '../../parts/frame.ts';
import { blank, type Line, say, spaces, span } from '../../parts/line.ts';
import type { State } from '../../state.ts';

const GROUPS: readonly KeyGroup[] = ['move', 'answer', 'work', 'find', 'go', 'desk'];
const KEYS = 14;

const PLACES: readonly Place[] = ['list', 'case', 'compose', 'review', 'history', 'help'];

/** What counts in the list as well as in a case, by what it is for; then what counts in one place only. Each row once. */
function sections({ keys }: Words): { heading: string; rows: KeyRow[] }[] {
  const bound = KEYMAP.filter((row) => row.keys.length > 0);
  const common = (row: KeyRow): boolean => row.in.includes('list') && row.in.includes('case');
  const at = (place: Place) => (row: KeyRow) => PLACES.find((one) => row.in.includes(one)) === place && !common(row);
  const all = [
    ...GROUPS.map((group) => ({
      heading: keys.groups[group],
      rows: bound.filter((row) => row.group === group && common(row)),
    })),
    ...PLACES.map((place) => ({ heading: keys.places[place], rows: bound.filter(at(place)) })),
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/** Every key there is, from the table itself; in as many columns as fit. */
export function helpLines(state: State): Line[] {
  const words = wordsFor(state.locale);
  const { tui } = words;
  const lines: Line[] = [];
  const across = Math.max(1, Math.floor((state.size.columns - 2) / 44));
  const wide = Math.floor((state.size.columns - 2) / across);
  for (const { heading, rows } of sections(words)) {
    const cells = rows.map((row): Line => {
      const shown = row.keys.map((key) => keycap(key, state.locale)).join(' ');
      return [
        span(spaces(2)),
        span(pad(clean(shown, 'line'), KEYS), 'key'),
        span(pad(clean(keyName(words, row.id), 'line'), wide - KEYS - 3)),
        span(spaces(1)),
      ];
    });
    lines.push([say(` ${heading}`, 'title')]);
    const height = Math.ceil(cells.length / across);
    for (let row = 0; row < height; row += 1)
      lines.push(Array.from({ length: across }, (_, column) => cells[column * height + row] ?? blank).flat());
    lines.push(blank);
  }
  return [...lines, [say(` ${tui.helpMore}`, 'dim')]];
}
