import { wordsFor } from '../../../i18n/index.ts';
import { clean } from '../../../text/clean.ts';
import { pad } from '../../../text/width.ts';
import { keyName } from '../../key-name.ts';
import type { KeyGroup, Place } from '../../key-row.ts';
import { KEYMAP } from '../../keymap.ts';
import { keycap } from '../../parts/frame.ts';
import { blank, type Line, say, spaces, span } from '../../parts/line.ts';
import type { State } from '../../state.ts';

const GROUPS: readonly KeyGroup[] = ['move', 'answer', 'work', 'find', 'go', 'desk'];
const KEYS = 14;

/** Every key there is, by group, from the table itself; in as many columns as fit. */
export function helpLines(state: State): Line[] {
  const words = wordsFor(state.locale);
  const { keys, tui } = words;
  const places: readonly Place[] = ['list', 'case', 'compose', 'review', 'history', 'help'];
  const lines: Line[] = [];
  const across = Math.max(1, Math.floor((state.size.columns - 2) / 44));
  const wide = Math.floor((state.size.columns - 2) / across);
  for (const group of GROUPS) {
    const rows = KEYMAP.filter(
      (row) => row.group === group && row.keys.length > 0 && row.in.some((place) => places.includes(place)),
    );
    const cells = rows.map((row): Line => {
      const shown = row.keys.map((key) => keycap(key, state.locale)).join(' ');
      return [
        span(spaces(2)),
        span(pad(clean(shown, 'line'), KEYS), 'key'),
        span(pad(clean(keyName(words, row.id), 'line'), wide - KEYS - 3)),
        span(spaces(1)),
      ];
    });
    lines.push([say(` ${keys.groups[group]}`, 'title')]);
    const height = Math.ceil(cells.length / across);
    for (let row = 0; row < height; row += 1)
      lines.push(Array.from({ length: across }, (_, column) => cells[column * height + row] ?? blank).flat());
    lines.push(blank);
  }
  return [...lines, [say(` ${tui.helpMore}`, 'dim')]];
}
