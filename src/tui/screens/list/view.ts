import { VIEWS } from '../../../domain/views.ts';
import { wordsFor } from '../../../i18n/index.ts';
import { clean } from '../../../text/clean.ts';
import { truncate } from '../../../text/width.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { customerCard } from '../../parts/card.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { beside, blank, type Line, lineWidth, say, spaces, span } from '../../parts/line.ts';
import type { State } from '../../state.ts';
import { previewBody } from './preview.ts';
import { listRow } from './row.ts';

/** The cases of a view; from 100 columns with the case under the hand, from 140 with its customer. */
export function listView(state: State): Frame {
  const layout = layoutOf(state.size);
  if (state.empty) {
    const useful = KEYMAP.filter((row) => row.id === 'help');
    return frame(state, title(state), welcome(state), useful, 'list');
  }
  const left = [filterLine(state), ...rows(state, layout.list)];
  const { head, lines } = previewBody(state);
  const withPreview = layout.preview === 0 ? left : beside(left, [...head, ...lines], layout.list, layout.body);
  const card = state.shown === null ? [] : customerCard(state.shown, state.locale, layout.card);
  const body =
    layout.card === 0 ? withPreview : beside(withPreview, card, layout.columns - layout.card - 2, layout.body);
  return frame(state, title(state), body, KEYMAP, 'list');
}

/** The views with their keys and counts; names are short, or cut, where they do not all fit, counts never are. */
function title(state: State): Line {
  const { views, shortViews } = wordsFor(state.locale);
  const line = (names: typeof views, shown: typeof views, nameColumns: number): Line => [
    say(' desk ', 'title'),
    ...VIEWS.flatMap((view, index): Line => {
      const here = view.id === state.list.view && state.list.search === null;
      const name = here ? clean(shown[view.id], 'line') : truncate(clean(names[view.id], 'line'), nameColumns);
      return [
        say(` ${index + 1} `, 'dim'),
        span(name, here ? 'strong' : 'plain'),
        say(`${name === '' ? '' : ' '}${state.list.counts[view.id]}`, here ? 'strong' : 'dim'),
        say(here ? '◂' : ' ', 'accent'),
      ];
    }),
  ];
  const tries = [
    line(views, views, LONGEST_NAME),
    line(shortViews, views, LONGEST_NAME),
    ...SHORTER.map((nameColumns) => line(shortViews, shortViews, nameColumns)),
  ];
  return tries.find((one) => lineWidth(one) <= state.size.columns) ?? line(shortViews, shortViews, 0);
}

const LONGEST_NAME = 24;
const SHORTER = [10, 9, 8, 7, 6, 5, 4, 3] as const;

function filterLine(state: State): Line {
  const { tui } = wordsFor(state.locale);
  const { search, narrow, marked, numbers, at, skipped, more, counts, view } = state.list;
  const known = skipped + numbers.length;
  // a view is counted; of a search no more is known than has been seen
  const all = !more ? String(known) : search === null && narrow === null ? String(counts[view]) : `${known}+`;
  return [
    ...(search === null ? [] : [say(` ${tui.searching}: `, 'dim'), say(search, 'accent')]),
    ...(narrow === null ? [] : [say(` ${tui.narrowed}: `, 'dim'), say(narrow, 'accent')]),
    ...(marked.size === 0 ? [] : [say(` ${tui.selectedCases(marked.size)}`, 'good')]),
    say(numbers.length === 0 ? '' : `  ${skipped + at + 1}/${all}`, 'dim'),
  ];
}

function rows(state: State, columns: number): Line[] {
  const { list, locale, now } = state;
  const { tui } = wordsFor(locale);
  const page = layoutOf(state.size).body - 1;
  if (list.numbers.length === 0) {
    const searched = list.search !== null || list.narrow !== null;
    return [
      blank,
      [span(spaces(2)), say(searched ? tui.nothingFound : tui.noCases)],
      [span(spaces(2)), say(searched ? tui.nothingFoundHint : tui.noCasesHint, 'dim')],
    ];
  }
  const numberWidth = String(Math.max(...list.numbers.slice(list.top, list.top + page), 100)).length;
  return list.numbers.slice(list.top, list.top + page).map((number, index) => {
    const row = list.rows.get(number);
    if (row === undefined) return [say(` #${number}`, 'dim')];
    return listRow(row, {
      locale,
      columns,
      now,
      numberWidth,
      isCurrent: list.top + index === list.at,
      isMarked: list.marked.has(number),
    });
  });
}

/** An empty store: what one can do now. */
function welcome(state: State): Line[] {
  const { tui } = wordsFor(state.locale);
  const way = (key: string, what: string): Line => [span(spaces(4)), say(key.padEnd(24), 'key'), say(what)];
  return [
    blank,
    [span(spaces(2)), say(tui.welcome, 'strong')],
    blank,
    way('desk import MAILBOX', tui.wayImport),
    way('desk demo', tui.wayDemo),
    way('?', tui.wayHelp),
  ];
}
