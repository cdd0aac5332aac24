import { VIEWS, type ViewId } from '../../../domain/views.ts';
import { wordsFor } from '../../../i18n/index.ts';
import { clean } from '../../../text/clean.ts';
import { truncate, width } from '../../../text/width.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { customerCard } from '../../parts/card.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { beside, blank, type Line, lineWidth, say, spaces, span, wrapped } from '../../parts/line.ts';
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
  const left = [filterLine(state, layout.list), ...rows(state, layout.list)];
  const { head, lines } = previewBody(state);
  const withPreview = layout.preview === 0 ? left : beside(left, [...head, ...lines], layout.list, layout.body);
  const card = state.shown === null ? [] : customerCard(state.shown, state.locale, layout.card, state.now);
  const body =
    layout.card === 0 ? withPreview : beside(withPreview, card, layout.columns - layout.card - 2, layout.body);
  return frame(state, title(state), body, KEYMAP, 'list');
}

/** The views whose names stay longest where there is no room for all. */
const NAMED_FIRST: readonly ViewId[] = ['inbox', 'overdue', 'waiting', 'theirs', 'snoozed', 'solved', 'all'];

/** The views with their keys and counts; where names do not all fit they are short, or some are left out. */
function title(state: State): Line {
  const { views, shortViews } = wordsFor(state.locale);
  const line = (names: typeof views, hereNames: typeof views | null, named: number, desk = ' desk '): Line => [
    say(desk, 'title'),
    ...VIEWS.flatMap((view, index): Line => {
      const here = view.id === state.list.view && state.list.search === null;
      const isNamed = here ? hereNames !== null : NAMED_FIRST.indexOf(view.id) < named;
      const name = (here ? hereNames : names)?.[view.id] ?? '';
      return [
        say(` ${index + 1} `, 'dim'),
        say(isNamed ? `${name} ` : '', here ? 'strong' : 'plain'),
        say(String(state.list.counts[view.id]), here ? 'strong' : 'dim'),
        say(here ? '◂' : ' ', 'accent'),
      ];
    }),
  ];
  const fewer = (hereNames: typeof views): Line[] =>
    VIEWS.map((_, left) => line(shortViews, hereNames, VIEWS.length - left));
  const tries = [
    line(views, views, VIEWS.length),
    line(shortViews, views, VIEWS.length),
    line(shortViews, shortViews, VIEWS.length),
    ...fewer(views).slice(0, MOST_UNNAMED),
    ...fewer(shortViews),
    line(shortViews, shortViews, 0),
    line(shortViews, shortViews, 0, ''),
  ];
  return tries.find((one) => lineWidth(one) <= state.size.columns) ?? line(shortViews, null, 0, '');
}

/** So many views go without their names before the one that is shown is called by its short one. */
const MOST_UNNAMED = 4;

/** What the list is searched for, how many are selected and where the hand is: a long search gives way. */
function filterLine(state: State, columns: number): Line {
  const { tui } = wordsFor(state.locale);
  const { search, narrow, marked, numbers, at, skipped, more, counts, view } = state.list;
  const known = skipped + numbers.length;
  // a view is counted; of a search no more is known than has been seen
  const all = !more ? String(known) : search === null && narrow === null ? String(counts[view]) : `${known}+`;
  const queries = [
    ...(search === null ? [] : [{ label: say(` ${tui.searching}: `, 'dim'), query: clean(search, 'line') }]),
    ...(narrow === null ? [] : [{ label: say(` ${tui.narrowed}: `, 'dim'), query: clean(narrow, 'line') }]),
  ];
  const stands = [
    ...(marked.size === 0 ? [] : [say(` ${tui.selectedCases(marked.size)}`, 'good')]),
    say(numbers.length === 0 ? '' : `  ${skipped + at + 1}/${all}`, 'dim'),
  ];
  const room = columns - lineWidth([...stands, ...queries.map(({ label }) => label)]);
  const fits = queries.reduce((wide, { query }) => wide + width(query), 0) <= room;
  return [
    ...queries.flatMap(({ label, query }) => [
      label,
      span(fits ? query : truncate(query, Math.floor(room / queries.length)), 'accent'),
    ]),
    ...stands,
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
      ...wrapped(searched ? tui.nothingFound : tui.noCases, columns, 2),
      ...wrapped(searched ? tui.nothingFoundHint : tui.noCasesHint, columns, 2, 'dim'),
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
  const { columns } = state.size;
  const way = (key: string, what: string): Line[] =>
    wrapped(what, columns, 28).map((row, at) =>
      at > 0 ? row : [span(spaces(4)), say(key, 'key'), span(spaces(24 - key.length)), ...row.slice(1)],
    );
  return [
    blank,
    ...wrapped(tui.welcome, columns, 2, 'strong'),
    blank,
    ...way('desk import MAILBOX', tui.wayImport),
    ...way('desk demo', tui.wayDemo),
    ...way('?', tui.wayHelp),
  ];
}
